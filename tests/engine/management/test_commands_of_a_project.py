"""Django's commands that write files or serve: on a project whose database has everything."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Callable
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.tools.servers import administrator, url

Manage = Callable[..., pytest.RunResult]
MIGRATION = """
from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [("papers", "{before}")]
    operations = [{operations}]
"""


@pytest.fixture
def migrated(
    inner: pytest.Pytester, manage: Manage, monkeypatch: pytest.MonkeyPatch, worker_id: str
) -> pytest.Pytester:
    """The inner project with a database that has every table."""
    name = f"test_inner_{worker_id}_made"
    made = manage("schema_provision", "--name", name, "--verbosity", "0")
    assert made.ret == 0, made.errlines
    monkeypatch.setenv("DATABASE_URL", url(name))
    return inner


def write(project: pytest.Pytester, name: str, before: str, operations: str = "") -> None:
    path = project.path / "papers" / "migrations" / f"{name}.py"
    path.write_text(MIGRATION.format(before=before, operations=operations))


def test_shell_reaches_every_schema(migrated: pytest.Pytester, manage: Manage) -> None:
    code = (
        "from notes.models import Note; from people.models import Person;"
        "from django.contrib.auth.models import Group;"
        "Person.objects.create(name='Ada'); Group.objects.create(name='editors');"
        "print([each.objects.count() for each in (Note, Person, Group)])"
    )

    result = manage("shell", "-c", code)

    result.stdout.fnmatch_lines(["[[]1, 1, 1[]]"])


def test_diffsettings_shows_every_alias(inner: pytest.Pytester, manage: Manage) -> None:
    result = manage("diffsettings")

    (line,) = (line for line in result.outlines if line.startswith("DATABASES"))
    assert all(f"'{alias}': {{" in line for alias in ("default", "people", "papers", "notes"))


def test_squashed_migrations_change_nothing(migrated: pytest.Pytester, manage: Manage) -> None:
    squashed = manage("squashmigrations", "papers", "0001", "0002", "--noinput")

    assert squashed.ret == 0, squashed.errlines
    assert [*migrated.path.glob("papers/migrations/0001*squashed*.py")] != []
    manage("migrate").stdout.fnmatch_lines(["*No migrations to apply.*"])
    assert manage("migrate", "--check").ret == 0


def test_optimizemigration_leaves_out_what_is_taken_back(
    migrated: pytest.Pytester, manage: Manage
) -> None:
    operations = (
        'migrations.AddField("paper", "pages", models.IntegerField(default=0)),'
        'migrations.RemoveField("paper", "pages"),'
        'migrations.AlterModelOptions("paper", {"ordering": ["title"]}),'
    )
    write(migrated, "0003_pages", "0002_identity_keys", operations)

    result = manage("optimizemigration", "papers", "0003")

    assert result.ret == 0, result.errlines
    text = (migrated.path / "papers" / "migrations" / "0003_pages.py").read_text()
    assert ("AddField" in text, "AlterModelOptions" in text) == (False, True)


def test_two_branches_are_merged(migrated: pytest.Pytester, manage: Manage) -> None:
    for name in ("0003_left", "0003_right"):
        write(migrated, name, "0002_identity_keys")

    merged = manage("makemigrations", "--merge", "--noinput")

    assert merged.ret == 0, merged.errlines
    assert [*migrated.path.glob("papers/migrations/0004_*.py")] != []
    manage("migrate").stdout.fnmatch_lines(["*Applying papers.0004_*OK"])
    assert manage("migrate", "--check").ret == 0


def test_testserver_serves_the_rows_of_a_fixture_in_every_schema(
    inner: pytest.Pytester, worker_id: str
) -> None:
    rows = [
        {"model": "papers.paper", "pk": 7, "fields": {"title": "On walls", "author": 5}},
        {"model": "people.person", "pk": 5, "fields": {"name": "Ada"}},
    ]
    (inner.path / "rows.json").write_text(json.dumps(rows))
    with (inner.path / "settings.py").open("a") as settings:
        settings.write('ALLOWED_HOSTS = ["127.0.0.1"]\n')
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "manage.py", "testserver", "rows.json", "--noinput"]
    with subprocess.Popen(
        [*command, "--addrport", address], cwd=inner.path, stdout=subprocess.DEVNULL
    ) as server:
        try:
            assert answer(f"http://{address}/", server) == b"1"
        finally:
            server.terminate()
    with administrator(f"test_inner_{worker_id}") as connection:
        assert connection.execute("SELECT title FROM papers.papers_paper").fetchall() == [
            ("On walls",)
        ]


def answer(url: str, server: subprocess.Popen[bytes]) -> bytes:
    """What the server says once it serves."""
    end = monotonic() + 60
    while server.poll() is None and monotonic() < end:
        try:
            with urlopen(url) as response:  # noqa: S310 - http, above
                said: bytes = response.read()
                return said
        except URLError:
            sleep(0.1)
    raise AssertionError("The server does not serve.")
