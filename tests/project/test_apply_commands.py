"""schema_apply and schema_verify as they are typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from appschemas.database.servers import admin_connection

pytestmark = pytest.mark.django_db(databases="__all__")

GRANT = "GRANT SELECT ON ALL TABLES IN SCHEMA cppa_user_tracker TO wg21_paper_tracker_rw"
LINE = "  - revoke SELECT on cppa_user_tracker.* from wg21_paper_tracker_rw"


@pytest.fixture
def extra_grant() -> Iterator[None]:
    with admin_connection("default") as connection:
        connection.execute(GRANT)
    yield
    call_command("schema_apply", apply=True, verbosity=0)


def test_a_database_in_step_has_nothing_to_change() -> None:
    lines = _called("schema_apply").splitlines()

    assert lines[0].startswith("Schemas in test_")
    assert lines[-1] == "16 schemas: all in step. Nothing to change."


def test_a_migrated_database_is_verified() -> None:
    assert _called("schema_verify").splitlines()[-1] == "16 schemas: all in step."


@pytest.mark.usefixtures("extra_grant")
def test_a_plan_shows_the_one_difference_and_what_to_type() -> None:
    lines = _called("schema_apply").splitlines()

    assert LINE in lines
    assert lines[-1] == (
        "16 schemas: 15 in step, 1 to change. Run again with --apply to change it."
    )


@pytest.mark.usefixtures("extra_grant")
def test_a_plan_changes_nothing() -> None:
    assert _called("schema_apply") == _called("schema_apply")


@pytest.mark.usefixtures("extra_grant")
def test_applying_says_what_it_has_changed_and_then_finds_nothing() -> None:
    first = _called("schema_apply", apply=True)

    assert LINE in first.splitlines()
    assert first.splitlines()[-1] == "16 schemas: 15 in step, 1 changed."
    assert "Nothing to change" in _called("schema_apply", apply=True)


@pytest.mark.usefixtures("extra_grant")
@pytest.mark.parametrize(
    ("command", "options"), [("schema_apply", {"check": True}), ("schema_verify", {})]
)
def test_a_difference_sets_the_exit_code(command: str, options: dict[str, Any]) -> None:
    with pytest.raises(CommandError) as raised:
        _called(command, **options)

    assert raised.value.returncode == 1


@pytest.mark.usefixtures("extra_grant")
def test_a_machine_reads_the_same_plan() -> None:
    (database,) = json.loads(_called("schema_apply", json=True))["databases"]

    assert not database["in_step"]
    assert [section for section in database["sections"] if section["changes"]] == [
        {
            "schema": "cppa_user_tracker",
            "changes": [{"action": "-", "text": LINE.removeprefix("  - ")}],
            "findings": [],
        }
    ]


def test_an_unknown_alias_is_answered_with_the_known_ones() -> None:
    with pytest.raises(CommandError, match=r"No schema has the database alias 'nope'; there are: "):
        _called("schema_verify", database="nope")


def test_a_duration_that_is_none_is_answered_in_one_line() -> None:
    with pytest.raises(CommandError, match=r'^invalid value for parameter "lock_timeout": "soon"$'):
        _called("schema_apply", apply=True, lock_timeout="soon")


# Private
# -------


def _called(command: str, **options: Any) -> str:
    out = StringIO()
    call_command(command, stdout=out, no_color=True, **options)
    return out.getvalue()
