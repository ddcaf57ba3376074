"""Records: what a collector has found in files, on its way into the tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FileIncludes:
    """All headers of Boost that a file includes.

    `header_ids` are keys of files that belong to a library; `missing` are names of headers that
    no library has.
    """

    file_id: int
    header_ids: frozenset[int] = frozenset()
    missing: frozenset[str] = frozenset()
    last_commit_date: datetime | None = None
