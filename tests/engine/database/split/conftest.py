"""A database in its shared state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.tools.splits import Before, shared
from tests.tools.walls import Wall


@pytest.fixture
def before(bare: Wall, server: dict[str, Any]) -> Iterator[Before]:
    """All tables in public, of a login that is no superuser."""
    with shared(bare, server) as made:
        yield made
