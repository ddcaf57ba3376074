"""The wrapper of an alias, as the session and its cursors know it."""

from __future__ import annotations

from typing import Any, Protocol

from appschemas.backend.session.context import SchemaContext
from appschemas.backend.session.session import Session
from appschemas.contract.schema import Schema


class Wrapper(Protocol):
    """Django's wrapper of an alias whose statements run in a schema."""

    alias: str
    settings_dict: dict[str, Any]
    connection: Any
    session: Session
    needs_no_context_check: bool
    shares_session: bool

    @property
    def schema(self) -> Schema | None:
        """The schema behind the alias; None for an alias that the contract does not know."""

    def context(self) -> SchemaContext | None:
        """Where its next statement runs; None for where it runs without a switch."""
