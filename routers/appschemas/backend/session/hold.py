"""Hold: a statement that has the connection to itself until it is read, or written, to its end.

Psycopg keeps its connection locked for as long as COPY, stream() and notifies() go on. Whoever asks
for another statement meanwhile, in the same thread, would wait for himself: he is told instead. The
aliases of a session are one connection, so this is met where several would not meet it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import get_ident
from typing import Any, Final

from django.db.utils import OperationalError

from appschemas.exceptions import AppSchemasError

STREAM: Final = "stream()"
COPY: Final = "COPY"


class ConnectionHeld(AppSchemasError, OperationalError):
    """A statement while another one of the same session is not at its end.

    Where it is a COMMIT that is asked for, `atomic()` takes this for one that has failed.
    """


class Hold:
    """The lock of a connection of psycopg's that a statement has taken.

    It stands in the lock's place, so nobody else has to ask whether there is one.

    Args:
        places: The attributes of the connection.
        what: What goes on.
        alias: On which alias.
    """

    def __init__(self, places: dict[str, Any], what: str, alias: str) -> None:
        self._places, self._thread = places, get_ident()
        lock = places["lock"]
        self._lock: Any = lock._lock if isinstance(lock, Hold) else lock
        self._told = f"while {what} of {alias!r} goes on"
        places["lock"] = self

    def end(self) -> None:
        """The statement is at its end."""
        if self._places["lock"] is self:
            self._places["lock"] = self._lock

    def __enter__(self) -> Any:
        if not self._lock.locked():
            # It has ended where nobody could see it.
            self.end()
        elif self._thread == get_ident():
            raise ConnectionHeld(
                f"A statement {self._told}: all aliases of the session are one connection, and it "
                "would wait for itself. Read first what it needs, by list(), or go to the end of "
                'the other one first; a schema with a session of its own (session = "own" in the '
                "contract) has another connection."
            )
        return self._lock.__enter__()

    def __exit__(self, *error: object) -> Any:
        return self._lock.__exit__(*error)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._lock, name)


def listed(params_seq: Any) -> Any:
    """What `executemany()` is given, at hand: psycopg goes through it with its connection locked.

    What has to ask the database for more would wait for itself, by whichever alias it asks.
    """
    return params_seq if params_seq.__class__ in _AT_HAND else list(params_seq)


@contextmanager
def held(connection: Any, what: str, alias: str) -> Iterator[None]:
    """For as long as the block goes on, a statement of `alias` has the connection to itself."""
    hold = Hold(vars(connection), what, alias)
    try:
        yield
    finally:
        hold.end()


# Private
# -------

_AT_HAND: Final = (list, tuple)
