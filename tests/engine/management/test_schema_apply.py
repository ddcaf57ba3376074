"""schema_apply as it is typed: a plan that fits a screen, and what is said of what was done."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from psycopg.sql import SQL, Identifier

from appschemas.database.plan.changes import Action, Change, Finding, Plan, TableLock
from appschemas.management.output import SCREEN, closing_line, plan_lines
from appschemas.management.summary import lock_lines, nouns
from tests.tools.own_project import Project


class _Plain:
    """A style without colours."""

    def __getattr__(self, name: str) -> Callable[[str], str]:
        return str


def called(**options: Any) -> str:
    out = StringIO()
    call_command("schema_apply", stdout=out, stderr=StringIO(), no_color=True, **options)
    return out.getvalue()


@pytest.fixture
def administrator(in_production: Project) -> Iterator[psycopg.Connection[Any]]:
    with in_production.administrator() as connection:
        yield connection


# What was done
# -------------


def test_passwords_that_were_set_are_said(in_production: Project) -> None:
    lines = called(apply=True, set_passwords=True).splitlines()

    logins = [line for line in lines if "password" in line]
    assert logins == [
        f"  ~ set the password of {in_production.contract.roles.application}",
        f"  ~ set the password of {in_production.contract.roles.migrator}",
    ]
    assert lines[-1] == "5 schemas: all in step; the database itself changed."


def test_what_is_left_to_people_is_not_all_in_step(
    in_production: Project, administrator: psycopg.Connection[Any]
) -> None:
    administrator.execute(
        "ALTER TABLE reviews.reviews_review ADD CONSTRAINT crossing"
        " FOREIGN KEY (paper_id) REFERENCES papers.papers_paper NOT VALID"
    )
    try:
        lines = called().splitlines()
        applied = called(apply=True).splitlines()
    finally:
        administrator.execute("ALTER TABLE reviews.reviews_review DROP CONSTRAINT crossing")

    assert any("foreign key crossing" in line for line in lines)
    for last in (lines[-1], applied[-1]):
        assert last == (
            "5 schemas: nothing to change. "
            "1 finding is left to you: applying touches nothing of it."
        )


def test_what_an_unfinished_migrate_left_is_for_migrate_to_take(
    in_production: Project, administrator: psycopg.Connection[Any]
) -> None:
    administrator.execute(
        "CREATE FUNCTION papers.former() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END';"
        "CREATE TRIGGER former AFTER DELETE ON papers.papers_section EXECUTE FUNCTION"
        " papers.former(); COMMENT ON TRIGGER former ON papers.papers_section IS 'appschemas:0';"
        "CREATE TABLE papers.papers_chapter ()"
    )
    last = "DELETE FROM papers.django_migrations WHERE app = 'papers' AND name ="
    name = administrator.execute(
        "SELECT name FROM papers.django_migrations WHERE app = 'papers' ORDER BY id DESC"
    ).fetchone()[0]
    try:
        before = called()
        administrator.execute(f"{last} %s".encode(), [name])
        unfinished = called()
    finally:
        administrator.execute(
            "DROP FUNCTION papers.former() CASCADE; DROP TABLE papers.papers_chapter"
        )
        if not administrator.execute(
            "SELECT 1 FROM papers.django_migrations WHERE app = 'papers' AND name = %s", [name]
        ).fetchone():
            administrator.execute(
                "INSERT INTO papers.django_migrations (app, name, applied)"
                " VALUES ('papers', %s, now())", [name]
            )  # fmt: skip

    assert 'migrate, or: DROP TRIGGER "former"' in before
    assert "if nobody needs it: DROP TABLE papers.papers_chapter" in before
    assert "DROP TRIGGER" not in unfinished
    assert "DROP TABLE" not in unfinished
    assert "manage.py migrate: it goes on where it stopped" in unfinished


# The plan
# --------


def _many(schemas: int) -> Plan:
    """A plan of an empty database with this many schemas."""
    names = tuple(f"schema_{number:02}" for number in range(schemas))
    texts = ("create roles a_rw, a_ro, a_owner", "create schema a owned by a_owner",
             "grant USAGE on schema a to a_rw", "grant SELECT on a.* to a_ro",
             "grant roles a_rw, a_ro to app", "create function a.b", "create trigger c on a.d",
             "grant SELECT on new tables of a_owner to a_ro")  # fmt: skip
    changes = tuple(Change(name, Action.ADD, text, ()) for name in names for text in texts)
    findings = tuple(
        Finding(name, f"foreign key {n} of {name}.a leaves its schema", "migrate", kind="keys")
        for name in names
        for n in range(3)
    )
    return Plan(("", *names), changes, findings)


def test_a_plan_of_15_schemas_fits_a_screen() -> None:
    lines = list(plan_lines("shop", _many(15), _Plain(), every=False))

    assert len(lines) <= SCREEN
    assert lines[2] == (
        "schema_00   + 3 roles, 1 schema, 2 grants, 1 membership, 1 function, 1 trigger, "
        "1 default grant, 3 findings"
    )
    assert "  ! foreign key 0 of schema_00.a leaves its schema (and 44 more keys like it)" in lines
    assert lines[-1] == "Every line: --verbosity 2"


def test_what_changes_and_has_a_notice_is_not_in_step() -> None:
    many = _many(15)
    notice = Finding("schema_03", "PostgreSQL 15 has no MAINTAIN", "an owner runs it", notice=True)
    plan = Plan(many.sections, many.changes, (notice,))

    lines = list(plan_lines("shop", plan, _Plain(), every=False))

    assert lines[5].startswith("schema_03   + 3 roles, ")
    assert lines[5].endswith(", 1 default grant, 1 notice")
    assert "in step" not in "".join(lines)


def test_every_line_is_there_for_whoever_wants_to_read_it() -> None:
    lines = list(plan_lines("shop", _many(15), _Plain(), every=True))

    assert sum(line.startswith("  + ") for line in lines) == 15 * 8


def test_a_plan_fits_the_terminal_and_breaks_nothing_that_is_typed() -> None:
    many = _many(3)
    finding = Finding("schema_00", "word " * 30, f"manage.py {'long ' * 30}")
    plan = Plan(many.sections, many.changes, (*many.findings, finding))

    wide, narrow = (list(plan_lines("shop", plan, _Plain(), width=width)) for width in (None, 60))

    assert max(len(line) for line in narrow if "manage.py" not in line) <= 60
    assert [line for line in narrow if "manage.py" in line] == [
        line for line in wide if "manage.py" in line
    ]
    assert " ".join(" ".join(narrow).split()) == " ".join(" ".join(wide).split())


def test_what_is_taken_is_never_hidden_in_a_number_while_it_is_little() -> None:
    many = _many(15)
    taken = Change("schema_03", Action.REMOVE, "revoke SELECT on a.b from c", ())
    plan = Plan(many.sections, (*many.changes, taken), many.findings)

    lines = list(plan_lines("shop", plan, _Plain(), every=False))

    assert "  - revoke SELECT on a.b from c" in lines


def test_a_plan_says_who_waits_and_for_how_long() -> None:
    locks = (TableLock("a", "b", "SHARE ROW EXCLUSIVE"),)
    change = Change("a", Action.ADD, "create trigger c on a.b", (), locks=locks)

    lines = list(lock_lines(Plan(("a",), (change,)), "100ms"))

    assert lines == [
        "Locks 1 table in SHARE ROW EXCLUSIVE mode, for which writers wait: a.b",
        "  one check or table in a transaction; each waits 100ms at most and is tried again",
    ]


def test_a_plan_that_locks_no_table_says_so() -> None:
    change = Change("a", Action.ADD, "grant USAGE on schema a to b", ())

    assert list(lock_lines(Plan(("a",), (change,)), "100ms")) == ["Locks no table."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("create login roles a, b", "2 roles"),
        ("change owner of a.b, a.c from d to e", "1 owner"),
        ("set lock_timeout = 10s for a", "1 setting"),
        ("look up every key of a.b (c) in d", "1 look-up"),
        ("create table appschemas_keys.applying, the lock of apply", "1 table"),
    ],
)
def test_a_change_is_counted_as_what_it_is_about(text: str, expected: str) -> None:
    assert nouns([Change("", Action.ADD, text, ())]) == expected


def test_a_machine_reads_what_is_locked(
    in_production: Project, administrator: psycopg.Connection[Any]
) -> None:
    administrator.execute("ALTER TABLE papers.papers_section OWNER TO CURRENT_USER")
    try:
        (database,) = json.loads(called(json=True))["databases"]
    finally:
        called(apply=True)

    (lock,) = database["locks"]
    assert (database["lock_timeout"], lock["mode"], lock["table"]) == (
        "100ms", "ACCESS EXCLUSIVE", "papers.papers_section"
    )  # fmt: skip


def test_the_sql_is_what_psql_needs(
    in_production: Project, administrator: psycopg.Connection[Any]
) -> None:
    reader = in_production.contract["reviews"].ro
    administrator.execute(
        SQL("GRANT INSERT ON papers.papers_paper TO {}").format(Identifier(reader))
    )

    script = called(sql=True)
    administrator.execute(script.encode())

    assert f'FROM "{reader}"' in script
    assert called().splitlines()[-1] == "5 schemas: all in step. Nothing to change."
    (left,) = called(sql=True).splitlines()
    assert left.endswith(": nothing to change")


def test_sql_and_json_are_two_things(in_production: Project) -> None:
    with pytest.raises(CommandError, match="--sql prints SQL, and --json the plan: choose one"):
        called(sql=True, json=True)


def test_the_last_line_counts_what_changes_and_what_is_left() -> None:
    plan = Plan(("", "a", "b"), (Change("a", Action.ADD, "x", ()),), (Finding("b", "y", "z"),))

    assert closing_line([plan], applied=False) == (
        "2 schemas: 1 in step, 1 to change. Run again with --apply to change it. "
        "1 finding is left to you: applying touches nothing of it."
    )
