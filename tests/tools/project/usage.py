"""Usage: rows of the three apps that the dashboard reads."""

from __future__ import annotations

from datetime import UTC, datetime

from boost_library_tracker.models import BoostFile, BoostLibrary, BoostLibraryRepository
from boost_usage_tracker.models import BoostExternalRepository, BoostUsage
from github_activity_tracker.models import GitCommit, GitHubFile, GitHubRepository


def record(accounts: dict[str, int]) -> None:
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
