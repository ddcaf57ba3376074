"""What was said to the database, and as whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from django.db import connections

Recorded = Callable[[], AbstractContextManager[list[tuple[str, str]]]]


@contextmanager
def recorded() -> Iterator[list[tuple[str, str]]]:
    """Record (role, SQL) of each statement in the block, whichever alias it runs on."""
    seen: list[tuple[str, str]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        result = execute(sql, params, many, context)
        known_context = context["connection"].session.known_context
        seen.append((known_context.role if known_context else "", sql))
        return result

    wrappers = [connections[alias].execute_wrapper(note) for alias in connections]
    for wrapper in wrappers:
        wrapper.__enter__()
    try:
        yield seen
    finally:
        for wrapper in wrappers:
            wrapper.__exit__(None, None, None)
