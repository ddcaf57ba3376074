"""schema_provision: a database for whoever needs one, as often as one likes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.core.management.base import CommandError
from psycopg import sql

from appschemas.management.commands.schema_provision import _append
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


@pytest.mark.parametrize("what", ["a link", "a pipe", "a device", "a file of another's"])
def test_passwords_go_into_no_file_that_is_not_this_users_own(tmp_path: Path, what: str) -> None:
    path, other = tmp_path / "urls", tmp_path / "other"
    other.write_text("")
    other.chmod(0o644)
    match what:
        case "a link":
            path.symlink_to(other)
        case "a pipe":
            os.mkfifo(path)
        case "a device":
            path = Path("/dev/full")
        case _:
            path = other
            if os.geteuid() != 0:
                pytest.skip("only root gives files away")
            os.chown(path, 12345, 12345)
    mode = path.stat().st_mode

    with pytest.raises(CommandError, match="nothing was written"):
        _append(path, {"DATABASE_URL": "postgresql://clerk:s3cret@here/shop"})

    assert (path.stat().st_mode, other.read_text()) == (mode, "")


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
