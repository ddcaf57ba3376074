"""Django's commands where a schema has a session of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections
from papers.models import Paper
from people.models import Person

from tests.tools.own_project import Project, own_project


@pytest.fixture(scope="module")
def project(
    django_db_setup: None,
    django_db_blocker: Any,
    worker_id: str,
    server: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Project]:
    with (
        django_db_blocker.unblock(),
        own_project(server, tmp_path_factory.mktemp("own"), f"owncmd_{worker_id}") as made,
    ):
        yield made


@pytest.fixture(autouse=True)
def two_sessions(project: Project, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), project.installed():
        yield
        connections.close_all()
        project.empty()


@pytest.fixture
def rows(tmp_path: Path) -> str:
    """A fixture with a row of each session, the child first."""
    path = tmp_path / "rows.json"
    path.write_text(
        json.dumps(
            [
                {"model": "papers.paper", "pk": 7, "fields": {"title": "t", "author": 5}},
                {"model": "people.person", "pk": 5, "fields": {"name": "Ada"}},
            ]
        )
    )
    return str(path)


def test_fixtures_of_two_sessions_are_loaded_in_one_transaction(rows: str) -> None:
    assert connections["papers"].session is not connections["people"].session

    call_command("loaddata", rows, verbosity=0)

    assert Paper.objects.get().author.name == "Ada"


def test_dumpdata_has_the_rows_of_both_sessions(rows: str) -> None:
    call_command("loaddata", rows, verbosity=0)
    stdout = StringIO()

    call_command("dumpdata", "people", "papers", stdout=stdout)

    models = [each["model"] for each in json.loads(stdout.getvalue())]
    assert models == ["people.person", "papers.paper"]


def test_flush_empties_both_sessions(rows: str) -> None:
    call_command("loaddata", rows, verbosity=0)

    call_command("flush", interactive=False, verbosity=0)

    assert (Person.objects.count(), Paper.objects.count()) == (0, 0)


def test_dbshell_is_the_own_login_in_its_schema(
    project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    query = "SELECT session_user, current_user, current_schema"

    call_command("dbshell", "--", "-X", "-A", "-t", "-c", query, database="papers")

    papers = project.contract["papers"]
    assert capfd.readouterr().out == f"{papers.login}|{papers.rw}|papers\n"
