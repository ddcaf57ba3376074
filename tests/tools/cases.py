"""Programs that a foreign key and an identity key must end alike."""
# ruff: noqa: S608 - names of the tests' own

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tests.tools import layouts
from tests.tools.layouts import ONE, TWO
from tests.tools.pairs import Copy, Layout, Step

INSERT: Final = "INSERT INTO {app}.child VALUES "
REPEATABLE_READ: Final = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"
SERIALIZABLE: Final = "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"
BAD: Final = INSERT + "(9, 99, 'bad')"


@dataclass(frozen=True, slots=True)
class Case:
    """A program on a layout."""

    name: str
    layout: Layout
    program: tuple[Step, ...]

    @property
    def alters(self) -> bool:
        """Whether it leaves other tables behind than it found."""
        return any(str(step).startswith(("CREATE", "ALTER", "DROP")) for step in self.program)

    def __str__(self) -> str:
        return f"{self.layout}: {self.name}"


ON_THE_CHILD: Final[dict[str, tuple[Step, ...]]] = {
    "insert": (INSERT + "(9, 3, 'good')",),
    "insert of a bad key": (BAD,),
    "insert of no key": (INSERT + "(9, NULL, 'none')", "INSERT INTO {app}.child (id) VALUES (10)"),
    "insert of no row": ("INSERT INTO {app}.child SELECT 9, 99 WHERE false",),
    "insert returning": (INSERT + "(9, 3, 'good') RETURNING key",),
    "insert of many rows": (INSERT + "(9, 1, 'a'), (10, 2, 'b'), (11, NULL, 'c'), (12, 1, 'd')",),
    "insert of many rows, one bad": (INSERT + "(9, 1, 'a'), (10, 99, 'b'), (11, NULL, 'c')",),
    "insert from a query": (
        "INSERT INTO {app}.child SELECT 10 + g, 1 + g % 3 FROM generate_series(1, 100) g",
    ),
    "insert from a query, one bad": (
        "INSERT INTO {app}.child SELECT 10 + g, 1 + g % 4 FROM generate_series(1, 100) g",
    ),
    "insert that fails by itself": (INSERT + "(1, 99, 'twice')",),
    "insert, then an error": (BAD, "SELECT 1 / 0"),
    "copy": (Copy("{app}.child (id, key)", ((9, 1), (10, None), (11, 2))),),
    "copy, one bad": (Copy("{app}.child (id, key)", ((9, 1), (10, 99), (11, 2))),),
    "binary copy": (Copy("{app}.child (id, key)", ((9, 1), (10, None)), binary=True),),
    "binary copy, one bad": (Copy("{app}.child (id, key)", ((9, 1), (10, 99)), binary=True),),
    "copy, then repair": (
        Copy("{app}.child (id, key)", ((9, 1), (10, 99))),
        "UPDATE {app}.child SET key = 3 WHERE key = 99",
    ),
    "update of the key": ("UPDATE {app}.child SET key = 3 WHERE id = 1",),
    "update to a bad key": ("UPDATE {app}.child SET key = 99 WHERE id = 1",),
    "update to no key": ("UPDATE {app}.child SET key = NULL",),
    "update from no key": ("UPDATE {app}.child SET key = 99 WHERE key IS NULL",),
    "update of every key": ("UPDATE {app}.child SET key = 3",),
    "update of every key, one bad": ("UPDATE {app}.child SET key = 98 + id",),
    "update to the same key": ("UPDATE {app}.child SET key = key, note = 'new'",),
    "update of other columns": ("UPDATE {app}.child SET note = 'new', id = id + 100",),
    "update from another table": (
        "UPDATE {app}.child c SET key = p.id + 1 FROM {hub}.parent p WHERE p.id = c.key",
    ),
    "update that swaps keys": ("UPDATE {app}.child SET key = 3 - key WHERE key IS NOT NULL",),
    "delete": ("DELETE FROM {app}.child WHERE id = 1",),
    "on conflict do nothing": (INSERT + "(1, 99, 'not') ON CONFLICT DO NOTHING",),
    "on conflict do nothing, without conflict": (BAD + " ON CONFLICT DO NOTHING",),
    "on conflict do nothing, some": (INSERT + "(1, 99), (9, 3) ON CONFLICT DO NOTHING",),
    "on conflict update to a bad key": (
        INSERT + "(1, 99) ON CONFLICT (id) DO UPDATE SET key = excluded.key",
    ),
    "on conflict update to a good key": (
        INSERT + "(1, 99), (9, 2) ON CONFLICT (id) DO UPDATE SET key = 3",
    ),
    "on conflict update, without conflict": (BAD + " ON CONFLICT (id) DO UPDATE SET key = 1",),
    "on conflict update of other columns": (
        INSERT + "(1, 99, 'new') ON CONFLICT (id) DO UPDATE SET note = excluded.note",
    ),
    "on conflict update where nothing matches": (
        INSERT + "(1, 99) ON CONFLICT (id) DO UPDATE SET key = 99 WHERE child.note = 'none'",
    ),
    "merge, all arms": (
        "MERGE INTO {app}.child c USING (VALUES (1, 3), (2, 0), (9, 2)) AS v (id, key)"
        " ON c.id = v.id WHEN MATCHED AND v.key = 0 THEN DELETE"
        " WHEN MATCHED THEN UPDATE SET key = v.key"
        " WHEN NOT MATCHED THEN INSERT (id, key) VALUES (v.id, v.key)",
    ),
    "merge, insert of a bad key": (
        "MERGE INTO {app}.child c USING (VALUES (1, 3), (9, 99)) AS v (id, key) ON c.id = v.id"
        " WHEN MATCHED THEN UPDATE SET key = v.key"
        " WHEN NOT MATCHED THEN INSERT (id, key) VALUES (v.id, v.key)",
    ),
    "merge, update to a bad key": (
        "MERGE INTO {app}.child c USING (VALUES (1, 99), (9, 3)) AS v (id, key) ON c.id = v.id"
        " WHEN MATCHED THEN UPDATE SET key = v.key"
        " WHEN NOT MATCHED THEN INSERT (id, key) VALUES (v.id, v.key)",
    ),
    "merge, nothing done": (
        "MERGE INTO {app}.child c USING (VALUES (9, 99)) AS v (id, key) ON c.id = v.id"
        " WHEN NOT MATCHED THEN DO NOTHING",
    ),
    "a view": (
        "CREATE VIEW {app}.short AS SELECT id, key FROM {app}.child WHERE key < 3",
        "INSERT INTO {app}.short VALUES (9, 2), (10, 99)",
    ),
    "an insert in a function": (
        "DO $$BEGIN INSERT INTO {app}.child VALUES (9, 99);"
        " EXCEPTION WHEN foreign_key_violation THEN NULL; END$$",
    ),
    "prepared statement": (
        "PREPARE s AS INSERT INTO {app}.child VALUES ($1, $2)",
        "EXECUTE s (9, 1)",
        "EXECUTE s (10, 99)",
        "DEALLOCATE s",
    ),
}  # fmt: skip

ON_THE_PARENT: Final[dict[str, tuple[Step, ...]]] = {
    "delete of a held parent": ("DELETE FROM {hub}.parent WHERE id = 1",),
    "delete of a parent that nobody holds": ("DELETE FROM {hub}.parent WHERE id = 3",),
    "delete of no parent": ("DELETE FROM {hub}.parent WHERE id = 99",),
    "delete of all parents": ("DELETE FROM {hub}.parent",),
    "delete of a parent held by a row of this transaction": (
        INSERT + "(9, 3, 'good')",
        "DELETE FROM {hub}.parent WHERE id = 3",
    ),
    "delete of a parent let go": (
        "UPDATE {app}.child SET key = 2 WHERE key = 1",
        "DELETE FROM {hub}.parent WHERE id = 1",
    ),
    "parent, then child": (
        "DELETE FROM {hub}.parent WHERE id = 1",
        "DELETE FROM {app}.child WHERE key = 1",
    ),
    "child, then parent": (
        "DELETE FROM {app}.child WHERE key = 1",
        "DELETE FROM {hub}.parent WHERE id = 1",
    ),
    "delete, then insert again": (
        "DELETE FROM {hub}.parent WHERE id = 1",
        "INSERT INTO {hub}.parent VALUES (1, 'again')",
    ),
    "delete, insert again, delete again": (
        "DELETE FROM {hub}.parent WHERE id = 1",
        "INSERT INTO {hub}.parent VALUES (1, 'again')",
        "DELETE FROM {hub}.parent WHERE id = 1",
    ),
    "delete, then another takes the key": (
        "DELETE FROM {hub}.parent WHERE id = 1",
        "UPDATE {hub}.parent SET id = 1 WHERE id = 3",
    ),
    "insert of a parent, then its child": (
        "INSERT INTO {hub}.parent VALUES (9, 'new')",
        INSERT + "(9, 9, 'good')",
    ),
    "insert of a child, then its parent": (
        INSERT + "(9, 9, 'good')",
        "INSERT INTO {hub}.parent VALUES (9, 'new')",
    ),
    "insert of a child, its parent comes and goes": (
        INSERT + "(9, 9, 'good')",
        "INSERT INTO {hub}.parent VALUES (9, 'new')",
        "DELETE FROM {hub}.parent WHERE id = 9",
    ),
    "new key of a held parent": ("UPDATE {hub}.parent SET id = 9 WHERE id = 1",),
    "new key of a parent that nobody holds": ("UPDATE {hub}.parent SET id = 9 WHERE id = 3",),
    "new key and back": (
        "UPDATE {hub}.parent SET id = 9 WHERE id = 1",
        "UPDATE {hub}.parent SET id = 1 WHERE id = 9",
    ),
    "new key, and the child follows": (
        "UPDATE {hub}.parent SET id = 9 WHERE id = 1",
        "UPDATE {app}.child SET key = 9 WHERE key = 1",
    ),
    "new key, and the child goes": (
        "UPDATE {hub}.parent SET id = 9 WHERE id = 1",
        "DELETE FROM {app}.child WHERE key = 1",
    ),
    "keys shift, all are still held": (
        "DELETE FROM {app}.child WHERE key = 1",
        "UPDATE {hub}.parent SET id = id + 1 WHERE id = 3",
        "UPDATE {hub}.parent SET id = id + 1 WHERE id = 2",
        "UPDATE {hub}.parent SET id = 2 WHERE id = 1",
    ),
    "keys shift in one statement": (
        "UPDATE {hub}.parent SET id = id - 1",
    ),
    "keys are negated": ("UPDATE {hub}.parent SET id = -id",),
    "keys are swapped": (
        "UPDATE {hub}.parent SET id = 9 WHERE id = 1",
        "UPDATE {hub}.parent SET id = 1 WHERE id = 2",
        "UPDATE {hub}.parent SET id = 2 WHERE id = 9",
    ),
    "same key": ("UPDATE {hub}.parent SET id = id, name = 'new'",),
    "other columns of a parent": ("UPDATE {hub}.parent SET name = 'new'",),
    "on conflict update of a held key": (
        "INSERT INTO {hub}.parent VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET id = 9",
    ),
    "on conflict update of a parent's name": (
        "INSERT INTO {hub}.parent VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = 'new'",
    ),
    "merge, all arms on the parent": (
        "MERGE INTO {hub}.parent p USING (VALUES (1, 'new'), (3, ''), (9, 'nine')) AS v (id, name)"
        " ON p.id = v.id WHEN MATCHED AND v.name = '' THEN DELETE"
        " WHEN MATCHED THEN UPDATE SET name = v.name"
        " WHEN NOT MATCHED THEN INSERT VALUES (v.id, v.name)",
    ),
    "merge, delete of a held parent": (
        "MERGE INTO {hub}.parent p USING (VALUES (1)) AS v (id) ON p.id = v.id"
        " WHEN MATCHED THEN DELETE",
    ),
    "merge, new key of a held parent": (
        "MERGE INTO {hub}.parent p USING (VALUES (1)) AS v (id) ON p.id = v.id"
        " WHEN MATCHED THEN UPDATE SET id = 9",
    ),
}  # fmt: skip

ON_BOTH: Final[dict[str, tuple[Step, ...]]] = {
    "with: parent and its child": (
        "WITH p AS (INSERT INTO {hub}.parent VALUES (9, 'new') RETURNING id)"
        " INSERT INTO {app}.child SELECT 9, id FROM p",
    ),
    "with: child and its parent": (
        "WITH c AS (INSERT INTO {app}.child VALUES (9, 9) RETURNING key)"
        " INSERT INTO {hub}.parent SELECT key, 'new' FROM c",
    ),
    "with: both go": (
        "WITH p AS (DELETE FROM {hub}.parent WHERE id = 1 RETURNING id)"
        " DELETE FROM {app}.child USING p WHERE key = p.id",
    ),
    "with: the child goes first": (
        "WITH c AS (DELETE FROM {app}.child WHERE key = 1 RETURNING key)"
        " DELETE FROM {hub}.parent USING c WHERE parent.id = c.key",
    ),
    "with: new key on both sides": (
        "WITH p AS (UPDATE {hub}.parent SET id = 9 WHERE id = 1)"
        " UPDATE {app}.child SET key = 9 WHERE key = 1",
    ),
    "with: parent goes, child comes": (
        "WITH p AS (DELETE FROM {hub}.parent WHERE id = 3) INSERT INTO {app}.child VALUES (9, 3)",
    ),
    "with: the parent goes and another child holds it": (
        INSERT + "(9, 1, 'also')",
        "WITH p AS (DELETE FROM {hub}.parent WHERE id = 1)"
        " DELETE FROM {app}.child WHERE id = 1",
    ),
    "bad, then corrected": (BAD, "UPDATE {app}.child SET key = 1 WHERE key = 99"),
    "bad, then another bad": (BAD, "UPDATE {app}.child SET key = 98 WHERE key = 99"),
    "bad, then deleted": (BAD, "DELETE FROM {app}.child WHERE key = 99"),
    "bad, deleted, bad again": (BAD, "DELETE FROM {app}.child WHERE key = 99", BAD),
    "bad twice, one corrected": (
        BAD,
        INSERT + "(10, 99, 'also')",
        "UPDATE {app}.child SET key = 1 WHERE id = 9",
    ),
    "good, then bad, then good": (
        "UPDATE {app}.child SET key = 99 WHERE id = 1",
        "UPDATE {app}.child SET key = 1 WHERE id = 1",
    ),
    "bad update, then the row goes": (
        "UPDATE {app}.child SET key = 99 WHERE id = 1",
        "DELETE FROM {app}.child WHERE id = 1",
    ),
    "truncate of the child": ("TRUNCATE {app}.child",),
    "truncate of the child, then its parents go": (
        "TRUNCATE {app}.child",
        "DELETE FROM {hub}.parent",
    ),
    "truncate of both": ("TRUNCATE {app}.child, {hub}.parent",),
    "truncate of both, the parent first": ("TRUNCATE {hub}.parent, {app}.child",),
    "truncate of the parent": ("TRUNCATE {hub}.parent",),
    "truncate of the parent, cascading": ("TRUNCATE {hub}.parent CASCADE",),
    "truncate of a parent that nobody holds": (
        "UPDATE {app}.child SET key = NULL",
        "COMMIT",
        "TRUNCATE {hub}.parent",
    ),
    "truncate after an insert": (INSERT + "(9, 3, 'good')", "TRUNCATE {app}.child"),
    "truncate after a bad insert": (BAD, "TRUNCATE {app}.child"),
    "alter table after an insert": (
        INSERT + "(9, 3, 'good')",
        "ALTER TABLE {app}.child ADD COLUMN more text",
    ),
}  # fmt: skip

IN_A_TRANSACTION: Final[dict[str, tuple[Step, ...]]] = {
    "savepoint: bad, rolled back": ("SAVEPOINT a", BAD, "ROLLBACK TO a"),
    "savepoint: bad, released": ("SAVEPOINT a", BAD, "RELEASE a"),
    "savepoint: repair rolled back": (
        BAD,
        "SAVEPOINT a",
        "UPDATE {app}.child SET key = 1 WHERE key = 99",
        "ROLLBACK TO a",
    ),
    "savepoint: inner of two rolled back": (
        "SAVEPOINT a",
        INSERT + "(9, 3, 'good')",
        "SAVEPOINT b",
        INSERT + "(10, 99, 'bad')",
        "ROLLBACK TO b",
        "RELEASE a",
    ),
    "savepoint: outer of two rolled back": (
        "SAVEPOINT a",
        BAD,
        "SAVEPOINT b",
        "DELETE FROM {hub}.parent WHERE id = 1",
        "RELEASE b",
        "ROLLBACK TO a",
    ),
    "savepoint: bad twice, once rolled back": (
        BAD,
        "SAVEPOINT a",
        INSERT + "(10, 99, 'bad')",
        "ROLLBACK TO a",
        "DELETE FROM {app}.child WHERE id = 9",
    ),
    "savepoint: parent's delete rolled back": (
        "SAVEPOINT a",
        "DELETE FROM {hub}.parent WHERE id = 1",
        "ROLLBACK TO a",
    ),
    "savepoint: parent's return rolled back": (
        "DELETE FROM {hub}.parent WHERE id = 1",
        "SAVEPOINT a",
        "INSERT INTO {hub}.parent VALUES (1, 'again')",
        "ROLLBACK TO a",
    ),
    "savepoint: new parent rolled back": (
        "SAVEPOINT a",
        "INSERT INTO {hub}.parent VALUES (9, 'new')",
        INSERT + "(9, 9, 'good')",
        "ROLLBACK TO a",
        INSERT + "(9, 9, 'bad')",
    ),
    "savepoint: after a refusal": (
        "SAVEPOINT a",
        BAD,
        "SET CONSTRAINTS ALL IMMEDIATE",
        "ROLLBACK TO a",
        INSERT + "(9, 3, 'good')",
    ),
    "constraints: immediate, good": (
        "SET CONSTRAINTS ALL IMMEDIATE",
        INSERT + "(9, 3, 'good')",
    ),
    "constraints: immediate, bad": ("SET CONSTRAINTS ALL IMMEDIATE", BAD),
    "constraints: bad, immediate": (BAD, "SET CONSTRAINTS ALL IMMEDIATE"),
    "constraints: bad, repaired, immediate": (
        BAD,
        "UPDATE {app}.child SET key = 1 WHERE key = 99",
        "SET CONSTRAINTS ALL IMMEDIATE",
    ),
    "constraints: immediate, deferred, bad, repaired": (
        "SET CONSTRAINTS ALL IMMEDIATE",
        INSERT + "(9, 3, 'good')",
        "SET CONSTRAINTS ALL DEFERRED",
        INSERT + "(10, 99, 'bad')",
        "DELETE FROM {app}.child WHERE id = 10",
    ),
    "constraints: immediate in a savepoint, rolled back": (
        "SAVEPOINT a",
        "SET CONSTRAINTS ALL IMMEDIATE",
        "ROLLBACK TO a",
        BAD,
        "DELETE FROM {app}.child WHERE key = 99",
    ),
    "constraints: bad twice, asked twice": (
        "SAVEPOINT a",
        BAD,
        "SET CONSTRAINTS ALL IMMEDIATE",
        "ROLLBACK TO a",
        INSERT + "(10, 99, 'bad')",
        "SET CONSTRAINTS ALL IMMEDIATE",
    ),
    "constraints: immediate, parent's delete": (
        "SET CONSTRAINTS ALL IMMEDIATE",
        "DELETE FROM {hub}.parent WHERE id = 1",
    ),
    "constraints: parent's delete, immediate": (
        "DELETE FROM {hub}.parent WHERE id = 1",
        "SET CONSTRAINTS ALL IMMEDIATE",
    ),
    "constraints: parent goes and comes, immediate": (
        "DELETE FROM {hub}.parent WHERE id = 1",
        "INSERT INTO {hub}.parent VALUES (1, 'again')",
        "SET CONSTRAINTS ALL IMMEDIATE",
        "DELETE FROM {hub}.parent WHERE id = 3",
    ),
    "constraints: by name, immediate": ("SET CONSTRAINTS {names} IMMEDIATE", BAD),
    "constraints: by name, bad first": (BAD, "SET CONSTRAINTS {names} IMMEDIATE"),
    "constraints: by name, parent": (
        "DELETE FROM {hub}.parent WHERE id = 1",
        "SET CONSTRAINTS {names} IMMEDIATE",
    ),
    "constraints: by name, deferred again": (
        "SET CONSTRAINTS ALL IMMEDIATE",
        "SET CONSTRAINTS {names} DEFERRED",
        BAD,
        "DELETE FROM {app}.child WHERE key = 99",
    ),
    "two transactions, chained": (
        INSERT + "(9, 3, 'good')",
        "COMMIT AND CHAIN",
        INSERT + "(10, 99, 'bad')",
    ),
    "rollback": (BAD, "ROLLBACK"),
    "repeatable read: insert": (REPEATABLE_READ, INSERT + "(9, 3, 'good')"),
    "repeatable read: bad insert": (REPEATABLE_READ, BAD),
    "serializable: insert": (SERIALIZABLE, INSERT + "(9, 3, 'good')"),
    "serializable: bad insert": (SERIALIZABLE, BAD),
    "repeatable read: delete of a held parent": (
        REPEATABLE_READ,
        "DELETE FROM {hub}.parent WHERE id = 1",
    ),
    "repeatable read: delete of a parent that nobody holds": (
        REPEATABLE_READ,
        "DELETE FROM {hub}.parent WHERE id = 3",
    ),
    "serializable: new key of a parent that nobody holds": (
        SERIALIZABLE,
        "UPDATE {hub}.parent SET id = 9 WHERE id = 3",
    ),
    "serializable: other columns of a parent": (
        SERIALIZABLE,
        "UPDATE {hub}.parent SET name = 'new'",
    ),
}  # fmt: skip


def trigger(table: str, when: str, body: str, name: str = "rewrite") -> str:
    """A user's own trigger."""
    schema = table.partition(".")[0]
    return (
        f"CREATE FUNCTION {schema}.{name}() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$BEGIN {body} END$$;"
        f" CREATE TRIGGER {name} {when} ON {table} FOR EACH ROW EXECUTE FUNCTION {schema}.{name}()"
    )


OWN_TRIGGERS: Final[dict[str, tuple[Step, ...]]] = {
    "before insert makes the key bad": (
        trigger("{app}.child", "BEFORE INSERT", "NEW.key := 99; RETURN NEW;"),
        INSERT + "(9, 1, 'good')",
    ),
    "before insert makes the key good": (
        trigger("{app}.child", "BEFORE INSERT", "NEW.key := 1; RETURN NEW;"),
        BAD,
    ),
    "before update of another column rewrites the key": (
        trigger("{app}.child", "BEFORE UPDATE OF note", "NEW.key := 99; RETURN NEW;"),
        "UPDATE {app}.child SET note = 'new' WHERE id = 1",
    ),
    "before update keeps the key": (
        trigger("{app}.child", "BEFORE UPDATE", "NEW.key := OLD.key; RETURN NEW;"),
        "UPDATE {app}.child SET key = 99",
    ),
    "before insert gives the row up": (
        trigger("{app}.child", "BEFORE INSERT", "RETURN NULL;"),
        BAD,
    ),
    "before update rewrites the parent's key": (
        trigger("{hub}.parent", "BEFORE UPDATE OF name", "NEW.id := 100 + OLD.id; RETURN NEW;"),
        "UPDATE {hub}.parent SET name = 'new' WHERE id = 1",
    ),
    "before update keeps the parent's key": (
        trigger("{hub}.parent", "BEFORE UPDATE", "NEW.id := OLD.id; RETURN NEW;"),
        "UPDATE {hub}.parent SET id = 100 + id",
    ),
    "before delete keeps the parent": (
        trigger("{hub}.parent", "BEFORE DELETE", "RETURN NULL;"),
        "DELETE FROM {hub}.parent",
    ),
    "before insert writes the parent": (
        "CREATE FUNCTION {app}.provide() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
        " INSERT INTO {hub}.parent VALUES (NEW.key) ON CONFLICT DO NOTHING; RETURN NEW; END$$;"
        " CREATE TRIGGER provide BEFORE INSERT ON {app}.child FOR EACH ROW"
        " EXECUTE FUNCTION {app}.provide()",
        BAD,
    ),
    "before delete takes the children along": (
        "CREATE FUNCTION {hub}.clear() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
        " DELETE FROM {app}.child WHERE key = OLD.id; RETURN OLD; END$$;"
        " CREATE TRIGGER clear BEFORE DELETE ON {hub}.parent FOR EACH ROW"
        " EXECUTE FUNCTION {hub}.clear()",
        "DELETE FROM {hub}.parent",
    ),
    "after insert writes the parent": (
        "CREATE FUNCTION {app}.provide() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
        " INSERT INTO {hub}.parent VALUES (NEW.key) ON CONFLICT DO NOTHING; RETURN NULL; END$$;"
        " CREATE TRIGGER zz AFTER INSERT ON {app}.child FOR EACH ROW"
        " EXECUTE FUNCTION {app}.provide()",
        BAD,
    ),
    "after delete takes the children along": (
        "CREATE FUNCTION {hub}.clear() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
        " DELETE FROM {app}.child WHERE key = OLD.id; RETURN NULL; END$$;"
        ' CREATE TRIGGER "AA" AFTER DELETE ON {hub}.parent FOR EACH ROW'
        " EXECUTE FUNCTION {hub}.clear()",
        "DELETE FROM {hub}.parent",
    ),
}  # fmt: skip

PARTITIONS: Final[dict[str, tuple[Step, ...]]] = {
    "insert": (INSERT + "(4, 3, 'low'), (14, 3, 'even'), (15, 3, 'rest')",),
    "bad insert, first level": (INSERT + "(4, 99, 'low')",),
    "bad insert, second level": (INSERT + "(4, 1, 'low'), (14, 99, 'even')",),
    "insert into a partition": ("INSERT INTO {app}.low VALUES (4, 3)",),
    "bad insert into a partition": ("INSERT INTO {app}.low VALUES (4, 99)",),
    "bad insert into a partition of a partition": ("INSERT INTO {app}.even VALUES (14, 99)",),
    "bad insert into a partition that is partitioned": ("INSERT INTO {app}.high VALUES (15, 99)",),
    "copy, one bad": (Copy("{app}.child (id, key)", ((4, 1), (15, 99))),),
    "copy into a partition, one bad": (Copy("{app}.rest (id, key)", ((11, 1), (15, 99))),),
    "update of a key": ("UPDATE {app}.child SET key = 3",),
    "update to a bad key": ("UPDATE {app}.child SET key = 99 WHERE id = 12",),
    "update to a bad key in a partition": ("UPDATE {app}.even SET key = 99",),
    "row moves": ("UPDATE {app}.child SET id = 14 WHERE id = 1",),
    "row moves, to a good key": ("UPDATE {app}.child SET id = 14, key = 3 WHERE id = 1",),
    "row moves, to a bad key": ("UPDATE {app}.child SET id = 14, key = 99 WHERE id = 1",),
    "row moves, to a bad key, repaired": (
        "UPDATE {app}.child SET id = 14, key = 99 WHERE id = 1",
        "UPDATE {app}.child SET key = 1 WHERE id = 14",
    ),
    "row moves within the second level": ("UPDATE {app}.high SET id = 15, key = 99 WHERE id = 12",),
    "merge": (
        "MERGE INTO {app}.child c USING (VALUES (1, 3), (15, 99)) AS v (id, key) ON c.id = v.id"
        " WHEN MATCHED THEN UPDATE SET key = v.key"
        " WHEN NOT MATCHED THEN INSERT (id, key) VALUES (v.id, v.key)",
    ),
    "delete of a parent held in the first level": ("DELETE FROM {hub}.parent WHERE id = 1",),
    "delete of a parent held in the second level": ("DELETE FROM {hub}.parent WHERE id = 3",),
    "new key of a held parent": ("UPDATE {hub}.parent SET id = 9 WHERE id = 3",),
    "parent goes after its child moved": (
        "UPDATE {app}.child SET id = 14 WHERE id = 1",
        "DELETE FROM {hub}.parent WHERE id = 1",
    ),
    "attach": (
        "INSERT INTO {app}.apart VALUES (101, 1)",
        "ALTER TABLE {app}.child ATTACH PARTITION {app}.apart FOR VALUES FROM (100) TO (200)",
        "INSERT INTO {app}.apart VALUES (102, 99)",
    ),
    "attach of a partition with a bad row": (
        "INSERT INTO {app}.apart VALUES (101, 99)",
        "ALTER TABLE {app}.child ATTACH PARTITION {app}.apart FOR VALUES FROM (100) TO (200)",
    ),
    "new partition": (
        "CREATE TABLE {app}.more PARTITION OF {app}.child FOR VALUES FROM (100) TO (200)",
        INSERT + "(101, 1), (102, 99)",
    ),
    "detach, then a bad row on its own": (
        "ALTER TABLE {app}.child DETACH PARTITION {app}.low",
        "INSERT INTO {app}.low VALUES (4, 99)",
    ),
    "detach, then its parent goes": (
        "ALTER TABLE {app}.child DETACH PARTITION {app}.low",
        "DELETE FROM {hub}.parent WHERE id = 1",
    ),
    "partition dropped, then its parent goes": (
        "DROP TABLE {app}.low",
        "DELETE FROM {hub}.parent WHERE id = 1",
    ),
    "partition truncated, then its parent goes": (
        "TRUNCATE {app}.low",
        "DELETE FROM {hub}.parent WHERE id = 1",
    ),
}  # fmt: skip

HEIRS_OF_THE_CHILD: Final[dict[str, tuple[Step, ...]]] = {
    "bad row in the heir": ("INSERT INTO {app}.heir VALUES (9, 99)",),
    "update of all rows": (
        "INSERT INTO {app}.heir VALUES (9, 1)",
        "UPDATE {app}.child SET key = 3",
    ),
    "update of all rows, bad in the heir": (
        "INSERT INTO {app}.heir VALUES (9, 1)",
        "UPDATE {app}.child SET key = 99 WHERE id = 9",
    ),
    "delete of a parent held by both": ("DELETE FROM {hub}.parent WHERE id = 1",),
    "delete of a parent held by the heir": (
        "INSERT INTO {app}.heir VALUES (9, 3)",
        "DELETE FROM {hub}.parent WHERE id = 3",
    ),
}

HEIRS_OF_THE_PARENT: Final[dict[str, tuple[Step, ...]]] = {
    "insert of a key of the parent": (INSERT + "(9, 3, 'good')",),
    "insert of a key of the heir": (INSERT + "(9, 7, 'heir')",),
    "delete of the heir's row": ("DELETE FROM {hub}.parent WHERE id = 7",),
    "delete of a held parent": ("DELETE FROM {hub}.parent WHERE id = 1",),
    "the heir takes the key over": (
        "DELETE FROM {hub}.parent WHERE id = 1",
        "INSERT INTO {hub}.heir VALUES (1, 'heir')",
    ),
}

SECURED: Final[dict[str, tuple[Step, ...]]] = {
    "insert": (INSERT + "(9, 3, 'good')",),
    "bad insert": (BAD,),
    "update to a bad key": ("UPDATE {app}.child SET key = 99 WHERE id = 1",),
    "bad, then corrected": (BAD, "UPDATE {app}.child SET key = 1 WHERE key = 99"),
    "delete of a held parent": ("DELETE FROM {hub}.parent WHERE id = 1",),
    "delete of a parent that nobody holds": ("DELETE FROM {hub}.parent WHERE id = 3",),
    "new key of a held parent": ("UPDATE {hub}.parent SET id = 9 WHERE id = 1",),
    "delete, then insert again": (
        "DELETE FROM {hub}.parent WHERE id = 1",
        "INSERT INTO {hub}.parent VALUES (1, 'again')",
    ),
}

FOUR: Final[dict[str, tuple[Step, ...]]] = {
    "all good": (INSERT + "(9, 1, 2, 3, 3)",),
    "all but one are null": (INSERT + "(9, NULL, NULL, NULL, 1)",),
    **{
        f"one bad, number {number}": (INSERT + f"(9, {', '.join(row)})",)
        for number, row in enumerate(
            [("99", "1", "1", "1"), ("1", "99", "NULL", "1"), ("NULL", "1", "99", "1"),
             ("NULL", "NULL", "NULL", "99")], 1)
    },
    "all bad": (INSERT + "(9, 96, 97, 98, 99)",),
    "bad rows, repaired one by one": (
        INSERT + "(9, 96, 97, 98, 99)",
        "UPDATE {app}.child SET key = NULL WHERE id = 9",
        "UPDATE {app}.child SET other = 1, home = 1 WHERE id = 9",
        "UPDATE {app}.child SET work = 1 WHERE id = 9",
    ),
    "bad rows, all but one repaired": (
        INSERT + "(9, 96, 97, 98, 99)",
        "UPDATE {app}.child SET key = NULL, other = 1, work = 1 WHERE id = 9",
    ),
    "bad key moves to another column": (
        INSERT + "(9, 99, NULL, NULL, 1)",
        "UPDATE {app}.child SET key = NULL, other = 99 WHERE id = 9",
    ),
    "a key good for one parent table only": (
        "INSERT INTO {hub}.place VALUES (4, 'd')",
        INSERT + "(9, NULL, NULL, 4, 4)",
        INSERT + "(10, 4, NULL, NULL, 1)",
    ),
    "update of one of four": ("UPDATE {app}.child SET home = 3",),
    "update of one of four, bad": ("UPDATE {app}.child SET home = 99 WHERE id = 2",),
    "update of two, one bad": ("UPDATE {app}.child SET key = 3, work = 99 WHERE id = 2",),
    "delete of one parent's row": ("DELETE FROM {hub}.parent WHERE id = 2",),
    "delete of the other parent's row": ("DELETE FROM {hub}.place WHERE id = 2",),
    "delete of rows that nobody holds": (
        "DELETE FROM {hub}.parent WHERE id = 3",
        "DELETE FROM {hub}.place WHERE id = 3",
    ),
    "swap of the columns": ("UPDATE {app}.child SET key = other, other = key",),
}  # fmt: skip

TWO_OF_ONE: Final[dict[str, tuple[Step, ...]]] = {
    "both good": (INSERT + "(9, 3, 3)",),
    "the second bad": (INSERT + "(9, 3, 99)",),
    "both bad, the same": (INSERT + "(9, 99, 99)",),
    "both bad, the same, one repaired": (
        INSERT + "(9, 99, 99)",
        "UPDATE {app}.child SET key = 1 WHERE id = 9",
    ),
    "swap": ("UPDATE {app}.child SET key = other, other = key",),
    "delete of a parent held by the second": (
        "UPDATE {app}.child SET key = 3",
        "DELETE FROM {hub}.parent WHERE id = 1",
    ),
    "delete of a parent held by none any more": (
        "UPDATE {app}.child SET key = 3, other = NULL",
        "DELETE FROM {hub}.parent WHERE id = 1",
    ),
}

CYCLES: Final[dict[str, tuple[Step, ...]]] = {
    "both come, each holding the other": (
        "INSERT INTO {hub}.parent VALUES (9, 9)",
        INSERT + "(9, 9)",
    ),
    "both come, null first": (
        "INSERT INTO {hub}.parent VALUES (9, NULL)",
        INSERT + "(9, 9)",
        "UPDATE {hub}.parent SET favourite = 9 WHERE id = 9",
    ),
    "both come in one statement": (
        "WITH p AS (INSERT INTO {hub}.parent VALUES (9, 9)) INSERT INTO {app}.child VALUES (9, 9)",
    ),
    "bad on the one side": ("UPDATE {hub}.parent SET favourite = 99",),
    "bad on the other side": (INSERT + "(9, 99)",),
    "both go": ("DELETE FROM {hub}.parent WHERE id = 1", "DELETE FROM {app}.child WHERE id = 1"),
    "both go in one statement": (
        "WITH p AS (DELETE FROM {hub}.parent WHERE id = 1) DELETE FROM {app}.child WHERE id = 1",
    ),
    "the one goes": ("DELETE FROM {app}.child WHERE id = 1",),
    "the other goes": ("DELETE FROM {hub}.parent WHERE id = 1",),
    "truncate of both": ("TRUNCATE {hub}.parent, {app}.child",),
}

GENERATED: Final[dict[str, tuple[Step, ...]]] = {
    "good": ("INSERT INTO {app}.child VALUES (2)",),
    "bad": ("INSERT INTO {app}.child VALUES (3)",),
    "update to good": ("UPDATE {app}.child SET id = 2",),
    "update to bad": ("UPDATE {app}.child SET id = 3",),
    "update to the same": ("UPDATE {app}.child SET id = 11",),
    "delete of the parent": ("DELETE FROM {hub}.parent WHERE id = 1",),
}

PARTITIONED_PARENT: Final[dict[str, tuple[Step, ...]]] = {
    "insert": (INSERT + "(9, 1, 'good')",),
    "insert of a bad key": (BAD,),
}

COLLATED: Final[dict[str, tuple[Step, ...]]] = {"insert": (INSERT + "(9, '1', 'good')",)}


def typed_programs(good: str, bad: str, other: str) -> dict[str, tuple[Step, ...]]:
    """Programs for keys of a type; all are SQL literals."""
    return {
        "insert": (INSERT + f"(9, {good}, 'good')",),
        "bad insert": (INSERT + f"(9, {bad}, 'bad')",),
        "bad, then corrected": (
            INSERT + f"(9, {bad}, 'bad')",
            f"UPDATE {{app}}.child SET key = {other} WHERE id = 9",
        ),
        "update to a bad key": (f"UPDATE {{app}}.child SET key = {bad}",),
        "delete of a held parent": (f"DELETE FROM {{hub}}.parent WHERE id = {good}",),
        "delete of another parent": (f"DELETE FROM {{hub}}.parent WHERE id = {other}",),
        "new key of a held parent": (f"UPDATE {{hub}}.parent SET id = {bad} WHERE id = {good}",),
        "delete, then insert again": (
            f"DELETE FROM {{hub}}.parent WHERE id = {good}",
            f"INSERT INTO {{hub}}.parent VALUES ({good}, 'again')",
        ),
    }


TYPED: Final = {
    "text": typed_programs("'é a \\'", "'É'", "'B'"),
    "uuid": typed_programs(f"'{ONE}'", f"'{ONE[:-1]}9'", f"'{TWO}'"),
    "varchar": typed_programs("'a'", "'A'", "'b'"),
    "varchar-of-text": typed_programs("'a'", "'a '", "'b'"),
    "char": typed_programs("'a  '", "'z'", "'b'"),
    "integer-of-bigint": typed_programs("1", "99", "2"),
    "numeric": typed_programs("1.00", "1.01", "2.0"),
    "date": typed_programs("'2020-02-29'", "'infinity'", "'2021-01-01'"),
}


def all_cases() -> Iterator[Case]:
    """Every case, those of one layout together."""
    for layout, programs in (
        (layouts.PLAIN, ON_THE_CHILD | ON_THE_PARENT | ON_BOTH | IN_A_TRANSACTION | OWN_TRIGGERS),
        (layouts.PARTITIONED, PARTITIONS),
        (layouts.PARTITIONED_PARENT, PARTITIONED_PARENT),
        (layouts.COLLATED, COLLATED),
        (layouts.INHERITED_CHILD, HEIRS_OF_THE_CHILD),
        (layouts.INHERITED_PARENT, HEIRS_OF_THE_PARENT),
        (layouts.SECURED_PARENT, SECURED),
        (layouts.SECURED_CHILD, SECURED),
        (layouts.FOUR_KEYS, FOUR),
        (layouts.TWO_KEYS, TWO_OF_ONE),
        (layouts.CYCLE, CYCLES),
        (layouts.GENERATED, GENERATED),
        *((layout, TYPED[layout.name]) for layout in layouts.TYPED),
    ):
        for name, program in programs.items():
            yield Case(name, layout, program)


CASES: Final = tuple(all_cases())
