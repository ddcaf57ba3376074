"""The audit as a page: what crosses, against the baseline and the reports before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from appschemas.auditing.pages.page import page, program_named

Key = tuple[str, str, str, tuple[str, ...]]


def audit_page(
    report: Mapping[str, Any],
    known: Iterable[Key] | None = None,
    earlier: Iterable[tuple[str, Mapping[str, Any]]] = (),
) -> str:
    """One HTML file, which needs no server and no network.

    Args:
        report: As `Report.as_json()` gives it.
        known: The crossings of the baseline as (kind, file, function, tables); None without one.
        earlier: Reports of before with what to call them, the oldest first.
    """
    baseline = None if known is None else set(known)
    found = {_key(each) for each in report["crossings"]}
    facts = {
        "title": "What crosses",
        "totals": report["totals"],
        "crossings": [
            {**each, "state": "known" if baseline is None or _key(each) in baseline else "new"}
            for each in report["crossings"]
        ],
        "baseline": None if baseline is None else len(baseline),
        "gone": [
            dict(zip(("kind", "file", "function", "tables"), key, strict=True))
            for key in sorted((baseline or set()) - found)
        ],
        "series": [
            {"name": name, "refused": sum(each["refused"] is True for each in those["crossings"])}
            for name, those in (*earlier, ("now", report))
        ],
    }
    return page("What crosses", facts, program_named(__package__ or "", "audit.js"))


# Private
# -------


def _key(crossing: Mapping[str, Any]) -> Key:
    kind, file, function = crossing["kind"], crossing["file"], crossing["function"]
    return kind, file, function, tuple(crossing["tables"])
