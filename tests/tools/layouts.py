"""Tables on which an identity key and a foreign key are compared."""
# ruff: noqa: S608 - names of the tests' own

from __future__ import annotations

from typing import Final

from tests.tools.pairs import Key, Layout

PARENT: Final = """
SET ROLE {hub_owner};
CREATE TABLE {hub}.parent (id bigint PRIMARY KEY, name text);
"""
CHILD: Final = """
SET ROLE {app_owner};
CREATE TABLE {app}.child (id bigint PRIMARY KEY, key bigint, note text);
CREATE INDEX ON {app}.child (key);
"""
ROWS: Final = """
INSERT INTO {hub}.parent VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO {app}.child VALUES (1, 1, 'x'), (2, 2, 'y'), (3, NULL, 'z');
"""
PLAIN: Final = Layout("plain", PARENT + CHILD, ROWS)

EMPTY: Final = Layout("empty", PARENT + CHILD, "")

PARTITIONED: Final = Layout(
    "partitioned",
    PARENT
    + """
SET ROLE {app_owner};
CREATE TABLE {app}.child (id bigint NOT NULL, key bigint, note text) PARTITION BY RANGE (id);
CREATE TABLE {app}.low PARTITION OF {app}.child FOR VALUES FROM (0) TO (10);
CREATE TABLE {app}.high PARTITION OF {app}.child FOR VALUES FROM (10) TO (100)
  PARTITION BY LIST (id);
CREATE TABLE {app}.even PARTITION OF {app}.high FOR VALUES IN (10, 12, 14, 16);
CREATE TABLE {app}.rest PARTITION OF {app}.high DEFAULT;
CREATE TABLE {app}.apart (id bigint NOT NULL, key bigint, note text);
CREATE INDEX ON {app}.child (key);
""",
    ROWS + "INSERT INTO {app}.child VALUES (12, 3, 'even')",
)

PARTITIONED_PARENT: Final = Layout(
    "partitioned-parent",
    """
SET ROLE {hub_owner};
CREATE TABLE {hub}.parent (id bigint PRIMARY KEY, name text) PARTITION BY RANGE (id);
CREATE TABLE {hub}.low PARTITION OF {hub}.parent FOR VALUES FROM (0) TO (10);
"""
    + CHILD,
    "INSERT INTO {hub}.parent VALUES (1, 'a')",
)

INHERITED_CHILD: Final = Layout(
    "inherited-child",
    PARENT + CHILD + "CREATE TABLE {app}.heir () INHERITS ({app}.child)",
    ROWS,
)

INHERITED_PARENT: Final = Layout(
    "inherited-parent",
    PARENT + "CREATE TABLE {hub}.heir () INHERITS ({hub}.parent);" + CHILD,
    ROWS + "INSERT INTO {hub}.heir VALUES (7, 'heir')",
)

SECURED_PARENT: Final = Layout(
    "row-level security forced on the parent",
    PARENT
    + "ALTER TABLE {hub}.parent ENABLE ROW LEVEL SECURITY;"
    + "ALTER TABLE {hub}.parent FORCE ROW LEVEL SECURITY;"
    + CHILD
    + "RESET ROLE; ALTER ROLE {hub_keys} BYPASSRLS",
    ROWS,
)

SECURED_CHILD: Final = Layout(
    "row-level security forced on the child",
    PARENT
    + CHILD
    + "ALTER TABLE {app}.child ENABLE ROW LEVEL SECURITY;"
    + "ALTER TABLE {app}.child FORCE ROW LEVEL SECURITY;"
    + "RESET ROLE; ALTER ROLE {app_keys} BYPASSRLS",
    ROWS,
)

FOUR_KEYS: Final = Layout(
    "four keys to two parents",
    PARENT
    + """
CREATE TABLE {hub}.place (id bigint PRIMARY KEY, name text);
SET ROLE {app_owner};
CREATE TABLE {app}.child (id bigint PRIMARY KEY, key bigint, other bigint, home bigint,
  work bigint NOT NULL);
""",
    """
INSERT INTO {hub}.parent VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO {hub}.place VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO {app}.child VALUES (1, 1, NULL, NULL, 1), (2, 1, 2, 1, 2);
""",
    (
        Key(),
        Key(column="other"),
        Key(column="home", parent="hub.place"),
        Key(column="work", parent="hub.place"),
    ),
    ("hub.parent", "hub.place", "app.child"),
)

TWO_KEYS: Final = Layout(
    "two keys to one parent",
    PARENT
    + "SET ROLE {app_owner};"
    + "CREATE TABLE {app}.child (id bigint PRIMARY KEY, key bigint, other bigint)",
    """
INSERT INTO {hub}.parent VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO {app}.child VALUES (1, 1, NULL), (2, 2, 1), (3, NULL, NULL);
""",
    (Key(), Key(column="other")),
)

CYCLE: Final = Layout(
    "each holds keys of the other",
    """
SET ROLE {hub_owner};
CREATE TABLE {hub}.parent (id bigint PRIMARY KEY, favourite bigint);
SET ROLE {app_owner};
CREATE TABLE {app}.child (id bigint PRIMARY KEY, key bigint);
""",
    """
INSERT INTO {hub}.parent VALUES (1, NULL), (2, NULL);
INSERT INTO {app}.child VALUES (1, 1), (2, NULL);
UPDATE {hub}.parent SET favourite = 1 WHERE id = 1;
""",
    (Key(), Key("hub.parent", "favourite", "app.child")),
)


def typed(name: str, parent: str, child: str, kind: str, first: str, second: str) -> Layout:
    """A parent and a child whose keys are of another type."""
    return Layout(
        name,
        f"SET ROLE {{hub_owner}}; CREATE TABLE {{hub}}.parent (id {parent} PRIMARY KEY, name text);"
        f"SET ROLE {{app_owner}};"
        f"CREATE TABLE {{app}}.child (id bigint PRIMARY KEY, key {child}, note text)",
        f"INSERT INTO {{hub}}.parent VALUES ('{first}', 'a'), ('{second}', 'b');"
        f"INSERT INTO {{app}}.child VALUES (1, '{first}', 'x')",
        (Key(type=kind),),
    )


ONE, TWO = "00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002"
TYPED: Final = (
    typed("text", "text", "text", "text", "é a \\", "B"),
    typed("uuid", "uuid", "uuid", "uuid", ONE, TWO),
    typed("varchar", "varchar(20)", "varchar(20)", "varchar", "a", "b"),
    typed("varchar-of-text", "text", "varchar(20)", "text", "a", "b"),
    typed("char", "char(5)", "char(5)", "character(5)", "a", "b"),
    typed("integer-of-bigint", "bigint", "integer", "bigint", "1", "2"),
    typed("numeric", "numeric", "numeric", "numeric", "1.0", "2"),
    typed("date", "date", "date", "date", "2020-02-29", "2021-01-01"),
)

COLLATED: Final = Layout(
    "collated",
    "SET ROLE {hub_owner};"
    'CREATE TABLE {hub}.parent (id text COLLATE "C" PRIMARY KEY, name text);'
    "SET ROLE {app_owner};"
    'CREATE TABLE {app}.child (id bigint PRIMARY KEY, key text COLLATE "POSIX", note text)',
    "INSERT INTO {hub}.parent VALUES ('1', 'a')",
    (Key(type="text"),),
)

GENERATED: Final = Layout(
    "generated",
    PARENT
    + "SET ROLE {app_owner};"
    + "CREATE TABLE {app}.child (id bigint PRIMARY KEY,"
    + " key bigint GENERATED ALWAYS AS (id % 10) STORED)",
    "INSERT INTO {hub}.parent VALUES (1, 'a'), (2, 'b'); INSERT INTO {app}.child VALUES (1)",
)


def random(kind: str) -> Layout:
    """For random programs: two keys, of a type whose literals may be written '1'."""
    return Layout(
        f"random-{kind}",
        f"SET ROLE {{hub_owner}}; CREATE TABLE {{hub}}.parent (id {kind} PRIMARY KEY, name text);"
        f"SET ROLE {{app_owner}};"
        f"CREATE TABLE {{app}}.child (id bigint PRIMARY KEY, key {kind}, other {kind});"
        f"CREATE FUNCTION {{app}}.as_key(text) RETURNS {kind} LANGUAGE sql"
        f" RETURN CAST($1 AS {kind})",
        "INSERT INTO {hub}.parent VALUES ('1'), ('2'); INSERT INTO {app}.child VALUES (1, '1')",
        (Key(type=kind), Key(column="other", type=kind)),
    )


RANDOM: Final = (random("bigint"), random("text"))
