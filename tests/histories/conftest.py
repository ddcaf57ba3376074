"""A project of each test's own."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import admin_settings
from tests.histories.project import Project, empty_project


@pytest.fixture(scope="session")
def server() -> dict[str, Any]:
    """The administrator's login, as psycopg takes it."""
    settings = admin_settings()
    names = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password"}
    return {name: settings[key] for key, name in names.items() if settings[key]}


@pytest.fixture
def project(server: dict[str, Any], tmp_path: Path) -> Iterator[Project]:
    """A project without apps, and an empty database."""
    with empty_project(server, tmp_path, f"h{secrets.token_hex(4)}") as made:
        yield made
