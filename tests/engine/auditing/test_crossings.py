"""The audit against the wall: what it finds is what PostgreSQL refuses, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from django.db import Error, connections, transaction

from appschemas.auditing.crossings import Judge
from appschemas.auditing.recorder import Recorder
from appschemas.conf import get_contract

ALIASES = ["default", "people", "papers", "reviews"]
REFUSALS = {"42501", "42P01", "3F000"}

# Each is run on every alias. `reviews` reads `papers`; nobody else reads anybody.
STATEMENTS = [
    "SELECT name FROM people_person",
    'SELECT p."name" FROM "people_person" AS p',
    "SELECT 1 FROM PAPERS_PAPER",
    "SELECT 1 FROM papers.papers_paper",
    "SELECT 1 FROM public.papers_paper",
    "SELECT 1 FROM papers_paper p JOIN people_person q ON q.id = p.author_id",
    "SELECT 1 FROM reviews_review r JOIN papers_paper p ON p.id = r.paper_id",
    "SELECT 1 FROM reviews_review r JOIN papers_paper p ON p.id = r.paper_id FOR UPDATE",
    "SELECT 1 FROM reviews_review r JOIN papers_paper p ON p.id = r.paper_id FOR SHARE OF r",
    "SELECT 1 FROM papers_paper FOR KEY SHARE",
    "SELECT 1 FROM papers_paper, LATERAL (SELECT 1 FROM people_person) q",
    "SELECT 1 FROM papers_paper WHERE author_id IN (SELECT id FROM people_person)",
    "SELECT 1 FROM people_person WHERE EXISTS (SELECT 1 FROM papers_paper)",
    "SELECT (SELECT count(*) FROM people_person) FROM papers_paper",
    "SELECT id FROM people_person UNION SELECT id FROM papers_paper",
    "WITH p AS (SELECT id FROM people_person) SELECT 1 FROM p",
    "WITH people_person AS (SELECT 1 AS id) SELECT id FROM people_person",
    "WITH people_person AS (SELECT id FROM people_person) SELECT id FROM people_person",
    "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT n FROM r",
    "WITH d AS (DELETE FROM papers_section RETURNING id) SELECT id FROM d",
    "WITH d AS (DELETE FROM reviews_review RETURNING id) UPDATE papers_section SET id = id",
    "INSERT INTO papers_section (paper_id) SELECT id FROM papers_paper",
    "INSERT INTO reviews_review (paper_id, score) SELECT id, 1 FROM papers_paper",
    "INSERT INTO papers_section (paper_id) SELECT id FROM people_person",
    "UPDATE papers_paper SET title = 'x'",
    "UPDATE papers_paper SET title = p.name FROM people_person p WHERE p.id = author_id",
    "UPDATE reviews_review SET score = 1 FROM papers_paper p WHERE p.id = paper_id",
    "DELETE FROM papers_section USING people_person p WHERE p.id = paper_id",
    "DELETE FROM reviews_review USING papers_paper p WHERE p.id = paper_id",
    "MERGE INTO reviews_review r USING papers_paper p ON p.id = r.paper_id"
    " WHEN MATCHED THEN UPDATE SET score = 2",
    "MERGE INTO papers_section s USING people_person p ON p.id = s.paper_id"
    " WHEN MATCHED THEN DELETE",
    "COPY (SELECT 1 FROM people_person) TO STDOUT",
    "COPY papers_paper TO STDOUT",
    "EXPLAIN SELECT 1 FROM people_person",
    "TABLE papers_section",
    "TRUNCATE papers_section",
    "CREATE TEMPORARY TABLE scratch (id int)",
    "CREATE TABLE scratch (id int)",
    "SELECT id INTO scratch FROM papers_paper",
    "SELECT 1 FROM generate_series(1, 3)",
    "SELECT 1 FROM pg_catalog.pg_class JOIN pg_namespace n ON n.oid = relnamespace",
    "SELECT 1 FROM information_schema.tables",
    "VALUES (1), (2)",
    "SET CONSTRAINTS ALL IMMEDIATE",
]


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    recorder = Recorder()
    with recorder.recording():
        yield recorder


@pytest.mark.django_db(databases=ALIASES)
@pytest.mark.parametrize("sql", STATEMENTS)
@pytest.mark.parametrize("alias", ALIASES)
def test_what_the_audit_finds_is_what_the_wall_refuses(
    recorder: Recorder, alias: str, sql: str
) -> None:
    refused = sqlstate(alias, sql) in REFUSALS

    crossings = Judge(get_contract()).crossings(recorder)

    assert any(crossing.refused for crossing in crossings) == refused
    assert not [crossing for crossing in crossings if crossing.refused is None]


@pytest.mark.django_db(databases=ALIASES)
def test_a_place_is_the_line_that_sent_it(recorder: Recorder) -> None:
    sqlstate("papers", "SELECT 1 FROM people_person")

    (crossing,) = Judge(get_contract()).crossings(recorder)

    assert (crossing.site.file, crossing.site.function) == (
        "tests/engine/auditing/test_crossings.py",
        "sqlstate",
    )


def sqlstate(alias: str, sql: str) -> str | None:
    """Send the statement, and say with what PostgreSQL refuses it."""
    try:
        with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            if sql.startswith("COPY"):
                with cursor.copy(sql) as copy:
                    list(copy)
            else:
                cursor.execute(sql)
    except (Error, psycopg.Error) as error:
        cause = error if isinstance(error, psycopg.Error) else error.__cause__
        assert isinstance(cause, psycopg.Error)
        return cause.sqlstate
    return None
