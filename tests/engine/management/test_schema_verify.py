"""schema_verify as an ordinary login types it."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from psycopg.sql import SQL, Identifier

from appschemas.exceptions import DOCUMENTATION
from tests.tools.own_project import Project


@pytest.fixture
def as_application(in_production: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The administrator's login is that of the application."""
    for alias in connections:
        monkeypatch.delitem(connections[alias].settings_dict, "ADMIN", raising=False)
    return in_production


def test_any_login_may_verify(as_application: Project) -> None:
    out = StringIO()

    call_command("schema_verify", stdout=out)

    assert out.getvalue().splitlines()[-1] == "5 schemas: all in step."


def test_what_a_login_may_not_read_is_said_and_is_exit_code_3(as_application: Project) -> None:
    out = StringIO()

    with pytest.raises(CommandError, match="Not everything could be seen") as caught:
        call_command("schema_verify", orphans=True, stdout=out)

    assert caught.value.returncode == 3
    assert "! the identity keys were not looked up" in out.getvalue()


def test_a_login_without_any_role_is_told_whose_login_sees_migrations(
    as_application: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    looker, out = f"{as_application.database}_looker", StringIO()
    create, connect, drop = (
        "CREATE ROLE {} LOGIN PASSWORD 'secret'",
        "GRANT CONNECT ON DATABASE {1} TO {0}",
        "DROP OWNED BY {0}; DROP ROLE {0}",
    )
    names = [Identifier(looker), Identifier(as_application.database)]
    with as_application.administrator() as connection:
        for statement in (create, connect):
            connection.execute(SQL(statement).format(*names))
    connections.close_all()
    for alias in connections:
        monkeypatch.setitem(connections[alias].settings_dict, "USER", looker)
        monkeypatch.setitem(connections[alias].settings_dict, "PASSWORD", "secret")
    try:
        call_command("schema_verify", stdout=out)
    finally:
        connections.close_all()
        with as_application.administrator() as connection:
            connection.execute(SQL(drop).format(*names))

    assert "i its migrations cannot be read: permission denied to set role" in out.getvalue()
    assert "ADMIN_DATABASE_URL=$MIGRATOR_DATABASE_URL manage.py schema_verify" in out.getvalue()
    assert "schema_apply" not in out.getvalue()


def test_what_is_out_of_step_is_exit_code_1_and_leads_to_its_page_whatever_could_not_be_seen(
    as_application: Project,
) -> None:
    out = StringIO()
    with as_application.administrator() as connection:
        connection.execute("CREATE RULE mine AS ON DELETE TO papers.papers_paper DO ALSO NOTHING")
        try:
            with pytest.raises(CommandError, match="out of step") as caught:
                call_command("schema_verify", orphans=True, stdout=out)
        finally:
            connection.execute("DROP RULE mine ON papers.papers_paper")

    assert f"See {DOCUMENTATION}/findings/rules/" in out.getvalue().splitlines()
    assert caught.value.returncode == 1


def test_junit_has_a_case_for_each_schema_and_says_what_is_out_of_step(
    as_application: Project, tmp_path: Path
) -> None:
    file = tmp_path / "reports" / "verify.xml"
    with as_application.administrator() as connection:
        connection.execute("CREATE RULE mine AS ON DELETE TO papers.papers_paper DO ALSO NOTHING")
        try:
            with pytest.raises(CommandError, match="out of step"):
                call_command("schema_verify", junit=file, stdout=StringIO())
        finally:
            connection.execute("DROP RULE mine ON papers.papers_paper")

    (suite,) = ElementTree.parse(file).getroot()  # noqa: S314
    (failure,) = suite.findall(".//failure")
    assert [case.get("name") for case in suite if len(case)] == ["papers"]
    assert suite.get("failures") == "1"
    assert len(suite) > 4
    assert "rule mine" in (failure.text or "")


def test_what_may_be_meant_is_printed_and_is_exit_code_0(as_application: Project) -> None:
    out = StringIO()
    with as_application.administrator() as connection:
        connection.execute("CREATE PUBLICATION mine")
        try:
            call_command("schema_verify", stdout=out, no_color=True)
        finally:
            connection.execute("DROP PUBLICATION mine")

    assert "  i publication mine, which the contract does not name" in out.getvalue()
    assert "all in step" in out.getvalue()


def test_a_name_that_an_owner_chose_says_nothing_to_the_terminal(
    in_production: Project,
) -> None:
    name = Identifier("x\x1b[2K\r5 schemas: all in step.\n\u202e")
    out = StringIO()

    with in_production.administrator() as connection:
        owner = Identifier(in_production.contract["papers"].owner)
        connection.execute(SQL("SET ROLE {}").format(owner))
        connection.execute(SQL("CREATE TABLE papers.{} ()").format(name))
        call_command("schema_verify", stdout=out)
        connection.execute(SQL("DROP TABLE papers.{}").format(name))

    (line,) = [line for line in out.getvalue().splitlines() if "of no installed model" in line]
    assert r"x\x1b[2K\r5 schemas: all in step.\n\u202e" in line
