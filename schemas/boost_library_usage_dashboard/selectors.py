"""Reads: what the page shows, joined across three schemas as this app's own role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any, Final

from django.db import connections

ALIAS: Final = "boost_library_usage_dashboard"


@dataclass(frozen=True, slots=True)
class Totals:
    """The numbers at the top of the page."""

    repositories: int
    repositories_using: int
    libraries: int
    libraries_used: int
    includes: int
    commits: int


@dataclass(frozen=True, slots=True)
class LibraryUse:
    """How many outside repositories, and files in them, include a library."""

    name: str
    repositories: int
    files: int


@dataclass(frozen=True, slots=True)
class VersionUse:
    """How many outside repositories are on a Boost version; `embedded` of them carry a copy."""

    version: str
    repositories: int
    embedded: int


@dataclass(frozen=True, slots=True)
class HeaderUse:
    """How many outside repositories include a header."""

    filename: str
    library: str
    repositories: int


@dataclass(frozen=True, slots=True)
class Contributor:
    """How much an account committed to Boost libraries, and to how many repositories."""

    account_id: int
    name: str
    commits: int
    repositories: int


@dataclass(frozen=True, slots=True)
class Week:
    """How many commits were made in the week that begins on this Monday, UTC."""

    begins: date
    commits: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the page shows."""

    totals: Totals
    libraries: list[LibraryUse]
    versions: list[VersionUse]
    headers: list[HeaderUse]
    contributors: list[Contributor]
    weeks: list[Week]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return not (self.versions or self.libraries or self.contributors or self.weeks)


def totals() -> Totals:
    """The totals."""
    return Totals(*_rows("totals")[0])


def libraries(*, limit: int = 20) -> list[LibraryUse]:
    """Libraries, those used by most repositories first."""
    return [LibraryUse(*row) for row in _rows("libraries", limit=limit)]


def versions() -> list[VersionUse]:
    """Boost versions in use, old ones first."""
    return [VersionUse(*row) for row in _rows("versions")]


def headers(*, limit: int = 20) -> list[HeaderUse]:
    """Headers, those used by most repositories first."""
    return [HeaderUse(*row) for row in _rows("headers", limit=limit)]


def contributors(*, limit: int = 20) -> list[Contributor]:
    """Accounts, those with most commits first; their names come from the hub in one query."""
    rows = _rows("contributors", limit=limit)
    names = _names([account_id for account_id, *_ in rows])
    return [Contributor(account_id, names[account_id], *counts) for account_id, *counts in rows]


def weeks(*, limit: int = 20) -> list[Week]:
    """The last weeks with commits, old ones first."""
    return [Week(*row) for row in _rows("weeks", limit=limit)]


def report(*, limit: int = 20) -> Report:
    """All of it."""
    return Report(
        totals(), libraries(limit=limit), versions(), headers(limit=limit),
        contributors(limit=limit), weeks(limit=limit),
    )  # fmt: skip


# Private
# -------


def _rows(query: str, **parameters: Any) -> list[tuple[Any, ...]]:
    text = (files(__package__) / "sql" / f"{query}.sql").read_text(encoding="utf-8")
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(text, parameters or None)
        return cursor.fetchall()


def _names(account_ids: list[int]) -> dict[int, str]:
    if not account_ids:
        return {}
    # Not at the top: this app is also installed without the hub, on whose tables it has no grant.
    from cppa_user_tracker import services as hub

    accounts = hub.profiles_by_keys(keys=account_ids, kind=hub.ProfileType.GITHUB)
    return {
        key: getattr(accounts.get(key), "display_name", "")
        or getattr(accounts.get(key), "username", "")
        or f"account {key}"
        for key in account_ids
    }
