"""Programs over a native foreign key and over an identity key: the same outcome."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import Final

import psycopg
import pytest

from appschemas.database.apply.apply import plan_of, read_state
from appschemas.database.apply.orphans import orphans
from appschemas.database.model_state import ModelState
from tests.tools import layouts
from tests.tools.cases import CASES, Case
from tests.tools.differences import DIFFERENCES, difference
from tests.tools.pairs import MODES, Layout, Mode, Pairs

STATEMENT: Final = Mode("statement", False)
HEIR: Final = Layout(
    "a parent that inherits",
    """
    SET ROLE {hub_owner};
    CREATE TABLE {hub}.elder (id bigint, name text);
    CREATE TABLE {hub}.parent (PRIMARY KEY (id)) INHERITS ({hub}.elder);
    """
    + layouts.CHILD,
    "",
)
PARTITION: Final = Layout(
    "a child that is a partition",
    layouts.PARENT
    + """
    SET ROLE {app_owner};
    CREATE TABLE {app}.whole (id bigint, key bigint) PARTITION BY RANGE (id);
    CREATE TABLE {app}.child PARTITION OF {app}.whole DEFAULT;
    """,
    "",
)
PAGE: Final = Path(__file__).resolve().parents[3] / "docs/reference/identity-key-differences.md"


@pytest.mark.parametrize(
    ("mode", "case"),
    [
        pytest.param(mode, case, id=f"{mode}-{case}")
        for mode, case in product(MODES, CASES)
        if case.layout.takes(mode)
    ],
)
@pytest.mark.parametrize("way", ["together", "alone"])
def test_a_program_ends_as_with_a_native_foreign_key(
    pairs: Pairs, mode: Mode, case: Case, way: str
) -> None:
    """In one transaction, or each statement in its own; a difference is one of the docs'."""
    pair = pairs.pair(case.layout, mode)

    native, checked = pair.outcomes(case.program, alone=way == "alone")
    if case.alters:
        pairs.drop()

    if expected := difference(str(case), mode, way):
        refused = (" ".join(native.refused), " ".join(checked.refused))
        assert refused == (expected.native, expected.checked)
        assert checked != native
    else:
        assert checked == native


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode.check_each == "row"], ids=str)
def test_a_bad_row_that_came_with_its_partition_is_found(pairs: Pairs, mode: Mode) -> None:
    (case,) = (case for case in CASES if case.name == "attach of a partition with a bad row")
    pairs.pair(case.layout, mode).outcomes(case.program)

    wall = pairs.wall
    found = list(orphans(wall.connection, wall.contract, pairs.key_constraints, lambda roles: None))
    pairs.drop()

    said = "1 row holds 1 key that the other side does not have"
    assert [said in str(each) for each in found] == [True]


@pytest.mark.parametrize(
    ("layout", "table"),
    [
        (layouts.PARTITIONED, "app.child"),
        (layouts.PARTITIONED_PARENT, "hub.parent"),
        (HEIR, "hub.parent"),
        (PARTITION, "app.child"),
    ],
    ids=lambda value: str(value),
)
def test_a_check_by_statement_of_rows_that_it_would_not_see_is_refused(
    pairs: Pairs, layout: Layout, table: str
) -> None:
    with pytest.raises(psycopg.errors.FeatureNotSupported) as refused:
        pairs.pair(layout, STATEMENT)
    pairs.wall.connection.execute("RESET ROLE")
    pairs.drop()

    assert refused.value.diag.message_primary == (
        'identity key "child.key" cannot be checked by statement: '
        f"{pairs.wall.prefix}_{table} is partitioned or inherits"
    )
    assert 'Leave out check_each="statement"' in (refused.value.diag.message_hint or "")


def test_a_table_that_becomes_a_partition_is_told_of(pairs: Pairs) -> None:
    """PostgreSQL accepts it: no trigger is asked."""
    wall = pairs.wall
    pairs.pair(layouts.PLAIN, STATEMENT)
    contract, tables = wall.contract, (
        (f"{wall.prefix}_app", "child"), (f"{wall.prefix}_hub", "parent")
    )  # fmt: skip
    installed = ModelState(
        frozenset(tables), tuple(e for c in pairs.key_constraints for e in c.references)
    )

    def told() -> list[str]:
        actual = read_state(wall.connection, contract, installed)
        findings = plan_of(contract, installed, actual).findings
        return [each.text for each in findings if "by statement" in each.text]

    before = told()
    pairs.checked.execute(
        "SET ROLE {app_owner};"
        "CREATE TABLE {app}.whole (id bigint NOT NULL, key bigint, note text)"
        " PARTITION BY RANGE (id);"
        "ALTER TABLE {app}.whole ATTACH PARTITION {app}.child DEFAULT;"
        "RESET ROLE"
    )
    after = told()
    pairs.drop()

    assert before == []
    (said,) = after
    assert said == (
        f"{wall.prefix}_app.child is partitioned or inherits, and the check by statement of "
        f"{wall.prefix}_app.child (key) does not see its every row"
    )


def test_every_difference_is_of_a_case_that_there_is() -> None:
    assert {name for name, _ in DIFFERENCES} <= {str(case) for case in CASES}


def test_every_difference_is_a_row_of_the_docs() -> None:
    rows = re.findall(r"^\| \*\*(.+?)\*\* \|", PAGE.read_text(), re.MULTILINE)

    assert rows == list(dict.fromkeys(each.row for _, each in DIFFERENCES))
