"""The dashboard beside the hub, which knows the names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import ProgrammingError, connections, transaction

from boost_library_tracker.models import BoostLibrary
from boost_library_usage_dashboard import selectors
from boost_library_usage_dashboard.charts import ticks
from boost_library_usage_dashboard.selectors import Contributor
from cppa_user_tracker import services as hub
from tests.tools.project.usage import record

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def accounts() -> dict[str, int]:
    names = {1: "Ada", 2: ""}
    made = {
        number: hub.get_or_create_github_account(
            github_account_id=number, username=f"user{number}", display_name=name
        )[0].pk
        for number, name in names.items()
    }
    return {"ada": made[1], "nameless": made[2]}


@pytest.fixture
def usage(accounts: dict[str, int]) -> None:
    record(accounts)


@pytest.mark.usefixtures("usage")
def test_contributors_to_boost_get_their_names_from_the_hub(accounts: dict[str, int]) -> None:
    assert selectors.contributors() == [
        Contributor(accounts["ada"], "Ada", 2, 1),
        Contributor(accounts["nameless"], "user2", 1, 1),
    ]


@pytest.mark.usefixtures("usage")
def test_the_page_has_its_charts_in_it_and_asks_for_nothing(tmp_path: Path) -> None:
    output = tmp_path / "usage.html"
    BoostLibrary.objects.filter(name="beast").update(name="</script><b>beast</b>")

    call_command("usage_dashboard", "--output", str(output))

    html = output.read_text(encoding="utf-8")
    assert html.count("<svg") == 5
    assert not re.search(r"<script|<link|@import|(?:src|href)=.http", html)
    assert len(html) < 1_000_000
    assert "of 3 repositories use Boost" in html
    assert "</script><b>" not in html


@pytest.mark.parametrize(
    ("most", "shown"),
    [(0, [0, 1]), (1, [0, 1]), (3, [0, 1, 2, 3]), (7, [0, 2, 4, 6, 8]), (101, [0, 50, 100, 150])],
)
def test_an_axis_has_whole_numbers_each_once(most: int, shown: list[int]) -> None:
    assert ticks(most) == shown


def test_the_dashboards_role_may_not_read_a_schema_that_it_has_nothing_to_do_with() -> None:
    alias = "boost_library_usage_dashboard"
    with (
        pytest.raises(ProgrammingError, match="permission denied") as refused,
        transaction.atomic(using=alias),
        connections[alias].cursor() as cursor,
    ):
        cursor.execute("SELECT FROM cppa_slack_tracker.cppa_slack_tracker_slackmessage")

    assert refused.value.__cause__.sqlstate == "42501"
