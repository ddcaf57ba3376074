"""schema_report: what is where, who holds whose keys, who may read what, what leads round."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandParser

from appschemas.auditing.tables import table
from appschemas.conf import get_contract
from appschemas.contract.cycles import Cycle, cycles
from appschemas.database.plan.changes import listed
from appschemas.management.command import EngineCommand, add_json
from appschemas.management.report import Row, report
from appschemas.management.short_lived import ShortLived
from appschemas.management.terminal import width_of
from appschemas.management.unsplit import refuse_unsplit

# What a narrow terminal can do without: the role is the schema's name and _rw, the session is rare.
_SPARE = ("role", "session")
_HEADINGS = ("schema", "tables", "rows", "keys in", "keys out", "role", "session", "reads")


class Command(ShortLived, EngineCommand):
    """Prints a line per schema, and each cycle of them."""

    help = "Prints each schema with its tables, rows, identity keys in and out, and its role."
    examples = (
        ("", "each schema in a line, and each cycle"),
        ("--json", "for machines"),
    )

    def add_arguments(self, parser: CommandParser) -> None:
        add_json(parser)

    def handle(self, *args: Any, json: bool, **options: Any) -> None:
        refuse_unsplit()
        contract = get_contract()
        rows, found = report(contract), cycles(contract)
        if json:
            self.stdout.write(_json(rows, found))
            return
        width = width_of(self.stdout)
        colour = bool(options["force_color"] or (width and not options["no_color"]))
        self.stdout.write(_text(rows, found, width, colour=colour))


# Private
# -------


def _json(rows: Sequence[Row], found: Sequence[Cycle]) -> str:
    values = {
        "schemas": [asdict(row) for row in rows],
        "cycles": [asdict(cycle) for cycle in found],
    }
    return json.dumps(values, indent=2)


def _text(rows: Sequence[Row], found: Sequence[Cycle], width: int | None, *, colour: bool) -> str:
    lines = [f"Cycle: {cycle}\n  {cycle.advice}" for cycle in found]
    shown = table(
        _HEADINGS, map(_cells, rows), _total(rows), numbers=_HEADINGS[1:5], width=width,
        spare=_SPARE, colour=colour,
    )  # fmt: skip
    return "\n".join([shown, *lines])


def _cells(row: Row) -> tuple[str, ...]:
    words = (row.role, row.session, listed(row.may_read[1:]))
    return (
        row.schema,
        f"{row.tables:,}",
        _rows([row]),
        f"{row.keys_in:,}",
        f"{row.keys_out:,}",
        *words,
    )


def _total(rows: Sequence[Row]) -> tuple[str, ...]:
    tables, keys_in, keys_out = (
        sum(getattr(row, name) for row in rows) for name in ("tables", "keys_in", "keys_out")
    )
    numbers = (f"{tables:,}", _rows(rows), f"{keys_in:,}", f"{keys_out:,}")
    return (f"{len(rows)} schemas", *numbers, "", "", "")


def _rows(rows: Sequence[Row]) -> str:
    return f"{'~' if any(row.about for row in rows) else ''}{sum(row.rows for row in rows):,}"
