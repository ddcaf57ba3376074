"""Shapes: what is filled in is what would have been composed, whatever the names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from appschemas.contract.contract import Contract
from appschemas.integrity.constraints import key_triggers, shapes
from appschemas.integrity.constraints.ddl import comment_of
from appschemas.integrity.constraints.objects import objects_of
from appschemas.integrity.references import KeyConstraint, Reference, key_constraints_of
from tests.tools.walls import CONTRACT

# Their roles stand in another order.
CONTRACTS = (
    Contract.parse(CONTRACT.format("t")),
    Contract.parse(CONTRACT.format("s").replace('"s_migrator"', '"a_migrator"')),
)
ONE = Reference("t_app", "note", "t_hub", "person", "id", "person_id", "bigint")
SHAPES: dict[str, tuple[Reference, ...]] = {
    "one key": (ONE,),
    "at the end of the statement": (replace(ONE, deferrable=False),),
    "by statement": (replace(ONE, check_each="statement"),),
    "two columns": (ONE, replace(ONE, column="reader_id")),
    "two tables": (ONE, replace(ONE, referenced_table="badge", column="badge_id")),
    "two tables, three columns": (
        ONE,
        replace(ONE, column="reader_id"),
        replace(ONE, referenced_table="badge", referenced_column="code", key_type="text"),
    ),
    "two keys of one table": (ONE, replace(ONE, referenced_column="code", column="code")),
    "an extension's type": (replace(ONE, key_type="citext"),),
    "another type": (replace(ONE, key_type="uuid"),),
}
NAMES: dict[str, dict[str, str]] = {
    "plain": {},
    "one for all": dict.fromkeys(("table", "referenced_table", "column"), "same"),
    "a keyword": {"table": "table", "column": "select"},
    "as long as may be": {"table": "t" * 63, "column": "c" * 63},
    "of other letters": {"table": "größe", "column": "名前"},
    "a quote": {"table": "o'clock"},
    "a double quote": {"column": 'a"b'},
    "a percent sign": {"table": "100%", "column": "%(schema)s"},
    "a backslash": {"referenced_table": "a\\b"},
    "braces": {"column": "{schema}"},
    "a line": {"table": "a\nb"},
    "a mark": {"table": "\x02table\x03"},
}


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_filled_in_is_what_would_be_composed(
    monkeypatch: pytest.MonkeyPatch, shape: str, names: str
) -> None:
    first = key_constraints_of(SHAPES[shape])
    second = key_constraints_of(_called(each, NAMES[names]) for each in SHAPES[shape])
    for each in first:
        # The shape is known before the names come.
        _statements(each, CONTRACTS[0])

    filled = [_whole(objects_of(each, CONTRACTS[1])) for each in second]
    made = [_statements(each, CONTRACTS[1]) for each in second]
    monkeypatch.setattr(shapes, "_PLAIN", _Nothing())
    composed = [_whole(objects_of(each, CONTRACTS[1])) for each in second]

    assert filled == composed
    assert made == [_statements(each, CONTRACTS[1]) for each in second]


# Private
# -------


class _Nothing:
    """A pattern that no name is like."""

    def fullmatch(self, name: str) -> None:
        return None


def _called(reference: Reference, names: dict[str, str]) -> Reference:
    """Of another project, with other names; those of a column stay apart."""
    others = {**names, "column": names.get("column", "") + reference.column}
    if reference.referenced_table != ONE.referenced_table:
        others.pop("referenced_table", None)
    return replace(reference, schema="s_app", referenced_schema="s_hub", **others)


def _whole(objects: Any) -> list[tuple[Any, str, list[Any]]]:
    return [(each, comment_of(each), list(each.create())) for each in objects]


def _statements(constraint: KeyConstraint, contract: Contract) -> list[tuple[str, str]]:
    every = key_triggers.create(constraint, contract, validate=True)
    return [(each.role, each.sql.as_string(None)) for each in every]
