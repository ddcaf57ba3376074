"""Rehearsal: in a test case nothing commits, so what COMMIT would say is asked at the statement.

A key is checked when its transaction ends. A test case rolls back, and asks just before that: by
then the test has passed, and nothing tells which line wrote the key of a row that another session
has not committed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Final

from psycopg import Error, errors

from appschemas.backend.cross_session.detector import uncommitted_in_test
from appschemas.backend.cross_session.open_writes import OpenWrite
from appschemas.backend.cross_session.refusals import UNCOMMITTED, CrossSession, tell
from appschemas.backend.cross_session.watched import WatchedWrapper


def rehearsed(wrapper: WatchedWrapper | None, query: Any) -> AbstractContextManager[None]:
    """Around a statement: refuse, or warn of, a key that a test has written in another session.

    Every statement comes by here, so one with nothing to ask is given nothing to enter.

    Raises:
        CrossSession: the statement writes one; it is undone.
    """
    written = uncommitted_in_test(wrapper, query)
    if wrapper is None or not written or wrapper.connection.pgconn.pipeline_status:
        return _NOTHING
    return _rehearsal(wrapper, written)


# Private
# -------

_NOTHING: Final = nullcontext()
_BEFORE: Final = "SAVEPOINT appschemas_before"
_UNDO: Final = "ROLLBACK TO SAVEPOINT appschemas_before; RELEASE SAVEPOINT appschemas_before"
_DONE: Final = "RELEASE SAVEPOINT appschemas_before"
# What is checked here is checked again at the end: going back undoes the SET and the checks.
_AFTER: Final = "SAVEPOINT appschemas_after"
_CHECK: Final = "SET CONSTRAINTS ALL IMMEDIATE"
_BACK: Final = "ROLLBACK TO SAVEPOINT appschemas_after"


@contextmanager
def _rehearsal(wrapper: WatchedWrapper, written: Iterable[OpenWrite]) -> Iterator[None]:
    cursor = wrapper.connection.cursor()
    cursor.execute(_BEFORE)
    try:
        yield
    except errors.ForeignKeyViolation as error:
        _refuse(error, written, cursor)
        raise
    if (said := _said_by_commit(cursor)) is not None:
        _refuse(said, written, cursor)
    cursor.execute(_DONE)


def _said_by_commit(cursor: Any) -> Error | None:
    cursor.execute(_AFTER)
    try:
        cursor.execute(_CHECK)
    except Error as error:
        return error
    finally:
        cursor.execute(_BACK)
    return None


def _refuse(error: Error, written: Iterable[OpenWrite], cursor: Any) -> None:
    for each in written:
        if f'"{each.schema.name}.' in (error.diag.message_detail or ""):
            message = UNCOMMITTED.format(_holder(error), each.schema.name, each.call_site)
            try:
                tell(message, in_test=True)
            except CrossSession as refusal:
                cursor.execute(_UNDO)
                raise refusal from error
            return


def _holder(error: Error) -> str:
    return error.diag.schema_name or ""
