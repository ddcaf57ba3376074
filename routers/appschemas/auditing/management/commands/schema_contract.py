"""schema_contract: derive the contract from the models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from appschemas.auditing.drafting.contract_text import differences, to_toml
from appschemas.auditing.drafting.draft import Draft, draft
from appschemas.auditing.drafting.summary import group_lines, summary
from appschemas.auditing.management.examples import CommandWithExamples
from appschemas.conf import SETTING, contract_path
from appschemas.contract.contract import Contract
from appschemas.contract.json_schema import json_schema
from appschemas.contract.subset import refuse_subset
from appschemas.exceptions import AppSchemasError

# Where the first contract goes while no setting names it: beside manage.py, from where it is run.
_DEFAULT_NAME = "schemas.toml"


def contract_file() -> Path:
    """Where the contract is, or will be: as the setting says, or beside manage.py."""
    if getattr(settings, SETTING, None) is None:
        return Path.cwd() / _DEFAULT_NAME
    return contract_path()


class Command(CommandWithExamples):
    """Shows what the models say that the contract does not; --write puts it into the file."""

    help = "Derives the contract from the models: shows the difference, checks or writes the file."
    examples = (
        ("", "what the models say and the file does not"),
        ("--write", "write it"),
        ("--check", "exit 1 where somebody forgot to"),
        ("--explain", "what the project is, and what each relation takes"),
        ("--group 4", "four schemas that few keys run between"),
    )
    # It mends what the checks complain of.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        mode = parser.add_mutually_exclusive_group()
        mode.add_argument("--check", action="store_true", help="Exit 1 if the file is not current.")
        mode.add_argument("--write", action="store_true", help="Write the file.")
        mode.add_argument(
            "--explain",
            action="store_true",
            help="Say what the project is: apps, tables, relations by kind, what each takes, and "
            "which pending keys work because of which reads.",
        )
        mode.add_argument(
            "--json-schema", action="store_true", help="Print the file's JSON Schema for editors."
        )
        parser.add_argument(
            "--group",
            type=int,
            metavar="N",
            help="Put the project's apps that have no schema yet into N schemas, so that few keys "
            "run between these (needs networkx).",
        )

    def handle(
        self,
        *args: Any,
        check: bool,
        write: bool,
        explain: bool,
        json_schema: bool,
        group: int | None,
        verbosity: int,
        **options: Any,
    ) -> None:
        if json_schema:
            return self.stdout.write(json.dumps(_json_schema(), indent=2))
        try:
            refuse_subset("schema_contract")
            path = contract_file()
            contract = Contract.load(path) if path.exists() else None
            found = draft(contract, group)
            lines = (
                list(differences(contract, found.contract)) if contract else ["+ the whole file"]
            )
            text = to_toml(found.contract, path) if lines else ""
            if text:
                # What is written must be readable.
                Contract.parse(text, path)
        except AppSchemasError as error:
            raise CommandError(str(error)) from None
        if group is not None:
            self._print(group_lines(found.groups, group))
        if explain or contract is None:
            self._print(self._summary(found, verbosity))
        if not lines:
            return self.stdout.write(self.style.SUCCESS(f"{path} says what the models say."))
        self._print(lines)
        if write:
            path.write_text(text, encoding="utf-8")
            return self._wrote(path)
        message = f"{path} does not say what the models say; write it with --write."
        if check:
            raise CommandError(message)
        return self.stdout.write(message)

    # Private
    # -------

    def _summary(self, found: Draft, verbosity: int) -> Any:
        limit = {"limit": 1_000_000} if verbosity > 1 else {}
        yield from summary(found.contract, found.relations, found.reasons, found.needed, **limit)
        yield ""

    def _print(self, lines: Any) -> None:
        for line in lines:
            self.stdout.write(line)

    def _wrote(self, path: Path) -> None:
        self.stdout.write(self.style.SUCCESS(f"Wrote {path}."))
        if getattr(settings, SETTING, None) is None:
            self.stdout.write(
                f'No setting names it yet; once you go on: {SETTING} = BASE_DIR / "{path.name}"'
            )


_json_schema = json_schema
