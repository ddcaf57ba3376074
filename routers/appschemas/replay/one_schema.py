"""One schema: what is to be migrated are its apps, out of a graph that is everybody's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.graph import MigrationGraph

from appschemas.contract.schema import Schema

_Key = tuple[str, str]
_only: ContextVar[Schema | None] = ContextVar("appschemas_only", default=None)


def install() -> None:
    """Let graphs know what is asked for: Django's command takes every leaf, or those of one app."""
    graph: Any = MigrationGraph
    graph.leaf_nodes = _of_the_only(graph.leaf_nodes)
    executor: Any = MigrationExecutor
    executor.__init__ = _narrowed(executor.__init__)
    executor.migration_plan = _widened(executor.migration_plan)


@contextmanager
def only(schema: Schema | None) -> Iterator[None]:
    """In the block, what is to be migrated are the apps of `schema`; None stands for all apps."""
    token = _only.set(schema)
    try:
        yield
    finally:
        _only.reset(token)


# Private
# -------


def _of_the_only(original: Callable[..., list[_Key]]) -> Callable[..., list[_Key]]:
    def leaf_nodes(self: Any, app: str | None = None) -> list[_Key]:
        leaves, apps = original(self, app), getattr(self, "appschemas_only", None)
        return leaves if apps is None else [key for key in leaves if key[0] in apps]

    return leaf_nodes


def _narrowed(original: Callable[..., None]) -> Callable[..., None]:
    """Until the plan is made, the graph ends at the apps of the one schema that is asked for."""

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        if (schema := _only.get()) is not None:
            self.loader.graph.appschemas_only = schema.apps

    return __init__


def _widened(original: Callable[..., Any]) -> Callable[..., Any]:
    """The state of the project is that of all apps again."""

    def migration_plan(self: Any, *args: Any, **kwargs: Any) -> Any:
        self.loader.graph.appschemas_only = None
        return original(self, *args, **kwargs)

    return migration_plan
