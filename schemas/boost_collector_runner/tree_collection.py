"""The tree at HEAD, on its way into the apps: which files are there, and what they include.

A repository that Boost's libraries live in is none from outside: its includes are not read, and
nor are those of a copy of Boost inside of a repository.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from django.utils import timezone

from boost_collector_runner.batches import Report, atomic, batched
from boost_collector_runner.git_repository import GitRepository
from boost_collector_runner.includes import TreeFile, includes, tree_files
from boost_library_tracker import selectors as boost
from boost_usage_tracker import selectors as usages
from boost_usage_tracker import services as usage
from github_activity_tracker import selectors as activity
from github_activity_tracker import services as github

LONGEST_PATH: Final = 1_024


def collect_tree(source: GitRepository, *, repo_id: int, report: Report) -> tuple[int, int]:
    """Store what the tree says; how many includes are new, and how many gone.

    The names of the tree's files are in memory, whatever the history behind it.

    Raises:
        GitError: git cannot read the tree; what was read is stored.
    """
    names: set[str] = set()
    sources: list[TreeFile] = []
    for file in tree_files(source):
        if len(file.path) <= LONGEST_PATH:
            names.add(file.path)
            if file.is_cpp:
                sources.append(file)
    github.set_files(repo_id=repo_id, filenames=names)
    if boost.is_library_repository(repo_id=repo_id):
        return 0, 0
    copies = tuple(name.removesuffix("version.hpp") for name in names if _VERSION.search(name))
    outside = [file for file in sources if not file.path.startswith(copies)]
    return _collect(source, repo_id, outside, is_embedded=bool(copies), report=report)


# Private
# -------

FILES: Final = 500
HEADERS: Final = 5_000
_VERSION: Final = re.compile(r"(?:^|/)boost/version\.hpp$")
_HEADER: Final = re.compile(r"(?:^|/include/|^include/)(?P<header>boost/.+)$")


def _collect(
    source: GitRepository,
    repo_id: int,
    files: list[TreeFile],
    *,
    is_embedded: bool,
    report: Report,
) -> tuple[int, int]:
    headers: dict[str, int] = {}
    seen: set[int] = set()
    added = gone = done = 0

    def looked_at(is_used: bool) -> None:
        usage.upsert_external_repository(
            repo_id=repo_id, is_boost_embedded=is_embedded, is_boost_used=is_used
        )

    for part in batched(files, FILES):
        found = {file.path: names for file, names in includes(source, part) if names}
        if found and not seen:
            looked_at(is_used=True)
            headers = _headers()
        if found:
            records = _records(repo_id, found, headers)
            seen.update(each.file_id for each in records)
            more, less = _store(repo_id, records)
            added, gone = added + more, gone + less
        done += len(part)
        report("files", done, len(files))
    if not seen:
        looked_at(is_used=False)
    for keys in batched(sorted(usages.files_with_usages(repo_id=repo_id) - seen), FILES):
        _, less = _store(repo_id, [usage.records.FileIncludes(file_id=key) for key in keys])
        gone += less
    return added, gone


def _headers() -> dict[str, int]:
    """Keys of Boost's headers by the name to include; the newest where two have one name."""
    found: dict[str, int] = {}
    for keys in batched(boost.library_files(), HEADERS):
        names = activity.file_names(file_ids=keys)
        for key in sorted(names):
            if header := _HEADER.search(names[key]):
                found[header["header"]] = key
    return found


def _records(
    repo_id: int, found: Mapping[str, frozenset[str]], headers: Mapping[str, int]
) -> list[usage.records.FileIncludes]:
    files = github.upsert_files(repo_id=repo_id, filenames=found)
    dates = activity.last_commits_of_files(file_ids=files.values())
    return [
        usage.records.FileIncludes(
            file_id=files[path],
            header_ids=frozenset(headers[name] for name in names & headers.keys()),
            missing=names - headers.keys(),
            last_commit_date=dates.get(files[path]),
        )
        for path, names in found.items()
    ]


def _store(repo_id: int, records: list[usage.records.FileIncludes]) -> tuple[int, int]:
    with atomic("boost_usage_tracker"):
        return usage.set_includes(repo_id=repo_id, includes=records, day=timezone.localdate())
