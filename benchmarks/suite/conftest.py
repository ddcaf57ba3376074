"""Writes how long the tests took: all but the first, which waits for the database."""

from __future__ import annotations

import json
import os
from collections.abc import Generator
from pathlib import Path
from time import perf_counter

import pytest

_seconds: list[float] = []


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Set-up, test and clearing up."""
    begun = perf_counter()
    result = yield
    _seconds.append(perf_counter() - begun)
    return result


def pytest_sessionfinish() -> None:
    """For the process that waits for it."""
    Path(os.environ["BENCH_RESULT"]).write_text(json.dumps(sum(_seconds[1:])))
