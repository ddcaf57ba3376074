"""Files, and what commits do to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from github_activity_tracker import records
from github_activity_tracker.models import GitCommitFileChange, GitHubFile
from github_activity_tracker.transactions import atomic, files_locked

PAGE: Final = 5_000


def upsert_files(*, repo_id: int, filenames: Iterable[str]) -> dict[str, int]:
    """Keys of a repository's files by name; those not known yet are added."""
    wanted = sorted(set(filenames))
    known = _known(repo_id, wanted)
    if len(known) < len(wanted):
        with files_locked(repo_id):
            known |= _known(repo_id, [name for name in wanted if name not in known])
            added = GitHubFile.objects.bulk_create(
                [GitHubFile(repo_id=repo_id, filename=name) for name in wanted if name not in known]
            )
            known |= {file.filename: file.pk for file in added}
    return known


def record_file_changes(*, repo_id: int, changes: Iterable[records.FileChange]) -> dict[str, int]:
    """Record what commits of one repository do to its files; keys of the files by name.

    Args:
        changes: In the order of the commits: what is said last decides whether a file is there.
    """
    changes = list(changes)
    with atomic():
        files = upsert_files(repo_id=repo_id, filenames=_names(changes))
        _upsert_changes(changes, files)
        _mark_deleted(changes, files)
        _link_renames(changes, files)
    return files


def set_files(*, repo_id: int, filenames: Iterable[str]) -> None:
    """Let these be the files that are there; what else the repository ever had is deleted."""
    missing = set(filenames)
    with files_locked(repo_id):
        for page in _pages(repo_id):
            deleted = {}
            for key, name in page:
                deleted[key] = name not in missing
                missing.discard(name)
            _set_deleted(deleted)
        upsert_files(repo_id=repo_id, filenames=missing)


# Private
# -------


def _known(repo_id: int, names: Collection[str]) -> dict[str, int]:
    if not names:
        return {}
    # Where a name is there twice, the oldest row of it counts: it is read last.
    files = GitHubFile.objects.filter(repo_id=repo_id, filename__in=names).order_by("-pk")
    return dict(files.values_list("filename", "pk"))


def _pages(repo_id: int) -> Iterator[list[tuple[int, str]]]:
    files = GitHubFile.objects.filter(repo_id=repo_id).order_by("pk").values_list("pk", "filename")
    last = 0
    while page := list(files.filter(pk__gt=last)[:PAGE]):
        yield page
        last, _ = page[-1]


def _names(changes: Iterable[records.FileChange]) -> set[str]:
    return {
        name for change in changes for name in (change.filename, change.previous_filename) if name
    }


def _upsert_changes(changes: Iterable[records.FileChange], files: Mapping[str, int]) -> None:
    rows = {
        (change.commit_id, files[change.filename]): GitCommitFileChange(
            commit_id=change.commit_id,
            github_file_id=files[change.filename],
            status=change.status,
            additions=change.additions,
            deletions=change.deletions,
            patch=change.patch,
        )
        for change in changes
    }
    GitCommitFileChange.objects.bulk_create(
        [rows[key] for key in sorted(rows)],
        update_conflicts=True,
        unique_fields=["commit", "github_file"],
        update_fields=["status", "additions", "deletions", "patch"],
    )


def _mark_deleted(changes: Sequence[records.FileChange], files: Mapping[str, int]) -> None:
    deleted: dict[int, bool] = {}
    for change in changes:
        if change.status == "renamed" and change.previous_filename:
            deleted[files[change.previous_filename]] = True
        deleted[files[change.filename]] = change.status == "removed"
    _set_deleted(deleted)


def _set_deleted(deleted: Mapping[int, bool]) -> None:
    for is_deleted in (True, False):
        keys = [key for key, value in deleted.items() if value is is_deleted]
        GitHubFile.objects.filter(pk__in=keys).exclude(is_deleted=is_deleted).update(
            is_deleted=is_deleted
        )


def _link_renames(changes: Iterable[records.FileChange], files: Mapping[str, int]) -> None:
    renamed = {
        files[change.filename]: files[change.previous_filename]
        for change in changes
        if change.status == "renamed" and change.previous_filename
    }
    GitHubFile.objects.bulk_update(
        [GitHubFile(pk=key, previous_filename_id=old) for key, old in sorted(renamed.items())],
        ["previous_filename"],
    )
