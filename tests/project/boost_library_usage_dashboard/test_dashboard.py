"""The dashboard's numbers, its page, and what its role may not do."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connections, transaction

from boost_library_tracker.models import BoostFile, BoostLibrary, BoostLibraryRepository
from boost_library_usage_dashboard import selectors
from boost_library_usage_dashboard.selectors import (
    Contributor,
    HeaderUse,
    LibraryUse,
    Totals,
    VersionUse,
)
from boost_usage_tracker.models import BoostExternalRepository, BoostUsage
from cppa_user_tracker import services as hub
from github_activity_tracker.models import GitCommit, GitHubFile, GitHubRepository

ALIAS = "boost_library_usage_dashboard"
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
    """Two libraries of one repository, three outside repositories, one of them a stranger."""
    boost = repository(accounts["ada"], "boost")
    home = BoostLibraryRepository.objects.create(githubrepository_ptr=boost)
    asio = header(home, "asio", "boost/asio.hpp")
    beast = header(home, "beast", "boost/beast.hpp")
    first = external(accounts["nameless"], "first", "1.85.0", embedded=True)
    second = external(accounts["nameless"], "second", "1.9.0")
    external(accounts["nameless"], "third", "", used=False)
    include(first, "a.cpp", asio)
    include(first, "b.cpp", asio)
    include(second, "c.cpp", asio)
    include(second, "d.cpp", beast)
    include(second, "e.cpp", beast, excepted=True)
    include(second, "f.cpp", None)
    for place, author in enumerate(("nameless", "ada", "ada")):
        commit(boost, accounts[author], f"{place:040}")
    commit(first.githubrepository_ptr, accounts["ada"], f"{9:040}")


def repository(owner: int, name: str) -> GitHubRepository:
    return GitHubRepository.objects.create(owner_account_id=owner, repo_name=name)


def header(home: BoostLibraryRepository, library: str, filename: str) -> BoostFile:
    file = GitHubFile.objects.create(repo=home.githubrepository_ptr, filename=filename)
    return BoostFile.objects.create(
        github_file=file, library=BoostLibrary.objects.create(repo=home, name=library)
    )


def external(
    owner: int, name: str, version: str, *, embedded: bool = False, used: bool = True
) -> BoostExternalRepository:
    return BoostExternalRepository.objects.create(
        githubrepository_ptr=repository(owner, name),
        boost_version=version,
        is_boost_embedded=embedded,
        is_boost_used=used,
    )


def include(
    repo: BoostExternalRepository,
    path: str,
    boost_header: BoostFile | None,
    *,
    excepted: bool = False,
) -> None:
    file = GitHubFile.objects.create(repo=repo.githubrepository_ptr, filename=path)
    BoostUsage.objects.create(
        repo=repo,
        boost_header=boost_header,
        file_path=file,
        excepted_at=datetime(2025, 1, 1, tzinfo=UTC).date() if excepted else None,
    )


def commit(repo: GitHubRepository, account: int, commit_hash: str) -> None:
    GitCommit.objects.create(
        repo=repo,
        account_id=account,
        commit_hash=commit_hash,
        commit_at=datetime(2025, 3, 1, tzinfo=UTC),
    )


@pytest.mark.usefixtures("usage")
def test_libraries_and_headers_are_ranked_by_repositories() -> None:
    assert selectors.libraries() == [LibraryUse("asio", 2, 3), LibraryUse("beast", 1, 1)]
    assert selectors.headers(limit=1) == [HeaderUse("boost/asio.hpp", "asio", 2)]


@pytest.mark.usefixtures("usage")
def test_versions_are_counted_where_boost_is_used_in_the_order_of_their_numbers() -> None:
    assert selectors.versions() == [VersionUse("1.9.0", 1, 0), VersionUse("1.85.0", 1, 1)]


@pytest.mark.usefixtures("usage")
def test_contributors_to_boost_get_their_names_from_the_hub(accounts: dict[str, int]) -> None:
    assert selectors.contributors() == [
        Contributor(accounts["ada"], "Ada", 2, 1),
        Contributor(accounts["nameless"], "user2", 1, 1),
    ]


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


@pytest.mark.usefixtures("usage")
def test_the_page_has_its_charts_and_script_in_it(tmp_path: Path) -> None:
    output = tmp_path / "usage.html"
    BoostLibrary.objects.filter(name="beast").update(name="</script><b>beast</b>")

    call_command("usage_dashboard", "--output", str(output))

    html = output.read_text(encoding="utf-8")
    assert html.count("plotly-graph-div") == 4
    assert "<script src=" not in html
    assert "of 3 repositories use Boost" in html
    assert "</script><b>" not in html


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
        "SELECT FROM cppa_slack_tracker.cppa_slack_tracker_slackmessage",
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
