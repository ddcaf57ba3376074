"""schema_move: tables follow their app into the schema that the contract now says, or back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import OperationalError

from appschemas.backend.session.current_role import logged_in_as_migrator
from appschemas.conf import get_contract
from appschemas.management.command import (
    EngineCommand,
    add_json,
    add_lock_timeout,
    first_line_or_lock,
)
from appschemas.management.terminal import printable
from appschemas.management.unsplit import refuse_unsplit
from appschemas.replay.relocation import Relocation


class Command(EngineCommand):
    """Prints what lies elsewhere; moves nothing unless told to."""

    help = (
        "Shows the tables and the records of migrations that lie in another schema than the "
        "contract says, and with --apply moves them, with rows, sequences, rights and keys."
    )
    examples = (
        ("", "what lies elsewhere than the contract says"),
        ("--apply", "move it, in one transaction"),
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--apply", action="store_true", help="Move them, in one transaction.")
        parser.add_argument(
            "--with-code",
            action="store_true",
            help="Let triggers, rules and what else owners have put on the tables go along.",
        )
        add_json(parser)
        add_lock_timeout(parser)

    def handle(
        self,
        *args: Any,
        apply: bool,
        with_code: bool,
        json: bool,
        lock_timeout: str,
        **options: Any,
    ) -> None:
        with logged_in_as_migrator():
            refuse_unsplit()
            relocation = Relocation(get_contract())
            lines = list(_lines(relocation))
            code = relocation.code() if lines else []
            if apply and lines:
                _run(relocation, lock_timeout, with_code=with_code)
        if json:
            self.stdout.write(_json(relocation, code, applied=apply))
            return
        for line in lines:
            self.stdout.write(f"~ {line}")
        for _, what in code:
            self.stdout.write(f"! {printable(what)} goes along: read it, then --with-code")
        if not lines:
            self.stdout.write("Everything lies where the contract says. Nothing to move.")
        elif apply:
            self.stdout.write(f"{len(lines)} moved. Next: manage.py schema_verify")
        else:
            self.stdout.write(f"{len(lines)} to move. Run again with --apply to move them.")


# Private
# -------


def _run(relocation: Relocation, lock_timeout: str, *, with_code: bool) -> None:
    try:
        relocation.run(lock_timeout, with_code=with_code)
    except OperationalError as error:
        raise CommandError(first_line_or_lock(error, "the move")) from None


def _lines(relocation: Relocation) -> Iterator[str]:
    for each in relocation.moves:
        yield f"table {each.table}: {each.old.name} -> {each.new.name}, ACCESS EXCLUSIVE"
    for moved in relocation.history:
        word = "record" if moved.records == 1 else "records"
        what = f"{moved.records} {word} of migrations of {moved.app}"
        yield f"{what}: {moved.old.name} -> {moved.new.name}"


def _json(relocation: Relocation, code: list[tuple[str, str]], *, applied: bool) -> str:
    tables = [
        {"table": each.table, "from": each.old.name, "to": each.new.name}
        for each in relocation.moves
    ]
    history = [
        {"app": each.app, "records": each.records, "from": each.old.name, "to": each.new.name}
        for each in relocation.history
    ]
    along = [{"table": table, "code": what} for table, what in code]
    values = {"applied": applied, "tables": tables, "history": history, "code": along}
    return json.dumps(values, indent=2)
