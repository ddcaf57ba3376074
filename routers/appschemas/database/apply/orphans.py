"""Orphans: rows that hold a key which no row of the other schema has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from psycopg import Connection, DatabaseError
from psycopg.pq import TransactionStatus
from psycopg.rows import args_row
from psycopg.sql import SQL, Composable, Identifier

from appschemas.contract.contract import Contract
from appschemas.database.plan.changes import Finding
from appschemas.exceptions import AppSchemasError
from appschemas.integrity.constraints.names import missing_function
from appschemas.integrity.references import KeyConstraint, Reference

BATCH: Final = 10_000

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

    Walks each column's distinct keys in their order, as the owner of its table, `batch` of them in
    a transaction that is rolled back; the keys stay in the database. A row that comes, goes or is
    corrected meanwhile is never taken for an orphan.

    Args:
        connection: Idle, in autocommit mode.
        contract: The schemas of this database.
        key_constraints: Whose references to walk.
        act_as: Lets the login act as the roles given, until the transaction ends.
        progress: After every batch: the reference, the keys looked up so far, and whether
            these were all.
        batch: How many keys to look up at a time.
    """
    for constraint in key_constraints:
        for reference in constraint.references:
            walk = _Walk(connection, contract, act_as, constraint, reference, batch)
            try:
                for seen, is_done in walk:
                    if progress:
                        progress(reference, seen, is_done)
            except AppSchemasError:
                hint = "verify with the login of ADMIN_DATABASE_URL, or with that of the migrator"
                text = "the identity keys were not looked up: only an owner may"
                yield Finding("", text, hint, unseen=True)
                return
            except DatabaseError as error:
                reason = error.diag.message_primary
                hint = "apply the plan first, then verify again"
                text = f"the keys of {reference} cannot be read: {reason}"
                yield Finding(reference.schema, text, hint, unseen=True)
            if walk.orphans:
                yield walk.finding()


# Private
# -------

# Of a few keys in many rows, each is found by one descent of its index; of keys that hardly repeat,
# or without an index, the planner reads in order. LIMIT ends a recursion that nobody reads on.
# https://wiki.postgresql.org/wiki/Loose_indexscan
_LOOSE: Final = SQL(
    "WITH RECURSIVE walk(key) AS ("
    "(SELECT c.{column} FROM {child} c WHERE c.{column} {after} ORDER BY c.{column} LIMIT 1)"
    " UNION ALL SELECT (SELECT c.{column} FROM {child} c WHERE c.{column} > w.key"
    " ORDER BY c.{column} LIMIT 1) FROM walk w WHERE w.key IS NOT NULL"
    ") SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT {batch}"
)
_DENSE: Final = SQL(
    "SELECT DISTINCT c.{column} FROM {child} c WHERE c.{column} {after}"
    " ORDER BY c.{column} LIMIT {batch}"
)
_FIRST: Final = SQL("IS NOT NULL")
_NEXT: Final = SQL("> %(last)s")
# As text: it comes back as a parameter, whose type is then that of the column.
_LOOK_UP: Final = SQL(
    "WITH batch(keys) AS MATERIALIZED (SELECT ARRAY({keys})),"
    " lost(keys) AS MATERIALIZED"
    " (SELECT ARRAY(SELECT m.key FROM {missing}(b.keys) m(key) ORDER BY 1) FROM batch b)"
    " SELECT pg_catalog.cardinality(b.keys), b.keys[pg_catalog.cardinality(b.keys)]::text,"
    " pg_catalog.cardinality(l.keys), l.keys[:3]::text[],"
    " CASE WHEN pg_catalog.cardinality(l.keys) > 0 THEN"
    " (SELECT pg_catalog.count(*) FROM {child} c WHERE c.{column} = ANY (l.keys)) ELSE 0 END"
    " FROM batch b, lost l"
)
_ROLE: Final = SQL("SET LOCAL ROLE {}")
_ONE_SNAPSHOT: Final = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"
# Twenty rows to a key pay for its descent.
_IS_LOOSE: Final = """
SELECT EXISTS (SELECT FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  WHERE i.indrelid = a.attrelid AND i.indkey[0] = a.attnum AND i.indisvalid AND i.indpred IS NULL
    AND c.relam = (SELECT m.oid FROM pg_catalog.pg_am m WHERE m.amname = 'btree'))
  AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct < 0 THEN s.n_distinct > -0.05
      ELSE s.n_distinct * 20 < r.reltuples END)
    FROM pg_catalog.pg_stats s
   WHERE (s.schemaname, s.tablename, s.attname) = (%(schema)s, %(table)s, %(column)s)), false)
  FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class r ON r.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
 WHERE (n.nspname, r.relname, a.attname) = (%(schema)s, %(table)s, %(column)s)
"""


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
    found: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def orphans(self) -> int:
        return self.found["rows"]

    def __iter__(self) -> Iterator[tuple[int, bool]]:
        """(keys so far, whether these were all) after each batch."""
        keys = self._keys()
        seen, last = 0, None
        while True:
            batch = self._look_up(keys, last)
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
            f"{keys} {'key' if keys == 1 else 'keys'} that the other side does not have: "
            f"{reference}, such as {', '.join(self.examples)}",
            f"delete the rows that hold such a key, or give {column} another",
        )

    def _keys(self) -> SQL:
        names = {
            "schema": self.reference.schema,
            "table": self.reference.table,
            "column": self.reference.column,
        }
        with self._as_owner():
            row = self.connection.execute(_IS_LOOSE, names).fetchone()
        return _LOOSE if row and row[0] else _DENSE

    def _look_up(self, keys: SQL, last: str | None) -> _Batch:
        names: dict[str, Composable] = {
            "column": Identifier(self.reference.column),
            "child": Identifier(self.reference.schema, self.reference.table),
            "missing": missing_function(self.constraint, self.reference),
        }
        after = _FIRST if last is None else _NEXT
        walked = keys.format(**names, after=after, batch=self.size)
        query = _LOOK_UP.format(**names, keys=walked)
        with self._as_owner(), self.connection.cursor(row_factory=args_row(_Batch)) as cursor:
            batch = cursor.execute(query, {"last": last}).fetchone()
        # One row always comes: there is nothing in it that could filter.
        return batch or _Batch(0, None, 0, [], 0)

    @contextmanager
    def _as_owner(self) -> Iterator[None]:
        """A transaction that sees both tables at one moment, and leaves nothing behind."""
        alone = self.connection.info.transaction_status == TransactionStatus.IDLE
        with self.connection.transaction(force_rollback=True):
            if alone:
                self.connection.execute(_ONE_SNAPSHOT)
            owner = self.contract[self.reference.schema].owner
            self.act_as({owner})
            self.connection.execute(_ROLE.format(Identifier(owner)))
            yield
