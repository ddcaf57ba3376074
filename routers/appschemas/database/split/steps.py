"""Steps: short transactions of a mover, each tried again while somebody's lock is in its way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Final

from psycopg import Connection
from psycopg.sql import SQL, Identifier

from appschemas.contract.contract import Contract
from appschemas.database.apply.attempts import RETRY_FOR, Patience, retried
from appschemas.database.apply.blockers import Blocker
from appschemas.database.apply.orphans import KeysProgress
from appschemas.database.apply.sending import NOTHING_CHANGED, explained, send
from appschemas.database.apply.temporary_membership import TemporaryMembership
from appschemas.database.model_state import ModelState
from appschemas.database.split.marks import SplitMark, marked
from appschemas.database.split.owners_code import Touched, refuse_owners_code
from appschemas.database.split.state import SplitState, asked, asked_as, read_split
from appschemas.exceptions import AppSchemasError
from appschemas.integrity.constraints.ddl import RoleStatement

# Shorter than deadlock_timeout: whoever waits longer makes clients the victims of deadlocks.
LOCK_TIMEOUT: Final = "50ms"
_NOTHING: Final = Touched()


def _nobody(line: str) -> None:
    """Nobody wants to hear."""


@dataclass
class Steps:
    """One run of a mover.

    Attributes:
        connection: Idle, in autocommit mode; of a superuser, or of a login that may act as the old
            owners and administers the contract's roles.
        contract: The schemas of this database.
        installed: What the models say.
        patience: With locks that others hold.
        told: Is told each step that was made.
        progress: Is told after every batch of keys.
        state: Where the split stands; read again after what changes it.
    """

    connection: Connection[Any]
    contract: Contract
    installed: ModelState
    patience: Patience = field(default_factory=lambda: Patience(LOCK_TIMEOUT, RETRY_FOR))
    told: Callable[[str], None] = _nobody
    progress: KeysProgress | None = None
    made: int = 0
    state: SplitState = field(init=False)

    def __post_init__(self) -> None:
        self.look()

    def look(self) -> SplitState:
        """Read the state again."""
        self.state = read_split(self.connection, self.contract, self.installed)
        return self.state

    def owner_of(self, schema: str) -> str:
        """Whose the things of a schema are."""
        if schema == self.contract.extensions:
            return self.contract.extensions_owner
        return self.contract[schema].owner

    @property
    def so_far(self) -> str:
        """What a message says of the steps before."""
        if not self.made:
            return NOTHING_CHANGED
        return f"{self.made} steps were made, and stay; the next run goes on from there."

    def make(
        self,
        what: str,
        statements: Iterable[RoleStatement],
        having: Iterable[str] = (),
        touched: Touched = _NOTHING,
    ) -> None:
        """Run statements in one transaction.

        Args:
            what: They do.
            statements: Each with its role; without one, as the login.
            having: Roles whose rights the login has meanwhile.
            touched: Tables on which they run what owners have put there: a superuser refuses.

        Raises:
            LockNotGranted: somebody held a lock for longer than patience lasts.
            AppSchemasError: the server does not allow it.
        """
        statements, having = tuple(statements), frozenset(having) - {""}
        took = retried(
            self.connection,
            lambda: self._make(what, statements, having, touched),
            self.patience,
            self.so_far,
        )
        self.made += 1
        self.told(f"{what} ({took * 1000:.0f} ms)")

    def copied(self, role: str, schema: str, table: str, columns: Iterable[str]) -> list[Any]:
        """The rows of a table as text, read as a role, and without a plan that runs owners' code.

        https://www.postgresql.org/docs/current/sql-copy.html
        """
        names = SQL(", ").join(map(Identifier, columns))
        copy = _COPY.format(table=Identifier(schema, table), columns=names)
        with self.connection.transaction(force_rollback=True), self.connection.cursor() as cursor:
            self._membership().grant({role})
            self.connection.execute(_AS_TEXT)
            self.connection.execute(_ROLE.format(Identifier(role)))
            with cursor.copy(copy) as rows:
                return list(rows.rows())

    def remember(self, schema: str, **changes: Any) -> RoleStatement:
        """The statement that writes what has changed into the mark of a schema."""
        mark = replace(self._marks.get(schema) or SplitMark(self.state.source), **changes)
        self._marks[schema] = mark
        return self._marked()

    def mark(self, schema: str) -> SplitMark:
        """What is remembered of a schema."""
        return self._marks.get(schema) or SplitMark(self.state.source)

    def forget(self, schema: str) -> RoleStatement:
        """The statement that takes its mark away."""
        self._marks.pop(schema, None)
        return self._marked()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other movers out while the block runs.

        Raises:
            AppSchemasError: there is one; the message names it.
        """
        # What a killed client leaves behind ends soon, and with it its locks.
        # https://www.postgresql.org/docs/current/runtime-config-connection.html
        self.connection.execute(_CHECK_CLIENT)
        row = self.connection.execute(_TRY_LOCK, [_LOCK]).fetchone()
        if not (row and row[0]):
            numbers = {"high": _LOCK >> 32, "low": _LOCK & 0xFFFFFFFF}
            others = asked_as(self.connection, Blocker, "movers", **numbers)
            named = "; ".join(map(str, others)) or "somebody"
            raise AppSchemasError(
                f"Another schema_split changes this database: {named}. Nothing was changed. Wait "
                "until it has ended; what a killed one has left on the server: "
                "SELECT pg_terminate_backend(<pid>)"
            )
        try:
            yield
        finally:
            if not self.connection.closed:
                self.connection.execute(_UNLOCK, [_LOCK])

    def asked(self, query: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query of `split.sql`."""
        return asked(self.connection, query, **parameters)

    # Private
    # -------

    @property
    def _marks(self) -> dict[str, SplitMark]:
        return self.state.marks

    def _membership(self) -> TemporaryMembership:
        return TemporaryMembership(self.connection, self.contract, self.state.login, self.so_far)

    def _marked(self) -> RoleStatement:
        schema = self.contract.extensions
        comment = self.state.comments.get(schema, "")
        return RoleStatement(self.contract.extensions_owner, marked(schema, comment, self._marks))

    def _make(
        self,
        what: str,
        statements: tuple[RoleStatement, ...],
        having: frozenset[str],
        touched: Touched,
    ) -> float:
        membership = self._membership()
        membership.grant({each.role for each in statements} - {""}, inherited=having)
        began = time.monotonic()
        if self.state.login.superuser:
            with explained(what, self.state.login, self.so_far):
                refuse_owners_code(self.connection, touched, self.so_far)
        send(self.connection, statements, what, self.state.login, self.so_far)
        membership.revoke()
        return time.monotonic() - began


_ROLE: Final = SQL("SET LOCAL ROLE {}")
_COPY: Final = SQL("COPY {table} ({columns}) TO STDOUT")
# Where policies would hide rows of it, it is refused.
_AS_TEXT: Final = "SET LOCAL row_security = off; SET LOCAL DateStyle = 'ISO'"
_CHECK_CLIENT: Final = (
    "SELECT pg_catalog.set_config('client_connection_check_interval', '1s', false)"
)
# "appschms": one number in every database, in which advisory locks are apart.
_LOCK: Final = 0x61707073_63686D73
_TRY_LOCK: Final = "SELECT pg_catalog.pg_try_advisory_lock(%s)"
_UNLOCK: Final = "SELECT pg_catalog.pg_advisory_unlock(%s)"
