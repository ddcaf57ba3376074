"""Reports: what an audit found, as JSON for machines and as a table for people."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from appschemas.auditing.crossings import Crossing, Judge
from appschemas.auditing.recorder import Recorder
from appschemas.backend.session.call_sites import CallSite
from appschemas.conf import get_contract
from appschemas.exceptions import AppSchemasError

VERSION: Final = 1


@dataclass
class TwoSteps:
    """A condition on the other side of an identity key: where, how often, the most keys at once."""

    condition: str
    site: CallSite
    count: int
    keys: int


@dataclass
class Report:
    """The crossings, and `totals`: counts that add up when the reports of workers are merged."""

    crossings: list[Crossing] = field(default_factory=list)
    two_steps: list[TwoSteps] = field(default_factory=list)
    totals: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @classmethod
    def of(cls, recorder: Recorder) -> Report:
        """What was recorded, held against the contract of the settings."""
        start = time.perf_counter()
        crossings = Judge(get_contract()).crossings(recorder)
        totals = Counter(
            statements=recorder.statements,
            judged=sum(recorder.calls.values()),
            unparsed=sum(each.count for each in crossings if each.kind == "unparsed"),
            by_owner=recorder.by_owner,
            unplaced=recorder.unplaced,
            two_steps=sum(count for count, _ in recorder.two_steps.values()),
        )
        two_steps = [TwoSteps(*said, *counted) for said, counted in recorder.two_steps.items()]
        return cls(crossings, two_steps, totals, recorder.seconds + time.perf_counter() - start)

    @classmethod
    def load(cls, path: Path) -> Report:
        """Read a report.

        Raises:
            AppSchemasError: the file cannot be read or is no report.
        """
        try:
            return cls.from_json(json.loads(path.read_text(encoding="utf-8")))
        except OSError as error:
            raise AppSchemasError(f"{path} cannot be read ({error.strerror}).") from None
        except (ValueError, KeyError, TypeError):
            raise AppSchemasError(
                f"{path} is no report of version {VERSION}; write one with --schemas-audit or "
                "manage.py schema_audit --output."
            ) from None

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Report:
        """The report that `as_json` gave."""
        if value["version"] != VERSION:
            raise ValueError(value["version"])
        crossings = [
            Crossing(
                kind=each["kind"],
                site=_site(each),
                schemas=tuple(each["schemas"]),
                tables=tuple(each["tables"]),
                statement=each["statement"],
                tests=set(each["tests"]),
                count=each["count"],
            )
            for each in value["crossings"]
        ]
        two_steps = [
            TwoSteps(each["condition"], _site(each), each["count"], each["keys"])
            for each in value.get("two_steps", ())
        ]
        return cls(crossings, two_steps, Counter(value["totals"]), value["seconds"])

    def as_json(self) -> dict[str, Any]:
        """The report as plain values; every value of the SQL is already out of it."""
        return {
            "version": VERSION,
            "totals": dict(self.totals),
            "seconds": round(self.seconds, 3),
            "crossings": [_as_json(crossing) for crossing in self.crossings],
            "two_steps": [
                {
                    "condition": each.condition,
                    **_place(each.site),
                    "count": each.count,
                    "keys": each.keys,
                }
                for each in self.two_steps
            ],
        }

    def write(self, path: Path) -> None:
        """Write the file, and the folder that it is in."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(self.as_json(), indent=2) + "\n", encoding="utf-8")


def merged(reports: Iterable[Report]) -> Report:
    """One report of several: of workers, or of several runs."""
    reports, whole = list(reports), Report()
    found: dict[Any, Crossing] = {}
    for report in reports:
        whole.totals.update(report.totals)
        whole.seconds += report.seconds
        for crossing in report.crossings:
            key = (crossing.site, crossing.kind, crossing.tables)
            known = found.setdefault(key, crossing)
            if known is not crossing:
                known.tests |= crossing.tests
                known.count += crossing.count
    whole.crossings = [found[key] for key in sorted(found)]
    whole.two_steps = _added(each for report in reports for each in report.two_steps)
    return whole


def report_lines(report: Report) -> Iterator[str]:
    """One paragraph a crossing: where, what, and what to write instead; then the counts."""
    for crossing in report.crossings:
        site = crossing.site
        where = ", ".join(crossing.schemas) or "?"
        yield f"{site.file}:{site.line} {site.function}: {crossing.kind} of {where}"
        yield f"  {_cut(crossing.statement)}"
        if crossing.tests:
            yield f"  {_cut(', '.join(sorted(crossing.tests)))}"
        yield f"  {crossing.fix}"
    for two_steps in report.two_steps:
        site = two_steps.site
        yield (
            f"{site.file}:{site.line} {site.function}: {two_steps.condition} in two steps, "
            f"{two_steps.count} times, with {two_steps.keys} keys at most"
        )
    kinds = Counter(each.refused for each in report.crossings)
    totals = report.totals
    yield (
        f"{totals['statements']} statements: {kinds[True]} places to change, {kinds[False]} "
        f"transactions over several schemas, {kinds[None]} to read yourself; "
        f"{totals['two_steps']} queries in two steps; "
        f"{totals['by_owner']} of migrations not judged, {totals['unplaced']} of no line of yours; "
        f"{report.seconds:.2f} s for the audit."
    )


# Private
# -------

_WIDTH: Final = 160


def _cut(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 4]} ..."


def _added(two_steps: Iterable[TwoSteps]) -> list[TwoSteps]:
    found: dict[tuple[CallSite, str], TwoSteps] = {}
    for each in two_steps:
        known = found.get((each.site, each.condition))
        count, keys = (known.count, known.keys) if known else (0, 0)
        found[each.site, each.condition] = TwoSteps(
            each.condition, each.site, count + each.count, max(keys, each.keys)
        )
    return [found[key] for key in sorted(found)]


def _site(value: dict[str, Any]) -> CallSite:
    return CallSite(value["file"], value["line"], value["function"])


def _place(site: CallSite) -> dict[str, Any]:
    return {"file": site.file, "line": site.line, "function": site.function}


def _as_json(crossing: Crossing) -> dict[str, Any]:
    return {
        "kind": crossing.kind,
        "refused": crossing.refused,
        **_place(crossing.site),
        "schemas": list(crossing.schemas),
        "tables": list(crossing.tables),
        "statement": crossing.statement,
        "count": crossing.count,
        "tests": sorted(crossing.tests),
        "fix": crossing.fix,
    }
