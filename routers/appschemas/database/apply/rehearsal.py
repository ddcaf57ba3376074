"""Rehearsal: what applying would send, from the code that sends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

from psycopg import ClientCursor, Connection
from psycopg.sql import Composable

from appschemas.contract.contract import Contract
from appschemas.database.apply.attempts import Patience
from appschemas.database.apply.stepwise import Stepwise
from appschemas.database.model_state import ModelState


def rehearse(
    connection: Connection[Any], contract: Contract, installed: ModelState, patience: Patience
) -> list[str]:
    """The statements that `apply` would send, as a script that psql can run in its place.

    Keys are looked up in one statement a check, where `apply` takes them in batches. Nothing is
    changed, and no lock is taken.

    Args:
        connection: The login that would apply, idle and in autocommit mode.
        contract: The schemas of this database and no others.
        installed: What the models say.
        patience: How long to wait for locks.

    Raises:
        AppSchemasError: a role is to change and the login may not.
    """
    notes = _Notes(connection)
    run = Stepwise(cast("Connection[Any]", notes), contract, installed, patience, rehearses=True)
    run.run()
    # Else they only took the lock, and looked.
    return notes.statements if run.planned else []


# Private
# -------


class _Notes:
    """A connection that asks the server, and notes what would change anything."""

    def __init__(self, connection: Connection[Any]) -> None:
        self._connection = connection
        self._depth = 0
        self.statements: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, query: Any, values: Sequence[Any] = ()) -> Any:
        if (
            isinstance(query, str)
            and query.lstrip().startswith("SELECT")
            and "set_config" not in query
        ):
            return self._connection.execute(query, values or None)
        text = query.as_string(None) if isinstance(query, Composable) else query
        if values:
            text = ClientCursor(self._connection).mogrify(text, values)
        self.statements += [f"{text};"]
        return None

    @contextmanager
    def transaction(self, **options: Any) -> Iterator[None]:
        self._depth += 1
        begin, end = ("BEGIN;", "COMMIT;") if self._depth == 1 else (
            f"SAVEPOINT s{self._depth};", f"RELEASE SAVEPOINT s{self._depth};"
        )  # fmt: skip
        at = len(self.statements)
        self.statements.append(begin)
        yield
        self._depth -= 1
        if len(self.statements) == at + 1:
            # Nothing but questions.
            self.statements.pop()
        else:
            self.statements.append(end)
