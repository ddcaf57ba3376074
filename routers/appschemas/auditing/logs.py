"""Logs: what the samplers of many processes say in them, and read back from there.

A process says a number when it is 1, 2, 4, 8 and so on. So each line stands for as many as came
since the line before it, and what all processes counted is the sum over all lines, whichever
process a line is of: at least that, and less than twice as much.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final, TextIO

from appschemas.auditing.crossings import KINDS, Crossing
from appschemas.auditing.reports import Report
from appschemas.auditing.sql import read
from appschemas.backend.session.call_sites import NOWHERE, CallSite
from appschemas.conf import get_contract
from appschemas.exceptions import AppSchemasError

LOGGER: Final = "appschemas.auditing.sampling"


def is_said(times: int) -> bool:
    """Whether a process says a number that it has counted to."""
    return not times & (times - 1)


def crossing_said(crossing: Crossing, times: int, share: float) -> str:
    """What is said of a place that was met so often."""
    site, schemas = crossing.site, ", ".join(crossing.schemas) or "?"
    return (
        f"{site.file}:{site.line} {site.function}: {crossing.kind} of {schemas}, "
        f"met {times} times{_among(share)}: {crossing.statement}"
    )


def looked_said(schema: str, times: int, share: float) -> str:
    """What is said of a schema whose tables so many statements had that were looked at."""
    return f"looked at {times} statements of {schema}{_among(share)}"


@dataclass
class Logged:
    """What was read: `looked` are the statements that were looked at, by schema.

    Attributes:
        schemas: Those that are asked about, in this order.
        sampled: Those of whose statements a share was looked at, by some process.
        found: The places, each with how often it was met at least.
    """

    schemas: list[str] = field(default_factory=list)
    looked: Counter[str] = field(default_factory=Counter)
    sampled: set[str] = field(default_factory=set)
    found: dict[tuple[Any, ...], Crossing] = field(default_factory=dict)

    @classmethod
    def read(cls, paths: Iterable[Path], wall: str = "") -> Logged:
        """Read log files, `-` for standard input; a line may have anything around what is said.

        Raises:
            AppSchemasError: a file cannot be read, or has no line of a sampler; `wall` is no schema
                of the contract.
        """
        logged = cls([schema.name for schema in get_contract().schemas])
        if wall and wall not in logged.schemas:
            known = ", ".join(logged.schemas)
            raise AppSchemasError(f"No schema {wall!r} in the contract; there are: {known}.")
        for path in paths:
            if not sum(map(logged._add, _lines(path))):
                raise AppSchemasError(
                    f"{_name(path)} has no line of the logger {LOGGER}: are "
                    "APPSCHEMAS_AUDIT_SAMPLE and the logger set where it was written?"
                )
        return logged

    @property
    def report(self) -> Report:
        """The same as the report of a run, whose counts are what was met at least."""
        crossings = sorted(self.found.values(), key=lambda each: (each.site, each.kind))
        return Report(crossings, totals=Counter(statements=self.looked.total()))

    def refused(self, schema: str) -> list[Crossing]:
        """The places that the wall of a schema would refuse."""
        found = self.found.values()
        return [each for each in found if each.refused and schema in each.schemas]

    def verdict(self, schema: str) -> tuple[bool, str]:
        """Whether nothing speaks against the wall of a schema, and what was seen of it."""
        looked, places = self.looked[schema], self.refused(schema)
        if places:
            met = sum(each.count for each in places)
            return False, f"refused {met:,} times or more, in {_places(len(places))}"
        if not looked:
            return False, "nothing of it was looked at"
        if schema not in self.sampled:
            return True, f"nothing refused of {looked:,} statements"
        # https://en.wikipedia.org/wiki/Rule_of_three_(statistics)
        rare = f", so fewer than 1 in {looked // 3:,} is (95%)" if looked >= 3 else ""
        return True, f"nothing refused of {looked:,} statements looked at{rare}"

    def refuse(self, schema: str) -> None:
        """Refuse where something speaks against the wall of a schema.

        Raises:
            AppSchemasError: saying what.
        """
        may_stand, said = self.verdict(schema)
        if not may_stand:
            raise AppSchemasError(f"The wall of {schema} may not stand yet: {said}.")

    def lines(self) -> Iterator[str]:
        """A paragraph for each place; a line for each schema."""
        for crossing in self.report.crossings:
            site, where = crossing.site, ", ".join(crossing.schemas) or "?"
            met = f"met {crossing.count:,} times or more"
            yield f"{site.file}:{site.line} {site.function}: {crossing.kind} of {where}, {met}"
            yield f"  {crossing.statement}"
            yield f"  {crossing.fix}"
        width = max(map(len, self.schemas), default=0)
        for name in self.schemas:
            yield f"{name:{width}}  {self.verdict(name)[1]}"
        if not self.looked:
            yield (
                "No line says how much was looked at: let the logger "
                f"{LOGGER} write the level INFO, too."
            )

    def as_json(self) -> dict[str, Any]:
        """The report, and `schemas`: what was looked at of each, and whether its wall may stand."""
        schemas = {
            name: {"looked": self.looked[name], "may_stand": self.verdict(name)[0]}
            for name in self.schemas
        }
        return {**self.report.as_json(), "schemas": schemas}

    # Private
    # -------

    def _add(self, line: str) -> int:
        added = 0
        for text in _texts(line):
            # First what speaks against a wall: its statement may hold the words of the other.
            if match := _CROSSING.search(text):
                self._meet(match)
                added += 1
            elif match := _LOOKED.search(text):
                times, schema, share = match.group("times", "schema", "share")
                self.looked[schema] += _since(int(times))
                if share:
                    self.sampled.add(schema)
                added += 1
        return added

    def _meet(self, match: re.Match[str]) -> None:
        said = match.groupdict()
        site = CallSite(said["file"], int(said["line"]), said["function"])
        schemas = tuple(each for each in said["schemas"].split(", ") if each != "?")
        tables = _tables(said["statement"])
        key = (said["kind"], site, schemas, tables)
        crossing = self.found.setdefault(
            key, Crossing(said["kind"], site, schemas, tables, said["statement"], set())
        )
        crossing.count += _since(int(said["times"]))


# Private
# -------

_SHARE: Final = r"(?:, among (?P<share>[\d.e+-]+)% of the statements)?"
# No process counts further; and Python refuses to read numbers of some thousand digits.
_NUMBER: Final = r"\d{1,18}"
# What a formatter puts before it ends in a space, a colon, a quote or an equals sign: to look for a
# file at each letter of a long word would take as long as the square of its length.
_CROSSING: Final = re.compile(
    rf'(?<![^\s:"=])(?P<file>{re.escape(NOWHERE.file)}|[^\s:"=]+):(?P<line>{_NUMBER}) '
    r"(?P<function>\S*): "
    rf"(?P<kind>{'|'.join(KINDS)}) of (?P<schemas>\?|\w+(?:, \w+)*), "
    rf"met (?P<times>{_NUMBER}) times{_SHARE}: (?P<statement>.*)"
)
_LOOKED: Final = re.compile(
    rf"looked at (?P<times>{_NUMBER}) statements of (?P<schema>\w+){_SHARE}"
)
# What is longer is read as several lines: a file may be one line, and larger than the memory.
_LONGEST: Final = 1 << 20


def _among(share: float) -> str:
    return "" if share >= 1 else f", among {share * 100:g}% of the statements"


def _since(times: int) -> int:
    return (times + 1) // 2


def _places(number: int) -> str:
    return f"{number} {'place' if number == 1 else 'places'}"


def _name(path: Path) -> str:
    return "standard input" if path == Path("-") else str(path)


def _lines(path: Path) -> Iterator[str]:
    if path == Path("-"):
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")
        yield from _cut(sys.stdin)
        return
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            yield from _cut(file)
    except OSError as error:
        raise AppSchemasError(f"{path} cannot be read ({error.strerror}).") from None


def _cut(file: TextIO) -> Iterator[str]:
    return iter(partial(file.readline, _LONGEST), "")


def _texts(line: str) -> Iterator[str]:
    """The line, or the texts in it where it is JSON, as containers and formatters write it."""
    text = line.strip()
    if text.startswith("{"):
        # What is nested too deep is no line of a sampler.
        with suppress(ValueError, RecursionError):
            for value in json.loads(text).values():
                if isinstance(value, str):
                    yield from _texts(value)
            return
    # What a log has may be anybody's, and a terminal does what it is sent.
    yield "".join(each if each.isprintable() else " " for each in text)


def _tables(statement: str) -> tuple[str, ...]:
    refs = (ref for each in read(statement, parametrised=True) for ref in each.refs)
    return tuple(sorted({f"{ref.schema}.{ref.name}".removeprefix(".") for ref in refs}))
