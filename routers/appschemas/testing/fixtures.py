"""The fixtures; in a module of their own, since they are registered after pytest-django's."""

from __future__ import annotations

from typing import Any, Protocol

import pytest

from appschemas.testing.key_factory import create_keys


class IdentityKeys(Protocol):
    """One key, or with `count` a list of as many."""

    def __call__(self, label: str, count: int | None = None) -> Any: ...


@pytest.fixture
def identity_key() -> IdentityKeys:
    """Makes rows of published models for a test that needs nothing but their keys.

    `identity_key("people.Person")` is a key, `identity_key("people.Person", count=1000)` a list.
    The test is one that may use the database.
    """

    def key(label: str, count: int | None = None) -> Any:
        keys = create_keys(label, 1 if count is None else count)
        return keys[0] if count is None else keys

    return key
