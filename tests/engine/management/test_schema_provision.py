"""schema_provision: a database for whoever needs one, as often as one likes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import psycopg
import pytest
from psycopg import sql

from tests.tools.servers import administrator, databases, url

Manage = Callable[..., pytest.RunResult]


@pytest.fixture
def name(worker_id: str) -> Iterator[str]:
    """Of a database that is dropped afterwards."""
    name = f"provisioned_{worker_id}"
    yield name
    with administrator() as server:
        for each in databases(name):
            drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            server.execute(drop.format(sql.Identifier(each)))


@pytest.mark.parametrize("how", [[], ["--template"]], ids=["directly", "template"])
def test_it_is_made_once_and_then_found(manage: Manage, name: str, how: list[str]) -> None:
    first = manage("schema_provision", "--name", name, *how)
    again = manage("schema_provision", "--name", name, *how)

    first.stdout.fnmatch_lines(["  roles and schemas", f"{name}: made", f"DATABASE_URL=*/{name}"])
    again.stdout.fnmatch_lines([f"{name}: is there, and up to date"])


def test_what_it_makes_is_in_step(
    manage: Manage, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    manage("schema_provision", "--name", name)
    monkeypatch.setenv("DATABASE_URL", url(name))

    result = manage("schema_verify")

    assert result.ret == 0
    result.stdout.fnmatch_lines(["*all in step."])


def test_some_schemas_alone(manage: Manage, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    result = manage("schema_provision", "--name", name, "--only", "papers", "--json", "-v", "0")
    monkeypatch.setenv("DATABASE_URL", url(name))
    monkeypatch.setenv("APPSCHEMAS", "papers")

    assert json.loads(result.stdout.str())["APPSCHEMAS"] == "papers"
    assert manage("schema_verify").ret == 0
    with psycopg.connect(url(name)) as connection:
        found = "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (%s)"
        names = [["papers", "people", "notes"]]
        assert sorted(each for (each,) in connection.execute(found, names)) == ["papers", "people"]


def test_some_schemas_from_a_template(manage: Manage, name: str) -> None:
    arguments = ("schema_provision", "--name", name, "--only", "papers,notes", "--template")

    first, again = manage(*arguments), manage(*arguments)

    first.stdout.fnmatch_lines([f"{name}: made", "APPSCHEMAS=papers,notes", "DATABASE_URL=*"])
    again.stdout.fnmatch_lines([f"{name}: is there, and up to date"])


def test_passwords_go_into_the_file_and_are_not_printed(
    manage: Manage, inner: pytest.Pytester, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    login = f"inner_clerk_{name}"
    with administrator() as server:
        create = sql.SQL("CREATE ROLE {} LOGIN SUPERUSER PASSWORD 's3cret'")
        server.execute(create.format(sql.Identifier(login)))
    place = url("inner").rpartition("@")[2]
    file = inner.path / "urls"
    file.write_text("DEBUG=1\n")
    file.chmod(0o644)
    monkeypatch.setenv("DATABASE_URL", f"postgresql://{login}:s3cret@{place}")
    try:
        result = manage("schema_provision", "--name", name, "--env-file", "urls")
    finally:
        with administrator() as server:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
            server.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(login)))

    assert "s3cret" not in result.stdout.str()
    result.stdout.fnmatch_lines([f"DATABASE_URL=postgresql://{login}:*@*/{name}"])
    assert file.read_text().startswith("DEBUG=1\n")
    assert f"{login}:s3cret@" in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


def test_a_database_of_somebody_else_is_left_alone(manage: Manage, name: str) -> None:
    with administrator() as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    refused = manage("schema_provision", "--name", name)
    replaced = manage("schema_provision", "--name", name, "--replace")

    assert refused.ret == 1
    refused.stderr.fnmatch_lines([f"*There is a database '{name}' that this command did not make*"])
    replaced.stdout.fnmatch_lines([f"{name}: made"])


def test_an_unknown_schema_is_refused(manage: Manage) -> None:
    result = manage("schema_provision", "--only", "papres")

    assert result.ret == 1
    result.stderr.fnmatch_lines(["CommandError: There is no schema 'papres'. Did you mean *"])
