"""A project of each test's own."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.tools.history_project import Project, empty_project


@pytest.fixture
def project(server: dict[str, Any], tmp_path: Path) -> Iterator[Project]:
    """A project without apps, and an empty database."""
    with empty_project(server, tmp_path, f"h{secrets.token_hex(4)}") as made:
        yield made
