"""A schema's limits and its name, in a session that it shares with others and in one of its own."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, OperationalError, connections, transaction
from django.test import override_settings
from people.models import Person

from appschemas.backend.session.current_role import acting_as_owner
from appschemas.contract.contract import Contract
from appschemas.exceptions import ContractError
from tests.tools.own_project import Project
from tests.tools.walls import CONTRACT, TABLES, Wall

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)

LIMITS = """
[schemas.papers.limits]
statement_timeout = "150ms"
idle_in_transaction_session_timeout = "7min"
work_mem = "7MB"
[schemas.reviews.limits]
statement_timeout = "11s"
"""
Installed = Callable[..., AbstractContextManager[None]]


@pytest.fixture
def installed(in_production: Project, tmp_path: Path) -> Installed:
    """The project with limits in its contract."""

    @contextmanager
    def install(limits: str = LIMITS, **options: str) -> Iterator[None]:
        path = tmp_path / "limited.toml"
        path.write_text(in_production.path.read_text(encoding="utf-8") + limits)
        with replace(in_production, path=path).installed(**options):
            yield

    return install


def show(alias: str, name: str) -> Any:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT current_setting(%s)", [name])
        return cursor.fetchone()[0]


def ended(project: Project, pid: int) -> None:
    """Wait until a backend is gone."""
    with project.administrator() as dba:
        while dba.execute("SELECT pid FROM pg_stat_activity WHERE pid = %s", [pid]).fetchone():
            time.sleep(0.01)


def as_a_dba_sees_it(project: Project, alias: str) -> str:
    """The statement that the alias has sent last, as pg_stat_activity shows it."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT 'a%%b' LIKE %s", ["a%"])
    pid = connections[alias].connection.info.backend_pid
    with project.administrator() as dba:
        seen = dba.execute("SELECT query FROM pg_stat_activity WHERE pid = %s", [pid]).fetchone()
        return str(seen[0]) if seen else ""


def test_a_statement_takes_no_longer_than_its_schema_may(installed: Installed) -> None:
    with (
        installed(),
        pytest.raises(OperationalError, match="statement timeout"),
        connections["papers"].cursor() as cursor,
    ):
        cursor.execute("SELECT pg_sleep(20)")


def test_each_schema_of_a_session_has_its_own(installed: Installed) -> None:
    aliases = ("papers", "people", "reviews", "papers", "default")
    with installed(), transaction.atomic():
        found = [show(alias, "statement_timeout") for alias in aliases]
        memory = [show(alias, "work_mem") for alias in aliases]
        idle = [show(alias, "idle_in_transaction_session_timeout") for alias in aliases]

    assert found == ["150ms", "0", "11s", "150ms", "0"]
    assert memory == ["7MB", "4MB", "4MB", "7MB", "4MB"]
    assert idle == ["7min", "0", "0", "7min", "0"]


def test_a_transaction_that_its_schema_leaves_idle_is_ended(
    in_production: Project, installed: Installed
) -> None:
    limits = '[schemas.papers.limits]\nidle_in_transaction_session_timeout = "50ms"\n'
    with installed(limits), pytest.raises(DatabaseError, match="idle-in-transaction timeout"):
        with transaction.atomic():
            show("papers", "work_mem")
            ended(in_production, connections["papers"].connection.info.backend_pid)
            show("papers", "work_mem")


def test_a_transaction_takes_no_longer_than_its_schema_may(installed: Installed) -> None:
    limits = '[schemas.papers.limits]\ntransaction_timeout = "150ms"\nwork_mem = "7MB"\n'
    with installed(limits):
        memory = show("papers", "work_mem")
        if connections["papers"].pg_version >= 17_00_00:
            with pytest.raises(DatabaseError, match="transaction timeout"):
                with transaction.atomic(), connections["papers"].cursor() as cursor:
                    cursor.execute("SELECT pg_sleep(20)")

    # A server that has no such parameter is not asked for it.
    assert memory == "7MB"


def test_a_rollback_leaves_no_limit_of_another(installed: Installed) -> None:
    with installed():
        show("people", "work_mem")
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            show("papers", "work_mem")
            raise ZeroDivisionError

        assert show("people", "statement_timeout") == "0"


def test_what_a_statement_sets_itself_holds_for_no_other(installed: Installed) -> None:
    with installed(), connections["papers"].cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")

        assert show("papers", "statement_timeout") == "150ms"


def test_owners_have_no_limits(installed: Installed) -> None:
    with installed():
        show("papers", "statement_timeout")
        with acting_as_owner():
            steps = connections["papers"].context().steps

    assert b'SET "statement_timeout" TO DEFAULT' in steps
    assert b'SET "work_mem" TO DEFAULT' in steps


def test_where_none_is_declared_a_switch_is_as_short_as_before(installed: Installed) -> None:
    with installed(limits=""):
        assert [len(connections[alias].context().steps) for alias in connections] == [2] * len(
            list(connections)
        )


def test_a_limit_travels_with_its_statement(in_production: Project, installed: Installed) -> None:
    with installed():
        show("people", "work_mem")
        message = as_a_dba_sees_it(in_production, "papers")

    assert message.startswith("SET ROLE")
    assert "SET \"statement_timeout\" TO '150ms'" in message
    assert "SELECT 'a%b' LIKE" in message


def test_an_error_still_shows_its_own_line(installed: Installed) -> None:
    with installed():
        show("people", "work_mem")
        with pytest.raises(Exception, match=r"LINE 1: SELECT nothing_there") as caught:
            connections["papers"].cursor().execute("SELECT nothing_there")

    assert caught.value.__cause__.diag.statement_position == "8"


# In a session of its own
# -----------------------


def _own(bare: Wall, limits: str) -> Wall:
    text = CONTRACT.replace('apps = ["app"]', 'apps = ["app"]\nsession = "own"') + limits
    return replace(bare, contract=Contract.parse(text.format(bare.prefix)))


def test_its_login_starts_with_them_and_loses_those_that_are_gone(bare: Wall) -> None:
    both = '[schemas.{0}_app.limits]\nstatement_timeout = "30s"\nwork_mem = "8MB"\n'
    limited = _own(bare, both)
    limited.apply()
    limited.run(TABLES)
    limited.apply()
    assert (limited.lines(), limited.findings()) == ([], [])

    fewer = _own(bare, '[schemas.{0}_app.limits]\nstatement_timeout = "20s"\n')

    assert [line for line in fewer.lines() if "app_login" in line] == [
        "~ set statement_timeout = 20s for app_login",
        "- reset work_mem for app_login: no limit of the contract",
    ]
    fewer.apply()
    assert fewer.lines() == []


def test_its_login_loses_them_with_the_section_that_had_them(bare: Wall) -> None:
    limited = _own(bare, '[schemas.{0}_app.limits]\nwork_mem = "8MB"\nlock_timeout = "3s"\n')
    limited.apply()

    without = _own(bare, "")

    assert [line for line in without.lines() if "app_login" in line] == [
        "~ set lock_timeout = 10s for app_login",
        "- reset work_mem for app_login: no limit of the contract",
    ]
    without.apply()
    assert without.lines() == []


def test_what_a_server_does_not_have_is_said_and_nothing_else_changes(bare: Wall) -> None:
    limited = _own(bare, '[schemas.{0}_app.limits]\ntransaction_timeout = "30s"\n')
    limited.apply()

    said = [str(each) for each in limited.plan().findings if "transaction_timeout" in str(each)]
    settings = "SELECT count(*) FROM pg_db_role_setting s, unnest(s.setconfig) AS each WHERE each"
    set_here = limited.run(f"{settings} = 'transaction_timeout=30s'").fetchone()

    has_it = bare.connection.info.server_version >= 17_00_00
    assert (bool(said), set_here) == (not has_it, (int(has_it),))
    assert (limited.lines(), limited.plan().in_step) == ([], True)


# What a contract may say
# -----------------------


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('statement_timeout = "soon"', "limits.statement_timeout.*wanted: a duration such as"),
        ('work_mem = "much"', "limits.work_mem.*wanted: a size such as '16MB'"),
        ('transaction_timeout = "5"', "limits.transaction_timeout.*wanted: a duration such as"),
        ("max_parallel_workers_per_gather = -1", "wanted: a number from 0 to 1024"),
        (
            'search_path = "x"',
            r"unknown key .*limits.search_path'; known here: 'statement_timeout'",
        ),
        ('statement_timout = "1s"', "did you mean 'statement_timeout'"),
    ],
)
def test_a_limit_that_is_none_is_refused(line: str, message: str) -> None:
    with pytest.raises(ContractError, match=message):
        Contract.parse(CONTRACT.format("x") + f"[schemas.x_app.limits]\n{line}\n")


# Its name
# --------


def test_a_comment_says_the_schema(in_production: Project, installed: Installed) -> None:
    with override_settings(APPSCHEMAS_STATEMENT_TAGS="comment"), installed(limits=""):
        assert as_a_dba_sees_it(in_production, "papers").endswith("'a%' /*schema='papers'*/")


def test_a_comment_says_the_call_site(in_production: Project, installed: Installed) -> None:
    with override_settings(APPSCHEMAS_STATEMENT_TAGS="call_site"), installed(limits=""):
        found = re.search(r"/\*code_filepath='(\S+)',code_lineno='\d+',schema='people'\*/",
                          as_a_dba_sees_it(in_production, "people"))  # fmt: skip

    assert found
    assert found.group(1).endswith("backend/session/test_limits.py")


def test_a_tagged_statement_takes_percent_signs_and_rows(installed: Installed) -> None:
    with override_settings(APPSCHEMAS_STATEMENT_TAGS="call_site"), installed(limits=""):
        Person.objects.create(name="100%")

        assert Person.objects.filter(name__endswith="%").count() == 1


def test_the_application_name_is_that_of_the_schema(installed: Installed) -> None:
    with override_settings(APPSCHEMAS_STATEMENT_TAGS="application_name"), installed(limits=""):
        found = [show(alias, "application_name") for alias in ("papers", "people", "papers")]

    assert found == ["papers", "people", "papers"]


def test_without_the_setting_a_statement_is_sent_as_it_is(
    in_production: Project, installed: Installed
) -> None:
    with installed(limits=""):
        assert "/*" not in as_a_dba_sees_it(in_production, "papers")
