"""Orphans: rows that hold a key which no row of the other schema has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from psycopg import Connection, DatabaseError, DataError
from psycopg.pq import TransactionStatus
from psycopg.rows import args_row
from psycopg.sql import SQL, Composable, Composed, Identifier, Literal

from appschemas.contract.contract import Contract
from appschemas.database.plan.changes import Finding
from appschemas.exceptions import AppSchemasError
from appschemas.integrity.constraints.look_ups import ONE_SNAPSHOT
from appschemas.integrity.constraints.names import asked_function
from appschemas.integrity.references import KeyConstraint, Reference

BATCH: Final = 10_000
# So many columns are begun at once.
TOGETHER: Final = 50
# What the finding of an orphan says, and no other.
NOT_THERE: Final = "that the other side does not have"

KeysProgress = Callable[[Reference, int, bool], None]
ActAs = Callable[[Set[str]], None]


def orphans(
    connection: Connection[Any],
    contract: Contract,
    key_constraints: tuple[KeyConstraint, ...],
    act_as: ActAs,
    *,
    progress: KeysProgress | None = None,
    batch: int = BATCH,
) -> Iterator[Finding]:
    """A finding for every reference that has orphans, and for what cannot be read.

    Asks the functions of the checks for each column's distinct keys in their order, `batch` of them
    in a transaction that reads only and is rolled back; the keys stay in the database, and nothing
    is planned on a table, which would run what its owner has put into an index. Some columns are
    begun in one transaction, and what one of them left behind is undone before the next is asked.
    A row that comes, goes or is corrected meanwhile is never taken for an orphan.

    Args:
        connection: Idle, in autocommit mode.
        contract: The schemas of this database.
        key_constraints: Whose references to walk.
        act_as: Lets the login act as the roles given, until the transaction ends.
        progress: After every batch: the reference, the keys looked up so far, and whether
            these were all.
        batch: How many keys to look up at a time.
    """
    try:
        with _asking(connection, contract, act_as):
            empty = set(connection.execute(_EMPTY, _tables(key_constraints)))
    except AppSchemasError:
        yield _not_allowed()
        return
    except DatabaseError:
        empty = set()  # It is said of each reference.
    walks = [
        _Walk(connection, contract, act_as, constraint, reference, batch)
        for constraint in key_constraints
        for reference in constraint.references
    ]
    for at, walk in enumerate(walks):
        reference = walk.reference
        if at % TOGETHER == 0:
            _begin(each for each in walks[at : at + TOGETHER] if each.table not in empty)
        if walk.table in empty:
            if progress:
                progress(reference, 0, True)
            continue
        try:
            for seen, is_done in walk:
                if progress:
                    progress(reference, seen, is_done)
        except AppSchemasError:
            yield _not_allowed()
            return
        except DatabaseError as error:
            reason = error.diag.message_primary or error
            hint = "apply the plan first, then verify again"
            text = f"the keys of {reference} cannot be read: {reason}"
            yield Finding(reference.schema, text, hint, unseen=True)
        if walk.orphans:
            yield walk.finding()


# Private
# -------

# The last key is text, and comes back as a literal, whose type is then that of its column. There
# are no parameters: a name may have their placeholders in it.
_LOOK_UP: Final = SQL(
    "WITH batch(keys) AS MATERIALIZED (SELECT {keys}({column}, {last}, {size}, true)),"
    " lost(keys) AS MATERIALIZED (SELECT {missing}(b.keys, true) FROM batch b)"
    " SELECT pg_catalog.cardinality(b.keys), b.keys[pg_catalog.cardinality(b.keys)]::text,"
    " pg_catalog.cardinality(l.keys), l.keys[:3]::text[],"
    " CASE WHEN pg_catalog.cardinality(l.keys) > 0 THEN {rows}({column}, l.keys, true) ELSE 0 END"
    " FROM batch b, lost l"
)
# A heap (2 among the access methods) without a page has no row, and its size is asked without a
# plan on it.
_EMPTY: Final = """
SELECT n.nspname, c.relname
  FROM pg_catalog.unnest(%s::pg_catalog.text[], %s::pg_catalog.text[]) AS held (schema, name)
  JOIN pg_catalog.pg_namespace n ON n.nspname OPERATOR(pg_catalog.=) held.schema
  JOIN pg_catalog.pg_class c ON c.relnamespace OPERATOR(pg_catalog.=) n.oid
                            AND c.relname OPERATOR(pg_catalog.=) held.name
 WHERE c.relkind OPERATOR(pg_catalog.=) 'r' AND NOT c.relhassubclass
   AND c.relam OPERATOR(pg_catalog.=) '2'::pg_catalog.oid
   AND pg_catalog.pg_relation_size(c.oid) OPERATOR(pg_catalog.=) 0
"""
_ROLE: Final = SQL("SET LOCAL ROLE {}")
_SEVERAL: Final = 2
# What an owner's code has left behind, a path, a role, a trigger that waits, goes as at the end of
# the transaction, and so do locks (https://www.postgresql.org/docs/current/sql-rollback-to.html).
_MARK: Final = SQL("SAVEPOINT asked")
_UNDO: Final = SQL("ROLLBACK TO SAVEPOINT asked")
# What a policy hides is not missing: it cannot be read.
_READ_ONLY: Final = "SET LOCAL row_security = off; SET LOCAL transaction_read_only = on"


@dataclass(frozen=True, slots=True)
class _Batch:
    keys: int
    last: str | None
    lost: int
    examples: list[str]
    rows: int


@dataclass
class _Walk:
    """One column's keys, from the least to the greatest."""

    connection: Connection[Any]
    contract: Contract
    act_as: ActAs
    constraint: KeyConstraint
    reference: Reference
    size: int
    first: _Batch | None = None
    found: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def table(self) -> tuple[str, str]:
        return self.reference.schema, self.reference.table

    @property
    def orphans(self) -> int:
        return self.found["keys"]

    def __iter__(self) -> Iterator[tuple[int, bool]]:
        """(keys so far, whether these were all) after each batch."""
        seen, last = 0, None
        while True:
            batch, self.first = self.first or self._look_up(last), None
            if batch is None or (batch.keys == self.size and batch.last == last):
                raise DataError("a function of its check was altered")
            seen, last = seen + batch.keys, batch.last
            self.found.update(rows=batch.rows, keys=batch.lost)
            self.examples = [*self.examples, *batch.examples][:3]
            yield seen, batch.keys < self.size
            if batch.keys < self.size:
                return

    def finding(self) -> Finding:
        rows, keys, reference = self.found["rows"], self.found["keys"], self.reference
        column = f"{reference.table}.{reference.column}"
        return Finding(
            reference.schema,
            f"{rows} {'row holds' if rows == 1 else 'rows hold'} "
            f"{keys} {'key' if keys == 1 else 'keys'} {NOT_THERE}: "
            f"{reference}, such as {', '.join(self.examples)}",
            f"delete the rows that hold such a key, or give {column} another",
        )

    def question(self, last: str | None) -> Composed:
        """What asks for the keys after the last, and which of them are not there."""
        names: dict[str, Composable] = {
            what: asked_function(self.constraint, what, self.reference.referenced_table)
            for what in ("keys", "missing", "rows")
        }
        asked = {"column": self.reference.column, "last": last, "size": self.size}
        return _LOOK_UP.format(**names, **{key: Literal(value) for key, value in asked.items()})

    def _look_up(self, last: str | None) -> _Batch | None:
        """The next keys; None where a function does not answer as it was made to."""
        asking = _asking(self.connection, self.contract, self.act_as)
        with asking, self.connection.cursor(row_factory=args_row(_Batch)) as cursor:
            batch = cursor.execute(self.question(last)).fetchone()
        # One row always comes: there is nothing in it that could filter.
        return batch if _is_whole(batch) else None


def _begin(walks: Iterable[_Walk]) -> None:
    """Ask for the first keys of several columns; where one fails, each is asked by itself."""
    known = list(walks)
    if len(known) < _SEVERAL:
        return
    one = known[0]
    asked = SQL("; ").join(part for each in known for part in (each.question(None), _UNDO))
    try:
        asking = _asking(one.connection, one.contract, one.act_as)
        with asking, one.connection.cursor(row_factory=args_row(_Batch)) as cursor:
            cursor.execute(SQL("; ").join([_MARK, asked]))
            batches = [each.fetchone() for each in cursor.results() if each.description]
    except (AppSchemasError, DatabaseError):
        return
    for walk, batch in zip(known, batches, strict=True):
        walk.first = batch if _is_whole(batch) else None


def _is_whole(batch: _Batch | None) -> bool:
    return batch is not None and None not in (batch.keys, batch.lost, batch.rows)


@contextmanager
def _asking(connection: Connection[Any], contract: Contract, act_as: ActAs) -> Iterator[None]:
    """A transaction that sees both tables at one moment, writes and leaves nothing behind."""
    alone = connection.info.transaction_status == TransactionStatus.IDLE
    with connection.transaction(force_rollback=True):
        if alone:
            connection.execute(ONE_SNAPSHOT)
        act_as({contract.keys_role})
        connection.execute(_READ_ONLY)
        connection.execute(_ROLE.format(Identifier(contract.keys_role)))
        yield


def _tables(key_constraints: Iterable[KeyConstraint]) -> tuple[list[str], list[str]]:
    """The schemas and the names of the tables that hold the keys."""
    held = sorted({(each.schema, each.table) for each in key_constraints})
    return [schema for schema, _ in held], [table for _, table in held]


def _not_allowed() -> Finding:
    hint = "verify with the login of ADMIN_DATABASE_URL, or with that of the migrator"
    text = "the identity keys were not looked up: this login may not"
    return Finding("", text, hint, unseen=True)
