"""`make up`: which URLs it takes, what it keeps, and how it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from dotenv import dotenv_values

from appschemas.contract.contract import Contract
from config import up
from config.logins import LoginError, administrator, checked, kept

CONTRACT = Contract.parse(
    """
    version = 1
    [roles]
    application = "some_app"
    migrator = "some_migrator"
    [schemas.hub]
    alias = "default"
    apps = ["hub"]
    [schemas.vault]
    apps = ["vault"]
    session = "own"
    """
)


@pytest.mark.parametrize("url", ["sqlite:///db", "mysql://root:secret@host/db", "just words", ""])
def test_only_postgresql_is_taken(url: str) -> None:
    with pytest.raises(LoginError, match="must be a PostgreSQL URL") as refused:
        checked(url)

    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("url", ["postgresql://u:se%zzcret@[h/db", "postgresql://u:secret@h:p/db"])
def test_a_url_that_cannot_be_read_is_not_quoted(url: str) -> None:
    with pytest.raises(LoginError, match="cannot be read") as refused:
        checked(url)

    assert "cret" not in str(refused.value)


def test_a_url_without_a_database_is_refused() -> None:
    with pytest.raises(LoginError, match="names no database"):
        checked("postgresql://host")


def test_a_server_that_does_not_answer_is_one_line() -> None:
    with pytest.raises(LoginError, match="cannot be reached") as refused:
        administrator("postgresql://u:secret@127.0.0.1:1/db")

    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


def test_who_may_not_create_roles_is_no_administrator() -> None:
    url = os.environ["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS test_up_nobody")
        connection.execute("CREATE ROLE test_up_nobody LOGIN PASSWORD 'nobody'")
    try:
        with pytest.raises(LoginError, match="'test_up_nobody' of DATABASE_URL may not create"):
            administrator(_as_nobody(url))
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("DROP ROLE test_up_nobody")


def test_passwords_are_made_once(tmp_path: Path) -> None:
    path = tmp_path / "env"
    first = kept(path, "postgresql://root:pass@host:5433/db?sslmode=require&user=root", CONTRACT)
    second = kept(path, "postgresql://other@elsewhere/db", CONTRACT)

    before, after = (urlsplit(urls["DATABASE_URL"]) for urls in (first, second))
    assert (before.username, before.port, before.query) == ("some_app", 5433, "sslmode=require")
    assert after.hostname == "elsewhere"
    assert after.password == before.password
    assert before.password != urlsplit(first["MIGRATOR_DATABASE_URL"]).password


def test_an_own_session_has_a_login_in_the_file(tmp_path: Path) -> None:
    urls = kept(tmp_path / "env", "postgresql://root:pass@host/db", CONTRACT)

    assert urlsplit(urls["VAULT_DATABASE_URL"]).username == "vault_login"


def test_the_file_is_its_owners_and_keeps_what_else_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "env"
    path.write_text("DJANGO_SECRET_KEY='it''s #1'\nDJANGO_DEBUG=1\n")

    urls = kept(path, "postgresql://root:p%27a%23ss@host/db", CONTRACT)

    assert path.stat().st_mode & 0o777 == 0o600
    assert dotenv_values(path).items() >= {**urls, "DJANGO_DEBUG": "1"}.items()


def test_a_failing_step_shows_no_traceback(capfd: pytest.CaptureFixture[str]) -> None:
    step = up.Step(
        "Broken", (up.MANAGE, "shell", "--command", "raise ValueError('this is what went wrong')")
    )

    assert up.take(step, os.environ) == 1
    assert capfd.readouterr().err == "ValueError: this is what went wrong\n"


def test_a_wrong_url_ends_it_with_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "config.up"],
        env={**os.environ, "DATABASE_URL": "sqlite:///file"},
        capture_output=True,
        text=True,
    )

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "not sqlite://" in done.stderr


def _as_nobody(url: str) -> str:
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"test_up_nobody:nobody@{host}").geturl()
