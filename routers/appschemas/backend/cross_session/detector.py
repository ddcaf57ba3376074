"""Detector: what two sessions of one thread cannot do together, told at the statement that tries.

Two sessions are two transactions. Neither sees what the other has not committed, each commits by
itself, and PostgreSQL takes them for two clients: one that waits for the other is no deadlock.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator
from contextvars import ContextVar
from typing import Any, Final

from django.db import DatabaseError, connections
from django.db.models import Model
from psycopg import errors

from appschemas.backend.cross_session.open_writes import OpenWrite
from appschemas.backend.cross_session.refusals import (
    APART,
    COMMITTED_APART,
    TOGETHER,
    WAITING,
    call_site,
    tell,
)
from appschemas.backend.cross_session.statement_kind import StatementKind, kind_of, statement_text
from appschemas.backend.cross_session.watched import WatchedSession, WatchedWrapper
from appschemas.conf import cross_session, get_contract
from appschemas.contract.schema import Schema

# What may come of two sessions, and cannot be told before the server does.
EXPLAINED: Final = (errors.ForeignKeyViolation, errors.LockNotAvailable)


@contextlib.contextmanager
def autonomous_transaction() -> Iterator[None]:
    """What is written in the block commits by itself, and is meant to: a log, a counter.

    With schemas of several sessions a write in a second session is refused (`CrossSession`) while
    a block of the first is open; here it is neither refused nor remembered. Among schemas of one
    session it changes nothing: there is one transaction. What waits for its own thread ends by
    `lock_timeout`.
    """
    token = _apart.set(True)
    try:
        yield
    finally:
        _apart.reset(token)


def refuse_statement(wrapper: WatchedWrapper | None, query: Any) -> None:
    """Refuse, or warn of, a statement that needs two sessions to be one.

    Raises:
        CrossSession: it writes, and another session of this thread has written in an open block,
            or holds locks on rows whose keys this schema may hold.
    """
    if wrapper is None or not _watched(wrapper) or _written(query) is not StatementKind.WRITE:
        return
    schema, open_writes = _schema(wrapper), wrapper.session.open_writes
    block = _block(wrapper.session)
    if block and open_writes.elsewhere and open_writes.elsewhere[0] == block:
        before = open_writes.elsewhere[1]
        if not before.undone:
            tell(COMMITTED_APART.format(schema.name, before.schema.name, before.call_site))
            return
    for other in _others(wrapper):
        if _block(other) is None:
            continue
        for written in _open(other, other.open_writes.writes):
            tell(APART.format(schema.name, written.schema.name, written.call_site))
            return
        for locked in _open(other, other.open_writes.locks):
            if locked.schema in get_contract().referenced_by(schema):
                tell(WAITING.format(schema.name, locked.schema.name, locked.call_site))
                return


def crosses_sessions(models: Iterable[type[Model]]) -> bool:
    """Whether the models' schemas have more than one session."""
    contract = get_contract()
    originals = {model._meta.concrete_model or model for model in models}
    homes = {contract.schema_of_app(each._meta.app_label) for each in originals} - {None}
    return len({connections[home.alias].session for home in homes if home}) > 1


def refuse_models(models: Collection[type[Model]]) -> None:
    """Refuse, or warn of, rows of several sessions that are to go together.

    Raises:
        CrossSession: the models live in more than one session.
    """
    if cross_session() != "off" and crosses_sessions(models):
        tell(TOGETHER.format(" and ".join(sorted(model._meta.label for model in models))))


def record_statement(wrapper: WatchedWrapper | None, query: Any) -> None:
    """Remember what the statement, which went through, leaves open."""
    if wrapper is None or not _watched(wrapper) or (kind := _written(query)) is StatementKind.READ:
        return
    session: WatchedSession = wrapper.session
    block = _block(session)
    opened = [(other, found) for other in _others(wrapper) if (found := _block(other))]
    stays_open = bool(block) or _is_tested(session)
    if not stays_open and not opened:
        return
    open_write = OpenWrite(_schema(wrapper), call_site(), block, tuple(session.savepoint_ids))
    if stays_open:
        session.open_writes.add(open_write, locks=kind is StatementKind.LOCK)
    if kind is StatementKind.WRITE:
        for other, found in opened:
            other.open_writes.elsewhere = (found, open_write)


def uncommitted_in_test(wrapper: WatchedWrapper | None, query: Any) -> list[OpenWrite]:
    """What a test has written of the schemas whose keys the statement may write, in other sessions.

    A block of a test case is one that the project does not have: there those writes are committed.
    """
    if wrapper is None or not _watched(wrapper) or not _is_tested(wrapper.session):
        return []
    if _written(query) is not StatementKind.WRITE:
        return []
    referenced = get_contract().referenced_by(_schema(wrapper))
    return [
        written
        for other in _others(wrapper)
        if _is_tested(other)
        for written in other.open_writes.writes
        if not written.undone and written.schema in referenced
    ]


@contextlib.contextmanager
def explained(wrapper: WatchedWrapper) -> Iterator[None]:
    """Say of a refused COMMIT that another session is open."""
    try:
        yield
    except DatabaseError as error:
        if isinstance(error.__cause__, EXPLAINED):
            explain(error, wrapper)
        raise


def explain(error: Exception, wrapper: WatchedWrapper) -> None:
    """Add a hint to `error` when another session of this thread has an open transaction."""
    if not _watched(wrapper):
        return
    for other in _others(wrapper):
        if other.in_atomic_block or not other.autocommit:
            open_writes = _open(other, [*other.open_writes.writes, *other.open_writes.locks])
            error.args = (
                _HINT.format(error, f", of {open_writes[0].call_site}" if open_writes else ""),
            )
            return


# Private
# -------

_HINT: Final = (
    "{0}\nHINT:  Another session of this thread has an open transaction{1}. Rows that it has not "
    "committed do not exist for this one, and it may hold the lock: commit it first."
)


_apart: ContextVar[bool] = ContextVar("appschemas_apart", default=False)
# The admin writes its log in the transaction of what it logs, whichever session has that.
_LOG: Final = 'INTO "django_admin_log"'


def _watched(wrapper: WatchedWrapper) -> bool:
    if wrapper.needs_no_context_check:
        return False
    contract = get_contract()
    return bool(contract.own_schemas) and wrapper.schema is not None and cross_session() != "off"


def _written(query: Any) -> StatementKind:
    kind = kind_of(query)
    if kind is StatementKind.WRITE and (_apart.get() or _LOG in statement_text(query)):
        return StatementKind.READ
    return kind


def _schema(wrapper: WatchedWrapper) -> Schema:
    schema = wrapper.schema
    assert schema is not None  # noqa: S101 - `_watched` has asked
    return schema


def _others(wrapper: WatchedWrapper) -> list[WatchedSession]:
    """The other sessions of the contract in this thread."""
    contract = get_contract()
    sessions = {
        other.session: None
        for other in connections.all(initialized_only=True)
        if contract.schema_of_alias(other.alias) and hasattr(other, "session")
    }
    sessions.pop(wrapper.session, None)
    return list(sessions)


def _block(session: WatchedSession) -> object:
    """What tells the outermost open block of the project's code; None when there is none.

    A TestCase's own blocks stand for no transaction: what is inside of them does.
    """
    blocks, savepoints = session.atomic_blocks, session.savepoint_ids
    for depth, block in enumerate(blocks):
        if not block._from_testcase:
            at = depth - (len(blocks) - len(savepoints))
            return id(block), savepoints[at] if at >= 0 else None
    return None if blocks or session.autocommit else "transaction"


def _is_tested(session: WatchedSession) -> bool:
    """Whether a test case has opened the transaction that the session is in."""
    return bool(session.atomic_blocks) and session.atomic_blocks[0]._from_testcase


def _open(session: WatchedSession, open_writes: list[OpenWrite]) -> list[OpenWrite]:
    """Those of an open block of this session that no rollback has undone."""
    block = _block(session)
    return [
        open_write
        for open_write in open_writes
        if open_write.block == block and not open_write.undone
    ]
