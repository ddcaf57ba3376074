"""Databases with more in them than tables of models: moved, or left alone with a reason."""

from __future__ import annotations

from dataclasses import replace

import psycopg
import pytest

from appschemas.database.split.planning import left, notices
from appschemas.database.split.wall import close, reopen
from appschemas.exceptions import AppSchemasError
from tests.tools.splits import PARTITIONED as SPLITTABLE
from tests.tools.splits import PASSWORD, Before

EXTENSIONS = """
ALTER TABLE person ADD nick citext UNIQUE, ADD tags hstore DEFAULT 'a=>1';
CREATE INDEX person_name ON person USING gin (name gin_trgm_ops);
CREATE INDEX person_nick ON person (nick citext_pattern_ops);
UPDATE person SET nick = 'Ann', name = 'Annabel' WHERE id = 1
"""
# Each is an operator that lies where its extension does.
OPERATORS = """
SELECT nick = 'ANN', tags ? 'a', name % 'annabell', similarity(name, 'ann') > 0 FROM person
 WHERE nick = 'aNN'
"""
PARTITIONED = """
DROP TABLE tile;
CREATE TABLE tile (id bigint, place text) PARTITION BY LIST (place);
CREATE TABLE tile_here PARTITION OF tile FOR VALUES IN ('here');
"""
# As a database of time series has it: rows lie in heirs elsewhere, where a trigger puts them.
CHUNKS = """
CREATE SCHEMA _internal;
CREATE TABLE _internal.chunk_1 (CHECK (id >= 0)) INHERITS (tag);
CREATE FUNCTION _internal.put() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
  'BEGIN INSERT INTO _internal.chunk_1 SELECT NEW.*; RETURN NULL; END';
CREATE TRIGGER put BEFORE INSERT ON tag FOR EACH ROW EXECUTE FUNCTION _internal.put();
INSERT INTO tag DEFAULT VALUES;
"""
WORDS = """
CREATE COLLATION by_number (provider = libc, locale = 'C');
CREATE TEXT SEARCH DICTIONARY plain_words (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION ours (COPY = english);
UPDATE person SET name = CASE id WHEN 1 THEN 'Bob' WHEN 2 THEN 'ann' END;
"""
SORTED = """
SELECT name, to_tsvector('ours', 'running')::text FROM person WHERE name IS NOT NULL
 ORDER BY name COLLATE by_number
"""
OPERATOR_CLASS = """
CREATE FUNCTION same(integer, integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 = $2';
CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same);
CREATE OPERATOR CLASS odd_first FOR TYPE integer USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
  FUNCTION 1 btint4cmp(integer, integer);
"""
NEAR = "SELECT id FROM person WHERE ST_DWithin(place, ST_SetSRID(ST_MakePoint(10, 59), 4326), 1)"


def stays(before: Before) -> dict[str, str]:
    """What is left alone, with its reason."""
    return {each.called: before.wall.plain(each.reason) for each in left(before.state())}


def as_new_code(before: Before, schema: str, query: str) -> list[tuple[object, ...]]:
    """What the runtime role of a schema reads, with the path that its sessions have."""
    with before.wall.connection.transaction(force_rollback=True):
        before.run(f"SET LOCAL ROLE {{{schema}_rw}}")
        before.run(f"SET LOCAL search_path TO {{{schema}}}, {{extensions}}")
        return before.wall.connection.execute(query.encode()).fetchall()


def test_extensions_move_and_their_operators_are_found_by_old_code_and_new(before: Before) -> None:
    before.run("CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION pg_trgm")
    with before.session() as old:
        old.execute(EXTENSIONS)
    at_first = before.catalog()

    before.split()
    with before.session() as old:
        assert old.execute(OPERATORS).fetchall() == [(True, True, True, True)]
    assert as_new_code(before, "hub", OPERATORS) == [(True, True, True, True)]
    lies = "SELECT DISTINCT extnamespace::regnamespace::text FROM pg_extension WHERE oid > 16383"
    assert before.run(lies).fetchall() == [(before.schema("extensions"),)]
    before.unsplit()

    assert before.catalog() == at_first
    assert before.run(lies).fetchall() == [("public",)]


@pytest.mark.parametrize("name", ['Odd "tag" {n}%', "UPPER", "a.b", "ünïcode ☃"])
def test_a_table_of_any_name_goes_there_and_back(before: Before, name: str) -> None:
    quoted = name.replace('"', '""')
    with before.session() as old:
        old.execute(f'ALTER TABLE tag RENAME TO "{quoted}"'.encode())
        old.execute(f'CREATE INDEX "i {quoted}" ON "{quoted}" (id)'.encode())
    tables = frozenset(
        (schema, name if table == "tag" else table)
        for schema, table in before.wall.installed.tables
    )
    before.wall = replace(before.wall, installed=replace(before.wall.installed, tables=tables))
    at_first = before.catalog()

    before.split()
    assert before.place(name) == ["app app_owner"]
    before.unsplit()

    assert before.catalog() == at_first


def test_a_model_whose_table_is_named_with_its_schema_stays_where_that_says(
    before: Before,
) -> None:
    before.run("CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.thing (id bigint)")
    tables = before.wall.installed.tables | {(before.schema("app"), 'elsewhere"."thing')}
    before.wall = replace(before.wall, installed=replace(before.wall.installed, tables=tables))

    said = stays(before)['table elsewhere"."thing']
    before.split()

    assert said == (
        "its db_table names a schema itself: it stays there, and app_rw needs rights on it"
    )
    assert before.place("thing") == ["elsewhere postgres"]
    assert before.status().is_split
    assert [each[:23] for each in before.wall.findings()] == ["i a split is under way:"]


def test_row_security_goes_along_and_is_said(before: Before) -> None:
    with before.session() as old:
        old.execute("""
            ALTER TABLE tag ENABLE ROW LEVEL SECURITY;
            CREATE POLICY few ON tag USING (id < 2);
            INSERT INTO tag SELECT FROM generate_series(1, 3)""")
    steps = before.steps()
    steps.look()
    said = [each.text for each in notices(before.wall.connection, steps.state)]

    before.split()

    assert "public.tag has row security" in said
    assert as_new_code(before, "app", "SELECT id FROM tag") == [(1,)]


def test_unmanaged_tables_stay_and_views_of_them_too(before: Before) -> None:
    with before.session() as old:
        old.execute("""
            CREATE TABLE legacy (id bigint, tag_id bigint);
            CREATE VIEW of_both AS SELECT t.id FROM tag t JOIN legacy l ON l.tag_id = t.id;
            INSERT INTO tag DEFAULT VALUES; INSERT INTO legacy VALUES (1, 1)""")

    said = stays(before)
    before.split()

    assert said["table legacy"] == "no installed model has it"
    assert said["view of_both"] == "it is of tables of app and of others that stay"
    with before.session() as old:
        assert old.execute("SELECT id FROM of_both").fetchall() == [(1,)]


def test_foreign_tables_stay_also_as_partitions_and_are_read_where_they_are(
    before: Before,
) -> None:
    before.run("CREATE EXTENSION postgres_fdw")
    place = before.server.get("host"), before.server.get("port") or 5432
    before.run(f"""
        CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw
          OPTIONS (host '{place[0]}', port '{place[1]}', dbname 'postgres');
        CREATE USER MAPPING FOR PUBLIC SERVER far
          OPTIONS (user 'postgres', password_required 'false')""")
    with before.session() as old:
        old.execute(PARTITIONED)
    before.run("""
        CREATE FOREIGN TABLE kinds (amname name) SERVER far
          OPTIONS (schema_name 'pg_catalog', table_name 'pg_am');
        CREATE FOREIGN TABLE tile_far PARTITION OF tile FOR VALUES IN ('far') SERVER far
          OPTIONS (schema_name 'pg_catalog', table_name 'pg_am')""")
    at_first = before.catalog()

    said = stays(before)
    before.split()

    assert said["foreign table kinds"] == "it is a foreign table"
    assert said["foreign table tile_far"] == "it is a foreign table"
    assert before.place("tile_far") == ["public postgres"]
    assert before.place("tile_here") == ["board board_owner"]
    assert before.run("SELECT count(*) > 0 FROM kinds").fetchone() == (True,)
    before.unsplit()
    assert before.catalog() == at_first


def test_a_table_with_heirs_elsewhere_moves_and_they_stay_and_are_named(before: Before) -> None:
    before.run(f"GRANT CREATE ON DATABASE {{database}} TO {before.old}")
    with before.session() as old:
        old.execute(CHUNKS)
    at_first = before.catalog()

    said = stays(before)
    before.split()

    assert said["table _internal.chunk_1"] == "it is an heir of tag that lies in another schema"
    assert before.place("chunk_1") == ["_internal old"]
    with before.session() as old:
        old.execute("INSERT INTO tag DEFAULT VALUES")
    assert as_new_code(before, "app", "SELECT count(*) FROM tag") == [(2,)]
    before.unsplit()
    assert before.catalog() == at_first


def test_what_belongs_to_an_extension_goes_with_it(before: Before) -> None:
    before.run("CREATE EXTENSION pg_stat_statements")

    said = stays(before)
    before.split()

    assert not any("pg_stat" in name for name in said)
    assert before.place("pg_stat_statements") == ["extensions postgres"]


def test_collations_and_text_search_go_where_all_find_them_and_operators_are_named(
    before: Before,
) -> None:
    with before.session() as old:
        old.execute(WORDS)
    before.run(OPERATOR_CLASS)
    at_first = before.catalog()

    said = stays(before)
    before.split()
    with before.session() as old:
        assert old.execute(SORTED).fetchall() == [("Bob", "'run':1"), ("ann", "'run':1")]
    assert as_new_code(before, "hub", SORTED) == [("Bob", "'run':1"), ("ann", "'run':1")]
    before.unsplit()

    assert "operator ===(integer, integer)" in said
    assert "operator class odd_first" in said
    assert before.catalog() == at_first


def test_an_extension_that_cannot_be_moved_stays_with_its_types_and_says_what_to_do(
    before: Before,
) -> None:
    if not before.run("SELECT name FROM pg_available_extensions WHERE name = 'postgis'").fetchone():
        pytest.skip("this server has no PostGIS")
    before.run("CREATE EXTENSION postgis")
    with before.session() as old:
        old.execute("""
            ALTER TABLE person ADD place geometry(Point, 4326);
            CREATE INDEX person_place ON person USING gist (place);
            UPDATE person SET place = ST_SetSRID(ST_MakePoint(10, 59), 4326) WHERE id = 1""")
    at_first = before.catalog()

    said = stays(before)
    before.split()

    assert said["extension postgis"].startswith("PostgreSQL cannot move it: new code does not")
    assert said["table spatial_ref_sys"] == "it belongs to extension postgis"
    with before.session() as old:
        assert old.execute(NEAR).fetchall() == [(1,)]
    before.unsplit()
    assert before.catalog() == at_first


def test_postgis_moved_as_its_makers_say_is_found_by_new_code(before: Before) -> None:
    if not before.run("SELECT name FROM pg_available_extensions WHERE name = 'postgis'").fetchone():
        pytest.skip("this server has no PostGIS")
    before.run("CREATE EXTENSION postgis")
    with before.session() as old:
        old.execute("ALTER TABLE person ADD place geometry(Point, 4326)")
        old.execute("UPDATE person SET place = ST_SetSRID(ST_MakePoint(10, 59), 4326) WHERE id = 1")
    before.split()

    before.run("UPDATE pg_extension SET extrelocatable = true WHERE extname = 'postgis'")
    before.split()
    version = before.run("SELECT extversion FROM pg_extension WHERE extname = 'postgis'").fetchone()
    before.run(f"ALTER EXTENSION postgis UPDATE TO '{version[0]}next'")
    before.run(f"ALTER EXTENSION postgis UPDATE TO '{version[0]}'")

    assert as_new_code(before, "hub", NEAR) == [(1,)]
    with before.session() as old:
        assert old.execute(NEAR).fetchall() == [(1,)]


def test_a_login_that_owns_nothing_finds_extensions_until_the_last_wall_stands(
    before: Before,
) -> None:
    reader = before.schema("stranger")
    before.run("CREATE ROLE {stranger} LOGIN PASSWORD " + f"'{PASSWORD}'")
    before.run("CREATE EXTENSION citext; GRANT SELECT ON public.note TO {stranger}")
    before.split()
    status = before.status()
    close(before.steps(), before.schema("app"))
    reopen(before.steps(), before.schema("app"))
    close(before.steps(), before.schema("hub"))
    with before.session(reader) as session:
        found = session.execute("SELECT 'A' = 'a'::citext FROM note").fetchall()

    for name in ("app", "board"):
        close(before.steps(), before.schema(name))

    assert status.is_split
    assert found == [(True,)] * 3
    usage = "SELECT has_schema_privilege(%s, %s, 'USAGE')"
    held = before.wall.connection.execute(usage, [reader, before.schema("extensions")]).fetchone()
    assert held == (False,)


def test_a_partition_that_old_code_makes_after_a_split_is_named_where_a_check_is_made_again(
    before: Before,
) -> None:
    with before.session() as old:
        old.execute(SPLITTABLE)
    before.split()
    with before.session() as old:
        old.execute("CREATE TABLE note_3 PARTITION OF note FOR VALUES FROM (200) TO (300)")
    triggers = "SELECT tgname FROM pg_trigger WHERE tgrelid = '{app}.note'::regclass"
    (name, *_), *_ = before.run(f"{triggers} AND NOT tgisinternal").fetchall()
    before.run(f'DROP TRIGGER "{name}" ON {{app}}.note')

    with pytest.raises(AppSchemasError, match="permission denied for table note_3") as refused:
        before.wall.apply()
    hint = "ALTER TABLE <its schema>.<its name> OWNER TO <the owner of the table that it is one of>"
    assert str(refused.value).endswith(hint)
    before.run("ALTER TABLE public.note_3 OWNER TO {app_owner}")
    before.wall.apply()

    with before.session() as old, pytest.raises(psycopg.errors.ForeignKeyViolation):
        old.execute("INSERT INTO note (id, person_id) OVERRIDING SYSTEM VALUE VALUES (201, 999)")
