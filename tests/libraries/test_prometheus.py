"""django-prometheus: its counters, where the engine is around its backend."""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk.models import Draft
from django.db import ProgrammingError, connections, transaction
from hub.models import Person
from prometheus_client import REGISTRY
from psycopg.sql import SQL, Identifier

from appschemas.auditing.recorder import Recorder
from tests.tools.history_project import PASSWORD, App, Project, empty_project
from tests.tools.servers import admin_settings

SETTINGS = """
if "PLAIN" in os.environ:
    DATABASES["default"]["ENGINE"] = "django_prometheus.db.backends.postgresql"
else:
    DATABASES = appschemas.databases(APPSCHEMAS_CONTRACT, os.environ, engine="metrics")
"""
METRICS = (Path(__file__).parent / "project/metrics/base.py").read_text()
# A line read is a person, her paper, and a line of the statements that were counted by then.
COUNTING = """
import django, json, sys; django.setup()
from django.db import connections
from papers.models import Paper
from people.models import Person
from prometheus_client import REGISTRY
for _ in sys.stdin:
    Paper.objects.create(author=Person.objects.create())
    found = [each for metric in REGISTRY.collect() for each in metric.samples]
    print(json.dumps({each.labels["alias"]: each.value for each in found
                      if each.name == "django_db_execute_total" and each.value}), flush=True)
    connections.close_all()
"""


def value(name: str, alias: str, **labels: str) -> float:
    """What a counter of the library has come to."""
    labels |= {"alias": alias, "vendor": "postgresql"}
    return REGISTRY.get_sample_value(f"django_db_{name}_total", labels) or 0


def counts() -> dict[str, float]:
    """The statements of each alias."""
    return {alias: value("execute", alias) for alias in ("default", "hub", "desk")}


@pytest.mark.django_db(databases="__all__")
def test_each_statement_is_counted_once_and_under_its_own_alias() -> None:
    at_first = counts()

    Draft.objects.create(title="t", author=Person.objects.create(name="Ann"))
    assert Draft.objects.get(author__name="Ann").author.name == "Ann"
    with connections["desk"].connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    with connections["hub"].cursor() as cursor:
        cursor.executemany("UPDATE hub_person SET name = %s", [("Bea",), ("Cid",)])

    assert connections["hub"].session is connections["desk"].session
    now = counts()
    assert {each: now[each] - at_first[each] for each in now} == {"default": 0, "hub": 5, "desk": 3}
    assert Person.objects.get().name == "Cid"


@pytest.mark.django_db(databases="__all__")
def test_what_the_wall_refuses_is_counted_as_an_error_of_that_alias() -> None:
    refused = {alias: value("errors", alias, type="UndefinedTable") for alias in ("hub", "desk")}

    with pytest.raises(ProgrammingError, match="hub_person"), transaction.atomic(using="desk"):
        with connections["desk"].cursor() as cursor:
            cursor.execute("SELECT count(*) FROM hub_person")

    now = {alias: value("errors", alias, type="UndefinedTable") for alias in ("hub", "desk")}
    assert now == {"hub": refused["hub"], "desk": refused["desk"] + 1}


@pytest.mark.django_db(databases="__all__")
def test_an_audit_sees_each_alias_and_leaves_its_cursors_as_they_were() -> None:
    recorder = Recorder()
    with recorder.recording():
        for alias in ("desk", "hub"):
            with connections[alias].cursor() as cursor:
                cursor.execute("SELECT 1")
            connections[alias].connection.execute("SELECT 7")
    at_first = counts()
    connections["desk"].connection.execute("SELECT 8")

    assert {call.alias for call in recorder.calls if call.sql == "SELECT 7"} == {"desk", "hub"}
    assert counts() == {**at_first, "desk": at_first["desk"] + 1}


@pytest.mark.django_db(databases="__all__", transaction=True)
def test_a_connection_is_counted_once_for_all_aliases_of_its_session() -> None:
    connections.close_all()
    at_first = sum(value("new_connections", alias) for alias in ("default", "hub", "desk"))

    for alias in ("hub", "desk", "default"):
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")

    now = sum(value("new_connections", alias) for alias in ("default", "hub", "desk"))
    assert now - at_first == 1


@pytest.fixture
def project(tmp_path: Path, django_db_setup: None) -> Iterator[Project]:
    """A project whose tables lie in public, and whose backend was the library's."""
    admin = admin_settings()
    given = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}
    server: dict[str, Any] = {key: admin[name] for key, name in given.items() if admin[name]}
    with empty_project(server, tmp_path, f"m{secrets.token_hex(4)}") as made:
        created = "dependencies = [{}]\noperations = [CreateModel({!r}, [ID{}])]"
        key = ", ('author', ForeignKey('people.Person', CASCADE))"
        papers = App("class Paper(Model): author = ForeignKey('people.Person', CASCADE)")
        papers.migration("m1", created.format("('people', 'm1')", "Paper", key))
        people = App("class Person(Model): pass").migration("m1", created.format("", "Person", ""))
        made.write({"people": people, "papers": papers}, SETTINGS)
        (tmp_path / "metrics").mkdir()
        (tmp_path / "metrics/__init__.py").touch()
        (tmp_path / "metrics/base.py").write_text(METRICS)
        made.contract({"people": ["people"], "papers": ["papers"]})
        with made.administrator() as connection:
            role = Identifier(f"{made.name}_old")
            connection.execute(SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(role, PASSWORD))
            connection.execute(SQL("GRANT CREATE ON SCHEMA public TO {}").format(role))
        made.manage("migrate", "-v0", **old_code(made))
        yield made


def old_code(project: Project) -> dict[str, str]:
    """The environment of the code of before."""
    return {"PLAIN": "1", "ADMIN_DATABASE_URL": project.url(f"{project.name}_old")}


def counting(project: Project, **environ: str) -> subprocess.Popen[str]:
    """A process that counts what it sends."""
    return subprocess.Popen(
        [sys.executable, "-c", COUNTING],
        cwd=project.folder,
        env=project.environ() | {"DJANGO_SETTINGS_MODULE": "settings"} | environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def counted(process: subprocess.Popen[str]) -> dict[str, float]:
    """What it has counted after one more person and her paper."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    found: dict[str, float] = json.loads(process.stdout.readline())
    return found


def test_old_and_new_code_are_counted_before_during_and_after_a_split(project: Project) -> None:
    with counting(project, **old_code(project)) as old, counting(project) as new:
        before = counted(old)["default"]
        project.manage("schema_split", "--apply", "--only", "people")
        during = counted(old)["default"]
        project.manage("schema_split", "--apply")
        after = counted(old)["default"]
        split = [counted(new), counted(new)]

    assert (during, after) == (2 * before, 3 * before)
    assert split == [{"people": 1, "papers": 1}, {"people": 2, "papers": 2}]
    rows = "FROM papers.papers_paper JOIN people.people_person p ON p.id = author_id"
    assert project.rows(f"SELECT count(*) {rows}") == [(5,)]
