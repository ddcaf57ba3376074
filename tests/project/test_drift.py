"""A database changed by hand: schema_verify names exactly that, schema_apply mends it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from tests.tools.servers import administrator

AUTHORS = "wg21_paper_tracker.wg21_paper_tracker_wg21paperauthor"
MESSAGES = "cppa_slack_tracker.cppa_slack_tracker_slackmessage"

DRIFTS = {
    "an extra grant": (
        "GRANT SELECT ON ALL TABLES IN SCHEMA cppa_user_tracker TO wg21_paper_tracker_rw",
        ["- revoke SELECT on cppa_user_tracker.* from wg21_paper_tracker_rw"],
    ),
    "a disabled trigger": (
        f"ALTER TABLE {MESSAGES} DISABLE TRIGGER cppa_slack_tracker_slackmessage_9fc6f7dc_update",
        [
            f"~ enable trigger cppa_slack_tracker_slackmessage_9fc6f7dc_update on {MESSAGES}",
            f"~ look up every key of {MESSAGES} (slack_user_id) in cppa_user_tracker",
        ],
    ),
    "a dropped trigger": (
        f"DROP TRIGGER wg21_paper_tracker_wg21paperauthor_85cf40df_insert ON {AUTHORS}",
        [
            f"+ create trigger wg21_paper_tracker_wg21paperauthor_85cf40df_insert on {AUTHORS}",
            f"~ look up every key of {AUTHORS} (profile_id) in cppa_user_tracker",
        ],
    ),
    "a table moved to another owner": (
        f"ALTER TABLE {AUTHORS} OWNER TO cppa_slack_tracker_owner",
        [f"~ change owner of {AUTHORS} from cppa_slack_tracker_owner to wg21_paper_tracker_owner"],
    ),
    "public opened again": (
        "GRANT CREATE ON SCHEMA public TO PUBLIC",
        ["- revoke CREATE on schema public from PUBLIC"],
    ),
}


@pytest.fixture(autouse=True)
def in_step_afterwards(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Let commands open their own connections, and leave the database as it was."""
    with django_db_blocker.unblock():
        yield
        call_command("schema_apply", apply=True, stdout=StringIO())
        connections.close_all()


@pytest.mark.parametrize(("statement", "expected"), DRIFTS.values(), ids=DRIFTS.keys())
def test_what_was_changed_by_hand_is_named_exactly_and_mended(
    statement: str, expected: list[str]
) -> None:
    by_hand(statement)

    named = verified()
    call_command("schema_apply", apply=True, stdout=StringIO())

    assert named == expected
    assert verified() == []


def test_a_foreign_key_that_leaves_its_schema_is_named_and_left_to_a_human() -> None:
    by_hand(
        f"ALTER TABLE {AUTHORS} ADD CONSTRAINT by_hand FOREIGN KEY (profile_id)"
        " REFERENCES cppa_user_tracker.cppa_user_tracker_wg21paperauthorprofile"
    )
    try:
        call_command("schema_apply", apply=True, stdout=StringIO())
        named = verified()
    finally:
        by_hand(f"ALTER TABLE {AUTHORS} DROP CONSTRAINT by_hand")

    assert named == [
        f"! foreign key by_hand of {AUTHORS} leaves its schema for "
        "cppa_user_tracker.cppa_user_tracker_wg21paperauthorprofile"
    ]


def by_hand(statement: str) -> None:
    """What somebody does with psql."""
    with administrator(connections["default"].settings_dict["NAME"]) as connection:
        connection.execute(statement)


def verified() -> list[str]:
    """The lines that schema_verify prints of what is wrong; [] only if it exits with 0."""
    out = StringIO()
    try:
        call_command("schema_verify", json=True, stdout=out)
        code = 0
    except CommandError as error:
        code = error.returncode
    lines = lines_of(json.loads(out.getvalue()))
    assert bool(lines) == bool(code)
    return lines


def lines_of(report: Any) -> list[str]:
    """Every change and finding in the report."""
    sections = [each for database in report["databases"] for each in database["sections"]]
    return [
        *(
            f"{change['action']} {change['text']}"
            for each in sections
            for change in each["changes"]
        ),
        *(f"! {finding['text']}" for each in sections for finding in each["findings"]),
    ]
