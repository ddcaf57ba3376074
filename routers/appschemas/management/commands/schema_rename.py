"""schema_rename: give a schema another name, in the database and in the contract, or back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import copymode
from typing import Any

from django.core.management.base import CommandError, CommandParser

from appschemas.auditing.drafting.renamed_text import renamed_text
from appschemas.conf import contract_path, forget_contract, get_contract
from appschemas.contract.contract import Contract
from appschemas.contract.renaming import renamed
from appschemas.contract.subset import refuse_subset
from appschemas.database.apply.attempts import SHORT_LOCK_TIMEOUT, Patience
from appschemas.database.apply.blockers import looking
from appschemas.database.apply.lock_timeout import seconds
from appschemas.database.apply.renaming import (
    Renaming,
    plan_renaming,
    refuse_roles_elsewhere,
    rename,
)
from appschemas.database.model_state import ModelState
from appschemas.database.plan.renaming import Names
from appschemas.database.plan.shared_schema import refuse_taken_name
from appschemas.database.servers import Database, databases_of
from appschemas.management.command import EngineCommand, add_json, add_patience
from appschemas.management.terminal import printable


class Command(EngineCommand):
    """Prints what it takes; renames nothing unless told to."""

    help = (
        "Shows what gives a schema another name, and with --apply does it: the schema with its "
        "tables and grants, its roles, its checks of keys, and the contract's file."
    )
    examples = (
        ("papers articles", "what the new name takes"),
        ("papers articles --apply", "rename it"),
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("old", help="The schema's name.")
        parser.add_argument("new", help="The name that it gets.")
        parser.add_argument("--apply", action="store_true", help="Rename it.")
        add_json(parser)
        add_patience(parser, SHORT_LOCK_TIMEOUT)
        parser.add_argument(
            "--share-roles",
            action="store_true",
            help="Go on although another database of the server has the schema's roles.",
        )

    def handle(
        self, *args: Any, old: str, new: str, apply: bool, json: bool, **options: Any
    ) -> None:
        refuse_subset("schema_rename")
        contract, path = get_contract(), contract_path()
        is_written = new in contract and old not in contract
        before = renamed(contract, new, old) if is_written else contract
        after = contract if is_written else renamed(contract, old, new)
        text = (
            "" if is_written else renamed_text(contract, path.read_text(encoding="utf-8"), old, new)
        )
        database, names = _part(contract, before, after, old, new)
        patience = Patience(options["lock_timeout"], seconds(options["retry_for"]))
        with (
            looking(database.alias) as connection,
            _written(path.resolve(), text if apply else ""),
        ):
            if not options["share_roles"]:
                refuse_roles_elsewhere(connection, names)
            installed = ModelState.of(names.before)
            refuse_taken_name(connection, names.before, installed)
            if apply:
                found = rename(connection, names, installed, patience)
            else:
                found = plan_renaming(connection, names, installed)
        lines = [*map(str, found.changes), *([f"~ [schemas.{old}] of {path}"] if text else [])]
        if json:
            self.stdout.write(_json(lines, found, applied=apply))
        else:
            self._print(lines, found, applied=apply)
            if apply and lines:
                self._print_next(before, after, old, new)

    # Private
    # -------

    def _print(self, lines: list[str], found: Renaming, *, applied: bool) -> None:
        for line in lines:
            self.stdout.write(printable(line))
        for finding in found.findings:
            self.stdout.write(f"{printable(str(finding))}\n  {printable(finding.hint)}")
        locked = sorted({str(lock) for each in found.changes for lock in each.locks})
        if not found.is_made:
            self.stdout.write("The database has it under neither name: nothing was made there yet.")
        if not lines:
            self.stdout.write("The contract has that name. Nothing to rename.")
        elif applied:
            self.stdout.write(f"{len(lines)} renamed or made anew.")
        else:
            self.stdout.write(f"Locks, all in one transaction: {', '.join(locked) or 'no table'}")
            self.stdout.write(f"{len(lines)} to change. Run again with --apply to change it.")

    def _print_next(self, before: Contract, after: Contract, old: str, new: str) -> None:
        self.stdout.write(
            "Next: manage.py schema_verify; manage.py schema_sql, where sql/ is committed; start "
            "the processes with the new contract."
        )
        if before[old].own:
            self.stdout.write(
                f"{old.upper()}_DATABASE_URL is {new.upper()}_DATABASE_URL from now on, of login "
                f"{after[new].login}, whose password is the one it had."
            )


def _part(
    contract: Contract, before: Contract, after: Contract, old: str, new: str
) -> tuple[Database, Names]:
    """The database of the schema, and of both contracts what lives in it."""
    alias = after[new].alias
    for database in databases_of(contract):
        if alias in database.aliases:
            aliases = {schema.alias for schema in database.contract.schemas}
            parts = [
                replace(each, schemas=tuple(s for s in each.schemas if s.alias in aliases))
                for each in (before, after)
            ]
            return database, Names(parts[0], parts[1], old, new)
    raise CommandError(f"DATABASES has no alias {alias!r}, that of schema {old!r}.")


@contextmanager
def _written(path: Path, text: str) -> Iterator[None]:
    """The file is the old one, or once the block has come to its end the new one, of `text`.

    It is written beside it first: where that cannot be, nothing is changed.
    """
    if not text:
        yield
        return
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        copymode(path, part)
    except OSError as error:
        raise CommandError(
            f"{error.filename} cannot be written ({error.strerror}). Nothing was changed. Run it "
            "where it can, or with a contract that has the new name already."
        ) from None
    try:
        yield
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    forget_contract()


def _json(lines: list[str], found: Renaming, *, applied: bool) -> str:
    findings = [{"finding": each.text, "hint": each.hint} for each in found.findings]
    return json.dumps({"applied": applied, "changes": lines, "findings": findings}, indent=2)
