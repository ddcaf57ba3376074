"""Recording: what is sent to a database, by which line of whose code, in which transaction."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.backends.signals import connection_created
from psycopg.pq import TransactionStatus
from psycopg.sql import Composable

from appschemas.backend.session.call_sites import NOWHERE, CallSite, origin
from appschemas.fields.key_sets import observers


@dataclass(frozen=True, slots=True)
class Call:
    """A statement as it was sent: `app` is the model's whose queryset it is, "" for a cursor's."""

    sql: str
    parametrised: bool
    alias: str
    app: str
    site: CallSite
    test: str


class Recorder:
    """Counts calls, and the calls of each transaction; `test` names what is being run."""

    def __init__(self) -> None:
        self.calls: Counter[Call] = Counter()
        self.transactions: Counter[tuple[Call, ...]] = Counter()
        # By condition and line: how often keys were read first, and the most at once.
        self.two_steps: dict[tuple[str, CallSite], tuple[int, int]] = {}
        self.statements = self.by_owner = self.unplaced = 0
        self.seconds = 0.0
        self.test = ""
        self._lock = threading.Lock()
        self._open: dict[Any, tuple[object, dict[Call, None]]] = {}
        self._within = threading.local()

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Record in the block."""
        self.start()
        try:
            yield
        finally:
            self.stop()

    def start(self) -> None:
        """Record on the connections that are open and on those to come."""
        connection_created.connect(self._watch, weak=False, dispatch_uid=id(self))
        observers.append(self._note_keys)
        for connection in connections.all(initialized_only=True):
            if connection.connection is not None:
                self._watch(connection=connection)

    def stop(self) -> None:
        """Record no more."""
        connection_created.disconnect(dispatch_uid=id(self))
        observers.remove(self._note_keys)
        for connection in connections.all(initialized_only=True):
            self._unwatch(connection)
        for key in list(self._open):
            self._finish(key)

    # Private
    # -------

    def _watch(self, *, connection: Any, **kwargs: Any) -> None:
        if connection.vendor != "postgresql":
            return
        if self._executed not in connection.execute_wrappers:
            connection.execute_wrappers.append(self._executed)
        raw = connection.connection
        if not hasattr(raw.cursor_factory, "recorder"):
            raw.cursor_factory = _recording(raw.cursor_factory, self, connection)

    def _unwatch(self, connection: Any) -> None:
        if self._executed in connection.execute_wrappers:
            connection.execute_wrappers.remove(self._executed)
        factory: Any = getattr(connection.connection, "cursor_factory", None)
        if hasattr(factory, "recorder"):
            connection.connection.cursor_factory = factory.__mro__[1]

    def _executed(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        # Where each alias has cursors of its own, only that of who connected is watched by now.
        self._watch(connection=context["connection"])
        self.note(context["connection"], sql, parametrised=params is not None)
        self._within.wrapper = True
        try:
            return execute(sql, params, many, context)
        finally:
            self._within.wrapper = False

    def sent(self, connection: Any, sql: Any, *, parametrised: bool) -> None:
        """Note what a cursor of psycopg's own sends; what Django's wrappers have seen is known."""
        if not getattr(self._within, "wrapper", False):
            self.note(connection, sql, parametrised=parametrised)

    def note(self, connection: Any, sql: Any, *, parametrised: bool) -> None:
        """Note one statement."""
        start = time.perf_counter()
        site, app, by_owner, test = origin(sys._getframe(2))
        with self._lock:
            self.statements += 1
            if by_owner:
                self.by_owner += 1
            else:
                self.unplaced += site is None
                text = text_of(sql, connection)
                test = self.test or test
                parametrised = parametrised and "%" in text
                call = Call(text, parametrised, connection.alias, app, site or NOWHERE, test)
                self.calls[call] += 1
                self._join(connection, call)
            self.seconds += time.perf_counter() - start

    def _note_keys(self, condition: str, keys: int) -> None:
        site = origin(sys._getframe(1))[0] or NOWHERE
        with self._lock:
            times, most = self.two_steps.get((condition, site), (0, 0))
            self.two_steps[condition, site] = times + 1, max(most, keys)

    def _join(self, connection: Any, call: Call) -> None:
        """Put the call into the transaction that it is part of."""
        key = (threading.get_ident(), connection.alias)
        transaction = _transaction(connection)
        opened = self._open.get(key)
        new = opened is None or transaction is None or not _same(opened[0], transaction)
        if new or _begins(connection):
            self._finish(key)
        if transaction is not None:
            self._open.setdefault(key, (transaction, {}))[1][call] = None

    def _finish(self, key: Any) -> None:
        _, calls = self._open.pop(key, (None, {}))
        if len(calls) > 1:
            self.transactions[tuple(calls)] += 1


def _recording(factory: Any, recorder: Recorder, connection: Any) -> Any:
    """A cursor class that says what it sends: COPY, streams and cursors made without Django."""

    noted = recorder

    class RecordingCursor(factory):
        recorder = noted

        def _behind(self) -> Any:
            # Where aliases share a session, the engine's cursor knows its own.
            return getattr(self, "wrapper", None) or connection

        def execute(self, query: Any, params: Any = None, **kwargs: Any) -> Any:
            noted.sent(self._behind(), query, parametrised=params is not None)
            return super().execute(query, params, **kwargs)

        def executemany(self, query: Any, *args: Any, **kwargs: Any) -> Any:
            noted.sent(self._behind(), query, parametrised=True)
            return super().executemany(query, *args, **kwargs)

        def stream(self, query: Any, params: Any = None, **kwargs: Any) -> Any:
            noted.sent(self._behind(), query, parametrised=params is not None)
            return super().stream(query, params, **kwargs)

        def copy(self, statement: Any, params: Any = None, **kwargs: Any) -> Any:
            noted.sent(self._behind(), statement, parametrised=params is not None)
            return super().copy(statement, params, **kwargs)

    return RecordingCursor


# Transactions
# ------------


def _transaction(connection: Any) -> object:
    """What tells this transaction from the next one; None where each statement is its own.

    The atomic blocks that TestCase opens around a test are no transaction of the code under test.
    """
    blocks = connection.atomic_blocks
    for depth, block in enumerate(blocks):
        if not block._from_testcase:
            # The outermost block has no savepoint, and the names of savepoints are used once.
            return (connection.savepoint_ids[depth - 1] if depth else None) or block
    return None if connection.autocommit or blocks else connection


def _same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str) and one == other)


def _begins(connection: Any) -> bool:
    raw = connection.connection
    return raw is None or raw.info.transaction_status is TransactionStatus.IDLE


def text_of(sql: Any, connection: Any) -> str:
    """A statement as it is sent."""
    if isinstance(sql, Composable):
        return sql.as_string(connection.connection)
    return sql.decode() if isinstance(sql, bytes) else str(sql)
