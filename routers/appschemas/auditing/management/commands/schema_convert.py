"""schema_convert: put identity keys where the project's relations leave their schema."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.core.management.base import CommandError, CommandParser, no_translations

from appschemas.auditing.management.commands.schema_contract import contract_file
from appschemas.auditing.management.examples import CommandWithExamples
from appschemas.contract.contract import Contract
from appschemas.contract.subset import refuse_subset
from appschemas.exceptions import AppSchemasError


class Command(CommandWithExamples):
    """Shows what would be written as a diff; --apply writes it. Exits 3 where people must go on."""

    help = (
        "Converts foreign keys that leave their schema into identity keys, in the project's own "
        "files: shows the diff and what is left to people, or writes it with --apply."
    )
    examples = (
        ("", "the diff, and what is left to people"),
        ("papers.Paper.author --apply", "convert one field"),
        ("--apply", "convert all that can be"),
    )
    # What it converts are errors of the checks, once the contract has no place for them.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "names",
            nargs="*",
            metavar="NAME",
            help="Convert these only: apps, models as app.Model, fields as app.Model.field.",
        )
        mode = parser.add_mutually_exclusive_group()
        mode.add_argument("--apply", action="store_true", help="Write the files.")
        mode.add_argument(
            "--check", action="store_true", help="Exit 1 if there is something to convert."
        )

    @no_translations
    def handle(
        self, *args: Any, names: list[str], apply: bool, check: bool, **options: Any
    ) -> None:
        plans, changes = _modules()
        try:
            refuse_subset("schema_convert")
            path = contract_file()
            found = plans.plan(self._contract(path), path, names)
            self._print(line for each in found.changes for line in each.diff())
            if found.listed:
                self._print(("", f"Left to you: {len(found.listed)}"))
                self._print(f"  {each}" for each in found.listed)
            self.stdout.write("")
            counted = f"{_counted(len(found.converted), 'relation')} in "
            counted += _counted(len(found.changes), "file")
            if not found.changes:
                self.stdout.write(self.style.SUCCESS("Nothing to convert."))
            elif apply:
                self._refuse_bare()
                changes.write(found.changes)
                self.stdout.write(self.style.SUCCESS(f"Converted {counted}."))
            elif not check:
                self.stdout.write(f"{counted} to convert; write them with --apply.")
        except AppSchemasError as error:
            raise CommandError(str(error)) from None
        if check and found.changes:
            raise CommandError(f"{counted} to convert; write them with --apply.")
        if found.listed:
            raise CommandError(
                f"{_counted(len(found.listed), 'thing')} left to you: see the list above.",
                returncode=_LEFT,
            )

    # Private
    # -------

    def _contract(self, path: Path) -> Contract:
        if not path.exists():
            raise AppSchemasError(
                f"{path} is not there, and says what crosses: manage.py schema_contract --write."
            )
        return Contract.load(path)

    def _refuse_bare(self) -> None:
        if not apps.is_installed("appschemas"):
            raise AppSchemasError(
                'An identity key needs the engine: put "appschemas" into INSTALLED_APPS of '
                f"{settings.SETTINGS_MODULE} first. Nothing was changed."
            )

    def _print(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.stdout.write(line)


# As schema_verify says that what it saw is in step, and that it did not see everything.
_LEFT: Final = 3


def _modules() -> tuple[Any, Any]:
    try:
        from appschemas.auditing.converting import (  # noqa: PLC0415 - optional dependency: libcst
            changes,
            plan,
        )
    except ModuleNotFoundError as error:
        if error.name != "libcst":
            raise
        raise CommandError(
            "Converting reads Python with libcst: pip install 'django-appschemas[convert]'."
        ) from None
    return plan, changes


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
