"""A database that is split while old code runs on it, and put back."""

from __future__ import annotations

import pytest

from appschemas.database.split.refusals import refuse_nothing
from appschemas.database.split.run import Choices, split
from appschemas.database.split.steps import Steps
from appschemas.exceptions import AppSchemasError, LockNotGranted, NotSplit
from tests.tools.splits import Before
from tests.tools.walls import Wall

# What a table does not take along, what several schemas use, what no model has.
OBJECTS = """
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN short AS text;
ALTER TABLE note ADD COLUMN mood mood NOT NULL DEFAULT 'ok', ADD COLUMN text short;
ALTER TABLE person ADD COLUMN nick short;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER stamped BEFORE UPDATE ON note FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE FUNCTION nobodys(integer, text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION is_ok(mood) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true';
ALTER TABLE note ADD CHECK (is_ok(mood));
CREATE SEQUENCE numbers;
CREATE SEQUENCE "odd {n}/1 %";
ALTER TABLE tag ADD COLUMN "Odd {n}%" bigint DEFAULT nextval('"odd {n}/1 %"');
ALTER TABLE note ADD COLUMN number bigint DEFAULT nextval('numbers');
CREATE VIEW titles AS SELECT id FROM note;
CREATE VIEW of_titles AS SELECT id FROM titles;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM person;
CREATE VIEW of_two AS SELECT p.id FROM note n JOIN person p ON p.id = n.person_id;
CREATE STATISTICS spread ON person_id, number FROM note;
CREATE TABLE leftover (id bigint);
"""


def test_it_goes_there_and_back_and_nothing_else_has_changed(before: Before) -> None:
    with before.session() as old:
        old.execute(OBJECTS)
    at_first = before.catalog()

    before.split()
    there = [before.place(name) for name in ("note", "person", "titles", "of_two", "leftover")]
    before.unsplit()

    assert there == [["app app_owner"], ["hub hub_owner"], ["app app_owner"],
                     ["public old"], ["public old"]]  # fmt: skip
    assert before.catalog() == at_first


def test_where_a_split_stands_is_not_waited_for(before: Before) -> None:
    before.run("SET lock_timeout = '50ms'")
    with before.session() as old, old.transaction():
        old.execute("LOCK TABLE note")
        pid = old.info.backend_pid
        with pytest.raises(LockNotGranted) as refused:
            before.status()

    before.run("RESET lock_timeout")
    assert f"In the way: pid {pid}, user {before.old}" in str(refused.value)
    assert before.status().is_begun is False


def test_a_second_run_finds_nothing_to_do(before: Before) -> None:
    before.split()

    assert before.split() == 0
    assert before.status().is_split


def test_old_code_works_before_while_and_after(before: Before) -> None:
    before.split()
    with before.session() as old:
        before.writes(old)
        before.unsplit()
        before.writes(old)

    assert before.run("SELECT count(*) FROM public.note").fetchone() == (3,)


def test_a_session_with_its_old_path_is_waited_for_and_named(before: Before) -> None:
    with before.session(application_name="worker") as old:
        with pytest.raises(AppSchemasError, match=r"1 sessions of old code .*application worker"):
            before.split()
        before.writes(old)
    assert before.place("note") == ["public old"]

    before.split()

    assert before.place("note") == ["app app_owner"]


def test_where_sessions_cannot_be_renewed_views_stand_in_for_tables(before: Before) -> None:
    with before.session() as old:
        before.split(compat_views=True)
        before.writes(old)
        assert sorted(before.place("note")) == ["app app_owner", "public old"]
        assert before.status().compat_views == 5

    before.split()

    assert before.place("note") == ["app app_owner"]


def test_views_go_with_the_way_back(before: Before) -> None:
    at_first = before.catalog()
    with before.session() as old:
        before.split(compat_views=True)
        before.unsplit()
        before.writes(old)

    assert [each for each in before.catalog() if each[0] in ("type", "path")] == [
        each for each in at_first if each[0] in ("type", "path")
    ]


def test_partitions_move_one_by_one(before: Before) -> None:
    with before.session() as old:
        old.execute("""
            DROP TABLE note;
            CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY, person_id bigint
              CONSTRAINT note_person_fk REFERENCES person, PRIMARY KEY (id))
              PARTITION BY RANGE (id);
            CREATE TABLE note_1 PARTITION OF note FOR VALUES FROM (0) TO (100);
            CREATE TABLE note_2 PARTITION OF note FOR VALUES FROM (100) TO (200)
              PARTITION BY RANGE (id);
            CREATE TABLE note_21 PARTITION OF note_2 FOR VALUES FROM (100) TO (200);
            INSERT INTO note (person_id) SELECT generate_series(1, 3)""")
    at_first = before.catalog()

    before.split()
    there = [before.place(name) for name in ("note", "note_1", "note_2", "note_21")]
    with before.session() as old:
        before.writes(old)
    before.unsplit()

    assert there == [["app app_owner"]] * 4
    assert [each for each in before.catalog() if each[0] == "constraint"] == [
        each for each in at_first if each[0] == "constraint"
    ]


def test_one_schema_goes_alone_and_comes_back_alone(before: Before) -> None:
    before.split(only=before.schema("app"))
    one = [before.place(name) for name in ("note", "person", "tile")]
    before.split()
    before.unsplit(only=before.schema("board"))

    assert one == [["app app_owner"], ["public old"], ["public old"]]
    assert [before.place(name) for name in ("note", "tile")] == [["app app_owner"], ["public old"]]


def test_each_schema_has_its_own_record_and_that_of_old_code_follows(
    before: Before,
) -> None:
    before.split()
    with before.session() as old:
        old.execute("INSERT INTO public.django_migrations (app, name, applied)"
                    " VALUES ('hub', '0002', now())")  # fmt: skip

    before.split()

    recorded = before.run("SELECT app, name FROM {hub}.django_migrations ORDER BY id").fetchall()
    assert recorded == [("hub", "0001_initial"), ("gone", "0001_initial"), ("hub", "0002")]


def test_a_table_that_old_code_makes_meanwhile_follows(before: Before) -> None:
    before.split()
    with before.session() as old:
        old.execute("DROP TABLE tile; CREATE TABLE tile (id bigint PRIMARY KEY)")

    before.split()

    assert before.place("tile") == ["board board_owner"]


def test_a_table_that_new_code_makes_goes_back_with_its_record(before: Before) -> None:
    before.wall.apply()
    before.run("DROP TABLE public.tag; ALTER TABLE public.tile SET SCHEMA {board}")
    before.split()
    before.run("SET ROLE {app_owner}; CREATE TABLE {app}.tag (id bigint PRIMARY KEY);"
               " INSERT INTO {app}.django_migrations (app, name, applied)"
               " VALUES ('app', '0002_tag', now()); RESET ROLE")  # fmt: skip

    before.unsplit()

    assert before.place("tag") == ["public old"]
    assert before.run("SELECT app FROM public.django_migrations WHERE name = '0002_tag'").fetchone()
    assert before.place("tile")[0].startswith("board ")


def test_a_reader_keeps_what_it_was_granted(before: Before) -> None:
    before.run("CREATE ROLE {stranger} LOGIN PASSWORD 'open sesame'")
    with before.session() as old:
        old.execute(f'GRANT SELECT ON person TO "{before.schema("stranger")}"')

    before.split()

    with before.session(before.schema("stranger")) as reader:
        assert reader.execute("SELECT count(*) FROM person").fetchone() == (3,)


def test_a_lock_that_somebody_holds_is_named_and_the_next_run_goes_on(before: Before) -> None:
    before.split(only=before.schema("hub"))
    with before.session(application_name="report") as old, old.transaction():
        old.execute("SELECT FROM tag")
        with pytest.raises(LockNotGranted, match=r"table tag .* application report"):
            before.split()

    before.split()

    assert before.place("tag") == ["app app_owner"]


def test_a_database_of_nobody_is_not_split(wall: Wall) -> None:
    with pytest.raises(NotSplit, match="no schema beside the contract's has tables"):
        refuse_nothing(Steps(wall.connection, wall.contract, wall.installed))


@pytest.mark.parametrize("step", ["grant the owners", "search_path of", "schema "])
def test_what_was_only_prepared_is_put_back_as_well(before: Before, step: str) -> None:
    at_first = before.catalog()

    def die(line: str) -> None:
        if line.startswith(step):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        split(before.steps(told=die), Choices())
    there = before.catalog()
    before.unsplit()

    assert there != at_first
    assert before.catalog() == at_first
