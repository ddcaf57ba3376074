"""A history of the reference project with as many rows as a test asks for."""

from __future__ import annotations

from datetime import UTC, datetime

from boost_library_tracker.models import BoostFile, BoostLibrary, BoostLibraryRepository
from boost_usage_tracker.models import BoostExternalRepository, BoostUsage
from github_activity_tracker.models import (
    GitCommit,
    GitCommitFileChange,
    GitHubFile,
    GitHubRepository,
)
from tests.tools.project.history import account

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def grown(owner: int, rows: int) -> None:
    """An account's repository with `rows` commits, each changing a file that Boost knows and an
    outside repository includes."""
    made = GitHubRepository.objects.create(owner_account_id=account(owner), repo_name="boost")
    outside = GitHubRepository.objects.create(
        owner_account_id=account(99), repo_name=f"for-{owner}"
    )
    library = BoostLibrary.objects.create(
        repo=BoostLibraryRepository.objects.create(githubrepository_ptr_id=made.pk), name="json"
    )
    user = BoostExternalRepository.objects.create(githubrepository_ptr_id=outside.pk)
    commits = GitCommit.objects.bulk_create(
        GitCommit(repo=made, account_id=account(owner), commit_hash=f"{n:040}", commit_at=NOW)
        for n in range(rows)
    )
    files = GitHubFile.objects.bulk_create(
        GitHubFile(repo=made, filename=f"{n}.hpp") for n in range(rows)
    )
    GitCommitFileChange.objects.bulk_create(
        GitCommitFileChange(commit=commit, github_file=file, status="added")
        for commit, file in zip(commits, files, strict=True)
    )
    headers = BoostFile.objects.bulk_create(
        BoostFile(github_file_id=file.pk, library=library) for file in files
    )
    includes = GitHubFile.objects.bulk_create(
        GitHubFile(repo=outside, filename=f"{n}.cpp") for n in range(rows)
    )
    BoostUsage.objects.bulk_create(
        BoostUsage(repo=user, boost_header_id=header.pk, file_path_id=include.pk)
        for header, include in zip(headers, includes, strict=True)
    )
