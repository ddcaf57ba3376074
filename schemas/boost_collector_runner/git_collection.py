"""A git repository's history, on its way into the apps through their services.

Commits go in by batches, parents first, and a batch is one transaction across the apps: after a
run that was killed, the next one skips the commits that are there and goes on with the first that
is not. What a run has added is what is there after it and was not before.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from boost_collector_runner.batches import Report, atomic, batched
from boost_collector_runner.git_log import Change, Commit, commits
from boost_collector_runner.git_repository import GitRepository, Origin
from boost_collector_runner.tree_collection import collect_tree
from cppa_user_tracker import services as hub
from github_activity_tracker import selectors
from github_activity_tracker import services as github

LONGEST_PATH: Final = 1_024


@dataclass(frozen=True, slots=True)
class Collected:
    """What a run has added; `left_out` are changes of files whose paths are too long."""

    repository: str
    commits: int
    authors: int
    files: int
    changes: int
    includes: int
    includes_gone: int
    left_out: int
    read: int
    is_complete: bool
    seconds: float

    def __str__(self) -> str:
        return f"{self.repository}: {self._news()} in {self.seconds:.1f} s"

    def _news(self) -> str:
        counts = (self.commits, self.authors, self.files, self.changes, self.includes)
        names = ("commits", "authors", "files", "changes", "includes")
        gone = f", {self.includes_gone:,} includes gone" if self.includes_gone else ""
        if any(counts):
            pairs = zip(counts, names, strict=True)
            return ", ".join(f"{count:,} {name}" for count, name in pairs) + " added" + gone
        return f"nothing new{gone}; {self.read:,} commits read"


def collect(source: GitRepository, *, limit: int | None, report: Report) -> Collected:
    """Store the history that HEAD has, or the `limit` oldest commits of it.

    What the tree at HEAD includes is only read where the whole history is: the files of a
    part of it may be others.

    Raises:
        GitError: git cannot read the history to its end; what was read is stored.
    """
    started, there = time.monotonic(), source.count()
    origin, total = source.origin, there if limit is None else min(there, limit)
    repo_id = _repository(source, origin)
    before = selectors.activity_totals(repo_id=repo_id)
    done = left_out = 0
    for hashes in batched(source.hashes(limit=limit), COMMITS):
        known = selectors.known_commits(repo_id=repo_id, hashes=hashes)
        new = [each for each in hashes if each not in known]
        for batch in _batches(commits(source, new)) if new else ():
            left_out += _store(repo_id, batch)
        done += len(hashes)
        report("commits", done, total)
    is_complete = total == there
    new, gone = collect_tree(source, repo_id=repo_id, report=report) if is_complete else (0, 0)
    after = selectors.activity_totals(repo_id=repo_id)
    return Collected(
        repository="/".join(filter(None, (origin.owner, origin.name))),
        **{name: after[name] - before[name] for name in after},
        includes=new,
        includes_gone=gone,
        left_out=left_out,
        read=done,
        is_complete=is_complete,
        seconds=time.monotonic() - started,
    )


# Private
# -------

# A transaction has at most this much in it, unless one commit has more.
COMMITS: Final = 500
CHANGES: Final = 5_000
CHARACTERS: Final = 4_000_000
# As long as the columns are.
LONGEST_NAME: Final = 255


def _repository(source: GitRepository, origin: Origin) -> int:
    with atomic("cppa_user_tracker", "github_activity_tracker"):
        found, _ = github.get_or_create_repository(
            owner_account_id=_owner(source, origin), repo_name=origin.name[:LONGEST_NAME]
        )
    return found.pk


def _owner(source: GitRepository, origin: Origin) -> int:
    """Whom GitHub knows by the name in the remote's URL, else who made the first commit."""
    if origin.owner:
        if account := hub.github_account_by_username(username=origin.owner):
            return account.pk
        author = (origin.owner[:LONGEST_NAME], "")
    else:
        [first] = commits(source, source.hashes(limit=1))
        author = _author(first)
    return hub.get_or_create_unknown_github_authors(authors=[author])[author]


def _author(commit: Commit) -> tuple[str, str]:
    return commit.name[:LONGEST_NAME], commit.email[:LONGEST_NAME]


def _batches(found: Iterable[Commit]) -> Iterator[list[Commit]]:
    batch: list[Commit] = []
    changes = characters = 0
    for commit in found:
        batch.append(commit)
        changes += len(commit.changes)
        characters += len(commit.message)
        if changes >= CHANGES or characters >= CHARACTERS:
            yield batch
            batch, changes, characters = [], 0, 0
    if batch:
        yield batch


def _store(repo_id: int, batch: list[Commit]) -> int:
    """Store the commits; how many of their changes are left out."""
    with atomic("cppa_user_tracker", "github_activity_tracker"):
        accounts = hub.get_or_create_unknown_github_authors(authors=map(_author, batch))
        keys = github.upsert_commits(
            repo_id=repo_id,
            commits=[
                github.records.Commit(
                    account_id=accounts[_author(commit)],
                    commit_hash=commit.hash,
                    commit_at=commit.at,
                    comment=commit.message,
                )
                for commit in batch
            ],
        )
        changes = ((keys[commit.hash], each) for commit in batch for each in _fitting(commit))
        for part in batched(changes, CHANGES):
            github.record_file_changes(
                repo_id=repo_id, changes=[_record(key, change) for key, change in part]
            )
    return sum(len(change.path) > LONGEST_PATH for each in batch for change in each.changes)


def _fitting(commit: Commit) -> Iterator[Change]:
    """The changes with paths that fit; one that is renamed out of sight is removed."""
    for change in commit.changes:
        previous = change.previous
        if previous is not None and len(previous) > LONGEST_PATH:
            change = Change(change.path, "added", change.additions, change.deletions)
        if len(change.path) <= LONGEST_PATH:
            yield change
        elif previous is not None and len(previous) <= LONGEST_PATH:
            yield Change(previous, "removed")


def _record(commit_id: int, change: Change) -> github.records.FileChange:
    return github.records.FileChange(
        commit_id=commit_id,
        filename=change.path,
        status=change.status,
        additions=change.additions,
        deletions=change.deletions,
        previous_filename=change.previous,
    )
