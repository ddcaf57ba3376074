"""The current role: whether the process works as a schema's runtime role or as its owner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import Enum
from typing import Final

from django.db import connections


class ActingRole(Enum):
    """The role that statements run as, and with it the login."""

    RUNTIME = "rw"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class ActingInHistory:
    """SQL of the past that reaches every schema; what it makes lies in `schema`."""

    schema: str


_acting: ContextVar[ActingRole | ActingInHistory] = ContextVar(
    "appschemas_acting", default=ActingRole.RUNTIME
)
_login: ContextVar[ActingRole] = ContextVar("appschemas_login", default=ActingRole.RUNTIME)


_alone: ContextVar[str] = ContextVar("appschemas_alone", default="")


# As whom the next statement runs. Every statement asks, so it is the variable's own method.
current_role: Final[Callable[[], ActingRole | ActingInHistory]] = _acting.get


def login_role() -> ActingRole:
    """Whose login the next connection uses."""
    return _login.get()


@contextmanager
def acting_as_owner() -> Iterator[None]:
    """Statements in the block run as the owner of their schema: this is how DDL runs."""
    token = _acting.set(ActingRole.OWNER)
    try:
        yield
    finally:
        _acting.reset(token)


@contextmanager
def acting_in_history(schema: str) -> Iterator[None]:
    """Statements in the block, whatever their alias, run as the role of history.

    Unqualified names are those of `schema` first, then of all others: this is how data migrations
    run, which were written when all tables lay together.
    """
    token = _acting.set(ActingInHistory(schema))
    try:
        yield
    finally:
        _acting.reset(token)


@contextmanager
def acting_alone(schema: str) -> Iterator[None]:
    """In the block the login may act as the owner of `schema` and as nobody else."""
    token = _alone.set(schema)
    try:
        yield
    finally:
        _alone.reset(token)


def acts_alone() -> str:
    """The one schema whose owner the login may act as; "" where it may act as all."""
    return _alone.get()


@contextmanager
def logged_in_as_migrator() -> Iterator[None]:
    """Connections opened in the block use the migrator's login, and act as owners.

    What a migration does in one schema and in another is one transaction, own session or not.
    """

    def elsewhere() -> bool:
        return any(connections[alias].settings_dict.get("MIGRATOR") for alias in connections)

    def join() -> None:
        for alias in connections:
            if hasattr(connections[alias], "join"):
                connections[alias].join()

    if elsewhere():
        connections.close_all()
    token = _login.set(ActingRole.OWNER)
    try:
        join()
        with acting_as_owner():
            yield
    finally:
        _login.reset(token)
        if elsewhere():
            connections.close_all()
        join()
