"""Cursors: before a statement runs, the session enters the schema of its alias."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db.backends.postgresql import base as postgresql
from psycopg import Error, ServerCursor

from appschemas.backend import hazards
from appschemas.backend.explaining import EXPLAINED, explain
from appschemas.backend.pooling import around, before
from appschemas.backend.statements import as_text
from appschemas.conf import get_contract

if TYPE_CHECKING:
    from appschemas.backend.base import DatabaseWrapper


class _SchemaCursor:
    # None on cursors that psycopg and Django open for themselves.
    wrapper: DatabaseWrapper | None = None

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        with around(self.wrapper):
            self._enter(query)
            try:
                result = super().execute(query, *args, **kwargs)  # type: ignore[misc]
            except (*EXPLAINED, *hazards.EXPLAINED) as error:
                self._explain(error)
                raise
            self._settle()
        hazards.note(self.wrapper, query)
        return result

    def executemany(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        with around(self.wrapper):
            self._enter(query)
            result = super().executemany(query, *args, **kwargs)  # type: ignore[misc]
        hazards.note(self.wrapper, query)
        return result

    def stream(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        with around(self.wrapper):
            self._enter(query)
            yield from super().stream(query, *args, **kwargs)  # type: ignore[misc]

    @contextmanager
    def copy(self, statement: Any, *args: Any, **kwargs: Any) -> Iterator[Any]:
        with around(self.wrapper):
            self._enter(statement)
            with super().copy(statement, *args, **kwargs) as copy:  # type: ignore[misc]
                yield copy
        hazards.note(self.wrapper, statement)

    def _enter(self, query: Any) -> None:
        if self.wrapper is not None:
            hazards.check(self.wrapper, query)
            self.wrapper.enter()

    def _explain(self, error: Error) -> None:
        if self.wrapper is None or self.wrapper.schema is None:
            return
        if isinstance(error, hazards.EXPLAINED):
            hazards.explain(error, self.wrapper)
        elif isinstance(error, EXPLAINED):
            explain(error, self.wrapper.schema, get_contract())

    def _settle(self) -> None:
        if self.wrapper is None:
            return
        if len(self._results) > 1:  # type: ignore[attr-defined]
            # Of several statements in one string only the first shows its command tag.
            self.wrapper.session.forget()
        else:
            self.wrapper.session.settle(self.statusmessage)  # type: ignore[attr-defined]


class Cursor(_SchemaCursor, postgresql.Cursor):
    """Django's client-side binding cursor, in its schema."""

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        switch = before(self.wrapper)
        if switch is None:
            return super().execute(query, *args, **kwargs)
        hazards.check(self.wrapper, query)
        try:
            postgresql.Cursor.execute(self, switch + as_text(query), *args, **kwargs)
        except Error as error:
            with around(self.wrapper):
                # Where it was the switch that was refused, this says so.
                self._enter(query)
            self._explain(error)
            raise
        for _ in range(switch.count(";")):
            self.nextset()
        # What was sent is logged without what went before it.
        self._query.query = self._query.query[len(switch) :]
        hazards.note(self.wrapper, query)
        return self


class ServerBindingCursor(_SchemaCursor, postgresql.ServerBindingCursor):
    """Django's server-side binding cursor, in its schema."""


class ServerSideCursor(_SchemaCursor, postgresql.ServerSideCursor):
    """Django's named cursor: a plan is made, and privileges are checked, when it is declared."""


class ServerBoundCursor(_SchemaCursor, ServerCursor[Any]):
    """The named cursor that goes with `OPTIONS = {"server_side_binding": True}`."""
