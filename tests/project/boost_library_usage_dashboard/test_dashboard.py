"""The dashboard's numbers, its page, and what its role may not do."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connections, transaction

from boost_library_usage_dashboard import selectors
from boost_library_usage_dashboard.selectors import (
    HeaderUse,
    LibraryUse,
    Totals,
    VersionUse,
)
from tests.tools.project.held import account
from tests.tools.project.usage import record

ALIAS = "boost_library_usage_dashboard"
pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def usage() -> None:
    """What `record` says, by two accounts of the hub."""
    record({"ada": account(1), "nameless": account(2)})


@pytest.mark.usefixtures("usage")
def test_libraries_and_headers_are_ranked_by_repositories() -> None:
    assert selectors.libraries() == [LibraryUse("asio", 2, 3), LibraryUse("beast", 1, 1)]
    assert selectors.headers(limit=1) == [HeaderUse("boost/asio.hpp", "asio", 2)]


@pytest.mark.usefixtures("usage")
def test_versions_are_counted_where_boost_is_used_in_the_order_of_their_numbers() -> None:
    assert selectors.versions() == [VersionUse("1.9.0", 1, 0), VersionUse("1.85.0", 1, 1)]


@pytest.mark.usefixtures("usage")
def test_totals() -> None:
    assert selectors.totals() == Totals(
        repositories=3,
        repositories_using=2,
        libraries=2,
        libraries_used=2,
        includes=4,
        commits=3,
    )


def test_without_data_the_page_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "usage.html"

    call_command("usage_dashboard", "--output", str(output))

    html = output.read_text(encoding="utf-8")
    assert "There is no data yet" in html
    assert "<script" not in html
    assert "no data yet" in capsys.readouterr().out


def test_a_path_that_cannot_be_written_is_one_message(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"none/usage.html cannot be written: No such file"):
        call_command("usage_dashboard", "--output", str(tmp_path / "none" / "usage.html"))


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO boost_usage_tracker.boost_usage_tracker_boostmissingheadertmp DEFAULT VALUES",
        "UPDATE boost_library_tracker.boost_library_tracker_boostlibrary SET name = ''",
        "DELETE FROM github_activity_tracker.github_activity_tracker_gitcommit",
        "SELECT FROM cppa_user_tracker.cppa_user_tracker_githubaccount",
    ],
)
def test_the_dashboards_role_may_neither_write_nor_read_what_it_does_not_declare(
    statement: str,
) -> None:
    with (
        pytest.raises(ProgrammingError, match="permission denied") as refused,
        transaction.atomic(using=ALIAS),
        connections[ALIAS].cursor() as cursor,
    ):
        cursor.execute(statement)

    assert refused.value.__cause__.sqlstate == "42501"
