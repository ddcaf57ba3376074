"""Held: keys of other apps' rows, of which a test needs nothing but the keys.

The same name is the same row for the whole of a test.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

ACCOUNT = "cppa_user_tracker.GitHubAccount"
REPOSITORY = "github_activity_tracker.GitHubRepository"
FILE = "github_activity_tracker.GitHubFile"

_made: dict[tuple[str, object], Any] = {}
_make: list[Callable[[str], Any]] = []


def begin(identity_key: Callable[[str], Any]) -> None:
    """Forget what the test before held."""
    _made.clear()
    _make[:] = [identity_key]


def key(label: str, name: object = 1) -> Any:
    """The key of the row of that name."""
    if (label, name) not in _made:
        _made[label, name] = _make[0](label)
    return _made[label, name]


def account(number: int = 1) -> Any:
    """The key of the GitHub account with that number."""
    return key(ACCOUNT, number)


def repository(name: str = "json", *, owner: int = 1) -> Any:
    """The key of the repository of that name."""
    return key(REPOSITORY, (name, owner))


def file(name: str, *, repo_id: int) -> Any:
    """The key of the repository's file of that name."""
    return key(FILE, (name, repo_id))
