"""Projects of strangers: without a database, and with one of their own."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from stranger import Stranger, database


@pytest.fixture
def stranger(tmp_path: Path) -> Stranger:
    """A project that has no app yet, and no database."""
    return Stranger(tmp_path, f"s{secrets.token_hex(4)}")


@pytest.fixture
def settled(stranger: Stranger, server: dict[str, Any]) -> Iterator[Stranger]:
    """A project with an empty database; it is dropped at the end with its roles."""
    with database(server, stranger.name) as url:
        stranger.url = url
        yield stranger


@pytest.fixture
def second(tmp_path_factory: pytest.TempPathFactory, server: dict[str, Any]) -> Iterator[Stranger]:
    """Another project with an empty database on the same server."""
    name = f"s{secrets.token_hex(4)}"
    with database(server, name) as url:
        yield Stranger(tmp_path_factory.mktemp(name), name, url)
