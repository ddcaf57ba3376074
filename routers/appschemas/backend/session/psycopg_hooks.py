"""Psycopg's private API: what of it the engine builds on, under plain names; no other module does.

Its cursors have no seam: a statement is told its schema between the moment when psycopg has begun
the transaction and the one when it sends the statement. Some of this runs for every statement, so
what only reads an attribute is the attribute itself, and no function around it.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final

from psycopg import Connection, Cursor, Error, Pipeline, errors, generators
from psycopg.abc import PQGen

from appschemas.backend.hooks.hook import Hook, stop_without
from appschemas.backend.session.context import SchemaContext

_CURSOR: Final = "psycopg:Cursor"
_CLIENT: Final = "psycopg:ClientCursor"
_NAMED: Final = "psycopg:ServerCursor"
_BASE: Final = "psycopg._connection_base:BaseConnection"

HOOKS: Final = (
    Hook(
        _NAMED,
        "_start_query",
        takes="self, query",
        called_by=(
            "_declare_gen",
            "_execute_gen",
            "_executemany_gen_pipeline",
            "_executemany_gen_no_pipeline",
            "_stream_send_gen",
            "_start_copy_gen",
        ),
    ),
    Hook(_NAMED, "_fetch_gen", takes="self, num", called_by=("fetchone", "fetchmany", "fetchall")),
    Hook(_NAMED, "_scroll_gen", takes="self, value, mode", called_by=("scroll",)),
    Hook(
        _CLIENT,
        "_execute_send",
        takes="self, query, *, force_extended, binary",
        called_by=("_maybe_prepare_gen", "_stream_send_gen", "_start_copy_gen"),
    ),
    Hook(_CLIENT, "_check_results", takes="self, results", called_by=("_maybe_prepare_gen",)),
    Hook(
        _CURSOR,
        "_convert_query",
        takes="self, query, params",
        called_by=("_execute_gen", "_executemany_gen_pipeline", "_executemany_gen_no_pipeline"),
    ),
    Hook(_CURSOR, "_conn"),
    Hook(_CURSOR, "_pgconn"),
    Hook(_CURSOR, "_query"),
    Hook(_CURSOR, "_results"),
    Hook(_CURSOR, "_statusmessage"),
    Hook("psycopg._queries:PostgresQuery", "query"),
    Hook(_BASE, "_pipeline", set_by="__init__"),
    Hook("psycopg:Connection", "_start_query", takes="self"),
    Hook("psycopg:Connection", "_exec_command", takes="self, command, result_format"),
    Hook("psycopg:Error", "_info", set_by="__init__"),
    Hook("psycopg.errors", "error_from_result", takes="result, encoding"),
    Hook("psycopg.generators", "execute"),
)
stop_without(HOOKS)

error_from_result: Final[Any] = errors.error_from_result
execute: Final[Any] = generators.execute
# The pipeline that a connection is in, or None.
pipeline_of: Final[Any] = attrgetter("_pipeline")
# Without, executemany() sends each by itself, and libpq takes several statements in one string.
HAS_PIPELINES: Final = Pipeline.is_supported()


def check_of(factory: Any) -> Callable[..., None]:
    """How a class of cursors looks through the results of a statement."""
    check: Callable[..., None] = factory._check_results
    return check


class _Sending:
    # The connection that a cursor sends by, where it shows no other.
    def __get__(self, cursor: Any, kind: Any = None) -> Any:
        return self if cursor is None else cursor.conn


class CursorView:
    """A cursor, as psycopg's own methods see it."""

    # What it shows to whoever asks: of an alias, the connection that the alias has. It has no
    # __set__, so what is set on a cursor is read as fast as a slot.
    connection: Any = _Sending()
    # Slots of psycopg's class: read as fast as by their own names. What it sends by:
    conn: Any = Cursor._conn  # type: ignore[misc]
    pgconn: Any = Cursor._pgconn
    all_results: Any = Cursor._results  # type: ignore[misc]
    # The statement as it was sent, or None; and the command tag of the first one of it.
    sent: Any = Cursor._query  # type: ignore[misc]
    command_tag: Any = Cursor._statusmessage  # type: ignore[misc]

    # None on cursors that psycopg and Django open for themselves.
    wrapper: Any = None
    # The context whose switch travels with the statement that is being sent.
    carried: SchemaContext | None = None


class CarryingHooks(CursorView):
    """A cursor that binds on the client: its statement is one string with the switch."""

    format: Any
    # What the factory's own cursors do with results, as `check_of()` has it.
    check: Callable[..., None]

    def refuse_carried(self, error: Error, *, switched: bool) -> None:
        """Let `error` speak of the statement alone, or of the switch that failed."""
        raise NotImplementedError

    def _execute_send(
        self, query: Any, *, force_extended: bool = False, binary: Any = None
    ) -> None:
        carried = self.carried
        if carried is None or binary or self.format:
            super()._execute_send(query, force_extended=force_extended, binary=binary)  # type: ignore[misc]
            return
        self.sent = query
        self.pgconn.send_query(carried.switch + query.query)

    def _check_results(self, results: list[Any]) -> None:
        carried = self.carried
        if carried is None:
            self.check(results)
            return
        # PostgreSQL stops at the first statement that fails.
        if switched := len(results) > carried.results:
            del results[: carried.results]
        try:
            self.check(results)
        except Error as error:
            self.refuse_carried(error, switched=switched)
            raise


class CommentHooks(CursorView):
    """A cursor that binds on the server, and prepares statements by their text."""

    def _convert_query(self, query: Any, params: Any = None) -> Any:
        converted = super()._convert_query(query, params)  # type: ignore[misc]
        if self.wrapper is not None and self.conn.prepare_threshold is not None:
            context = self.wrapper.context()
            if context is not None:
                # Prepared by its text: another schema's table of this name has other columns.
                converted.query += context.comment
        return converted


class CursorHooks(CursorView):
    """A cursor that looks before each statement where the connection is."""

    # Whether the connection is known to be in the context of the statement to be sent.
    in_context = False

    def enter_context(self, query: Any = None) -> PQGen[None]:
        """Go where the statement belongs, or let the switch travel with it; a generator."""
        raise NotImplementedError

    def _start_query(self, query: Any = None) -> PQGen[None]:
        """Psycopg's hook before anything is sent, whichever method sends it."""
        if not self.in_context:
            return self._start_elsewhere(query)
        self.in_context = False
        return super()._start_query(query)  # type: ignore[misc]

    def _start_elsewhere(self, query: Any) -> PQGen[None]:
        yield from super()._start_query(query)  # type: ignore[misc]
        yield from self.enter_context(query)


class NamedHooks(CursorHooks):
    """A cursor on the server: what its query calls runs when its rows are fetched."""

    def fetches_where_it_is(self) -> bool:
        """Whether the connection is where the rows come from, and stays there."""
        raise NotImplementedError

    def before_fetch(self) -> PQGen[None]:
        """Go where the rows come from, with the rights of the statement; a generator."""
        raise NotImplementedError

    def after_fetch(self) -> None:
        """Forget what the rows may have changed on their way."""
        raise NotImplementedError

    def _fetch_gen(self, num: int | None) -> PQGen[Any]:
        if not self.fetches_where_it_is():
            return self._fetch_elsewhere(num)
        return super()._fetch_gen(num)  # type: ignore[misc]

    def _fetch_elsewhere(self, num: int | None) -> PQGen[Any]:
        yield from self.before_fetch()
        try:
            rows = yield from super()._fetch_gen(num)  # type: ignore[misc]
        finally:
            self.after_fetch()
        return rows

    def _scroll_gen(self, value: int, mode: str) -> PQGen[None]:
        yield from self.before_fetch()
        try:
            yield from super()._scroll_gen(value, mode)  # type: ignore[misc]
        finally:
            self.after_fetch()


def execute_command(connection: Connection[Any], command: bytes) -> PQGen[Any]:
    """Send a command, in a pipeline along with what comes after it; a generator."""
    return connection._exec_command(command)


def begin(connection: Any) -> PQGen[None]:
    """Begin the transaction that a statement has, if it has none yet; a generator."""
    started: PQGen[None] = connection._start_query()
    return started


def replace_result(error: Error, result: Any) -> None:
    """Let `error` tell its details by `result`."""
    error._info = result
