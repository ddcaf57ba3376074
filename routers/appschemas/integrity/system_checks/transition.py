"""System checks of the transition: what works because of reads, and what lacks them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from django.core import checks

from appschemas.conf import usable_contract
from appschemas.integrity.system_checks.documented import documented
from appschemas.integrity.transition import (
    NeededRead,
    missing_reads,
    needed_reads,
    pending_joins,
)


@documented
def check_transition(**kwargs: Any) -> list[checks.CheckMessage]:
    """Whether pending relations have the reads that joins over them need."""
    if (contract := usable_contract()) is None:
        return []
    needed = needed_reads(pending_joins(contract))
    missing = missing_reads(contract, needed)
    return [*_missing(missing), *_working([each for each in needed if each not in missing])]


# Private
# -------

# So much as fits a line or two; the command tells all.
_SHOWN: Final = 3


def _missing(missing: Iterable[NeededRead]) -> Iterator[checks.CheckMessage]:
    for reader, reads in groupby(missing, key=lambda read: read.reader):
        those = list(reads)
        names = ", ".join(f'"{read.schema}"' for read in those)
        yield checks.Warning(
            f"Schema {reader!r} may not join the tables that its pending relations lead to: "
            f"{_listed([_told(read) for read in those], '; ')}.",
            hint=f"Make them identity keys, or add {names} to reads of [schemas.{reader}] until "
            f"they are.",
            obj=reader,
            id="appschemas.W040",
        )


def _working(working: list[NeededRead]) -> Iterator[checks.CheckMessage]:
    if working:
        lines = [f"{read.reader} reads {_told(read)}" for read in working]
        yield checks.Info(
            f"Joins over pending relations work because of reads: {_listed(lines, '; ')}.",
            hint="A read may go when its keys are identity keys; all of them: "
            "manage.py schema_contract --explain -v 2.",
            id="appschemas.I041",
        )


def _told(read: NeededRead) -> str:
    over = f", over {', '.join(read.over)}" if read.over else ""
    return f"{read.schema} ({_listed(list(read.fields), ', ')}{over})"


def _listed(words: list[str], between: str) -> str:
    more = f"{between}and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return between.join(words[:_SHOWN]) + more
