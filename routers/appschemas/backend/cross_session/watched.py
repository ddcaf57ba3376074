"""What is watched: sessions and the wrappers of their aliases, as the detector knows them."""

from __future__ import annotations

from typing import Any, Protocol

from appschemas.backend.cross_session.open_writes import OpenWrites
from appschemas.contract.schema import Schema


class WatchedSession(Protocol):
    """A session, of which Django's own names tell the transaction."""

    open_writes: OpenWrites
    autocommit: bool
    in_atomic_block: bool
    savepoint_ids: list[Any]
    atomic_blocks: list[Any]


class WatchedWrapper(Protocol):
    """The wrapper of an alias, and its session."""

    needs_no_context_check: bool
    connection: Any

    @property
    def session(self) -> WatchedSession:
        """The session that its statements run in."""

    @property
    def schema(self) -> Schema | None:
        """The schema behind the alias; None for an alias that the contract does not know."""
