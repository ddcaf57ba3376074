"""Tools: graph_models, the debug toolbar, pgtrigger, types as a user sees them."""

from __future__ import annotations

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from debug_toolbar.panels.sql import SQLPanel
from debug_toolbar.toolbar import DebugToolbar
from desk.models import Draft
from django.core.management import call_command
from django.db import connections, transaction
from django.db.utils import ProgrammingError
from django.http import HttpResponse
from django.test import RequestFactory
from hub.models import Person

pytestmark = pytest.mark.django_db(databases="__all__")

PROJECT = Path(__file__).parent / "project"


def test_a_graph_of_models_draws_keys() -> None:
    out = StringIO()

    call_command("graph_models", "desk", "hub", dot=True, stdout=out)

    assert "desk_models_Paper -> hub_models_Person" in out.getvalue()


def test_a_toolbar_counts_the_statements_of_every_schema_and_no_switches() -> None:
    person = Person.objects.create(name="Ann")
    Draft.objects.create(title="t", author=person)
    request = RequestFactory().get("/")
    toolbar = DebugToolbar(request, lambda request: HttpResponse())
    panel = SQLPanel(toolbar, lambda request: HttpResponse())

    panel.enable_instrumentation()
    assert Draft.objects.get(author__name="Ann").author == person
    panel.disable_instrumentation()
    panel.generate_stats(request, HttpResponse())

    counted = [(each["alias"], each["raw_sql"].split()[0]) for each in panel.get_stats()["queries"]]
    assert counted == [("hub", "SELECT"), ("desk", "SELECT"), ("hub", "SELECT")]


def test_a_trigger_of_a_library_lies_in_the_schema_of_its_table() -> None:
    draft = Draft.objects.create(title="t", author=Person.objects.create(name="Ann"))

    with (
        pytest.raises(ProgrammingError, match="Cannot delete rows from desk_draft table"),
        transaction.atomic(),
    ):
        draft.delete()

    with connections["desk"].cursor() as cursor:
        cursor.execute(
            "SELECT p.pronamespace::regnamespace::text FROM pg_catalog.pg_trigger t "
            "JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid WHERE t.tgname LIKE 'pgtrigger_protect%'"
        )
        assert cursor.fetchall() == [("desk",)]


def test_types_are_those_of_a_foreign_key(tmp_path: Path) -> None:
    written = tmp_path / "used.py"
    written.write_text(USED)

    said = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--config-file",
            str(PROJECT.parent / "mypy.ini"),
            str(written),
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    lines = [line.partition("used.py:")[2] for line in said.stdout.splitlines()[:-1]]
    assert lines == SAID, said.stdout + said.stderr


USED = """\
from desk.models import Paper
from hub.models import Person

paper = Paper(title="t", author=Person(name="Ann"))
reveal_type(paper.author)
reveal_type(paper.author_id)
reveal_type(paper.editor)
reveal_type(paper.editor_id)
Paper.objects.filter(author__name="Ann")
paper.author = "Ann"
"""
SAID = [
    '5: note: Revealed type is "hub.models.Person"',
    '6: note: Revealed type is "int"',
    '7: note: Revealed type is "hub.models.Person | None"',
    '8: note: Revealed type is "int | None"',
    '10: error: Incompatible types in assignment (expression has type "str", variable has type '
    '"Person | Combinable")  [assignment]',
]
