"""Rows: whether all are there, as clients were told, and whose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import psycopg

from benchmarks.clients import Figures
from benchmarks.split.shared_state import SharedState


def checksum(state: SharedState) -> tuple[Any, ...]:
    """Of what no client changes: the keys of the rows that were there at first."""
    with _anywhere(state) as connection:
        row: Any = connection.execute(_CHECKSUM, [state.rows]).fetchone()
        return tuple(row)


def length(state: SharedState) -> int:
    """Grows by one with each UPDATE of clients."""
    with _anywhere(state) as connection:
        row: Any = connection.execute(_LENGTH).fetchone()
        return int(row[0])


def kept(state: SharedState, figures: Figures, before: tuple[Any, ...], grew: int) -> Iterator[str]:
    """What became of the rows, in words.

    Args:
        figures: What clients were told.
        before: The checksum of before.
        grew: By how much the length has grown.
    """
    with _anywhere(state) as connection:
        orphans: Any = connection.execute(_ORPHANS).fetchone()
        lost: Any = connection.execute(_LOST, [figures.inserted]).fetchone()
    updates = sum(count for each, count in figures.written.items() if each.startswith(b"UPDATE"))
    yield f"{orphans[0]} orphans"
    yield f"{lost[0]} of {len(figures.inserted):,} acknowledged rows lost"
    yield f"{max(0, updates - grew)} of {updates:,} acknowledged changes lost"
    same = "equal" if checksum(state) == before else "another"
    yield f"checksum of the {before[0]:,} rows of before {same}"


# Private
# -------

_ORPHANS: Final = """
SELECT count(*) FROM (SELECT person_id FROM note UNION ALL SELECT person_id FROM page) n
 WHERE NOT EXISTS (SELECT FROM person p WHERE p.id = n.person_id)
"""
_LOST: Final = """
SELECT count(*) FROM unnest(%s::bigint[]) i WHERE NOT EXISTS (SELECT FROM note n WHERE n.id = i)
"""
_CHECKSUM: Final = """
SELECT count(*), sum(hashint8(id)::bigint * (hashint8(person_id) %% 65536))
  FROM (SELECT id, person_id FROM note WHERE id <= %s
        UNION ALL SELECT id, person_id FROM page WHERE id > 0
        UNION ALL SELECT id, 0 FROM person) AS every_row
"""
_LENGTH: Final = """
SELECT (SELECT sum(length(text)) FROM note) + (SELECT sum(length(name)) FROM person)
"""


def _anywhere(state: SharedState) -> psycopg.Connection[Any]:
    """Wherever the tables lie."""
    return state.connection(options="-c search_path=public,hub,app")
