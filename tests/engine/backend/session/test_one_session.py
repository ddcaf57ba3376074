"""One session for what the contract puts into one, whatever the settings say of one alias."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connections, transaction
from django.test.utils import CaptureQueriesContext
from papers.models import Paper
from people.models import Person

from appschemas.backend.checks.aliases import check_logins
from appschemas.backend.checks.extensions import check_extensions
from appschemas.backend.checks.sessions import check_poolers, check_sessions
from appschemas.backend.session.settings import SessionConflict
from appschemas.contract.databases import ENGINES
from tests.tools.own_project import Project

ALIASES = ("default", "people", "papers", "reviews")


@pytest.fixture
def entry(in_production: Project) -> Any:
    """Write into the entry of one alias in DATABASES, before anything is connected."""

    def write(alias: str, **values: Any) -> None:
        connections.settings[alias].update(values)
        for each in ALIASES:
            connections[each].close()
            del connections[each]

    return write


def backends() -> set[int]:
    """The server's processes that answer the aliases."""
    found = set()
    for alias in ALIASES:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT pg_catalog.pg_backend_pid()")
            found.add(cursor.fetchone()[0])
    return found


def parameter(alias: str, name: str) -> str | None:
    """A parameter of libpq that the connection behind an alias was made with."""
    connections[alias].ensure_connection()
    return connections[alias].connection.info.get_parameters().get(name)


@pytest.mark.parametrize(
    ("alias", "values"),
    [
        ("default", {}),
        ("default", {"OPTIONS": {"connect_timeout": 15}}),
        ("papers", {"OPTIONS": {"application_name": "papers", "keepalives_idle": 30}}),
        ("people", {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}),
        ("people", {"ATOMIC_REQUESTS": True, "DISABLE_SERVER_SIDE_CURSORS": True}),
        ("default", {"ENGINE": "appschemas.backend"}),
    ],
)
def test_what_one_alias_adds_leaves_one_backend_and_one_transaction(
    entry: Any, alias: str, values: dict[str, Any]
) -> None:
    entry(alias, **values)

    assert len(backends()) == 1
    with pytest.raises(RuntimeError), transaction.atomic():
        Group.objects.create(name="editors")
        Paper.objects.create(title="t", author=Person.objects.create(name="Ada"))
        raise RuntimeError

    counts = [model.objects.count() for model in (Group, Person, Paper)]
    assert counts == [0, 0, 0]


def test_an_option_of_one_alias_is_that_of_the_session_whichever_connects(entry: Any) -> None:
    entry("people", OPTIONS={"connect_timeout": 15})

    assert [parameter("papers", "connect_timeout"), parameter("people", "connect_timeout")] == [
        "15",
        "15",
    ]
    assert check_sessions() == []


def test_of_two_values_that_of_the_platform_holds_and_a_check_says_so(entry: Any) -> None:
    entry("papers", OPTIONS={"connect_timeout": 3})
    entry("default", OPTIONS={"connect_timeout": 15})

    assert parameter("papers", "connect_timeout") == "15"
    assert [(each.id, each.msg) for each in check_sessions()] == [
        (
            "appschemas.W031",
            "Aliases 'default' and 'papers' share one session by the contract, and differ in "
            "OPTIONS['connect_timeout']: that of 'default' holds.",
        )
    ]


def test_how_long_a_session_is_kept_is_what_the_platform_says(entry: Any) -> None:
    entry("papers", CONN_MAX_AGE=None)

    connections["papers"].ensure_connection()

    assert connections["papers"].close_at is not None
    assert [each.msg for each in check_sessions()] == [
        "Aliases 'default' and 'papers' share one session by the contract, and differ in "
        "CONN_MAX_AGE: that of 'default' holds."
    ]


@pytest.mark.parametrize(
    ("alias", "values", "what"),
    [
        ("default", {"OPTIONS": {"isolation_level": 4}}, "OPTIONS['isolation_level']"),
        ("papers", {"OPTIONS": {"options": "-c statement_timeout=5s"}}, "OPTIONS['options']"),
        ("papers", {"OPTIONS": {"server_side_binding": True}}, "OPTIONS['server_side_binding']"),
        ("papers", {"USER": "somebody"}, "USER"),
        ("papers", {"PASSWORD": "another"}, "PASSWORD"),
        ("papers", {"TIME_ZONE": "Asia/Tokyo"}, "TIME_ZONE"),
        ("papers", {"AUTOCOMMIT": False}, "AUTOCOMMIT"),
        ("papers", {"MIGRATOR": {"USER": "somebody"}}, "MIGRATOR"),
    ],
)
def test_what_cannot_be_one_session_is_refused_by_check_and_by_the_first_connection(
    entry: Any, alias: str, values: dict[str, Any], what: str
) -> None:
    entry(alias, **values)

    assert [(each.id, each.obj, each.msg.rpartition(" in ")[2]) for each in check_sessions()] == [
        ("appschemas.E030", check_sessions()[0].obj, f"{what}.")
    ]
    for each in ("people", "papers"):
        with pytest.raises(SessionConflict, match="share one session by the contract, and differ"):
            connections[each].ensure_connection()
        assert connections[each].connection is None


def test_checks_that_ask_a_database_leave_to_check_what_parts_its_session(entry: Any) -> None:
    entry("papers", TIME_ZONE="Asia/Tokyo")

    asked = [*check_poolers(ALIASES), *check_logins(ALIASES), *check_extensions(ALIASES)]

    assert asked == []
    assert connections["default"].connection is None


def test_what_is_refused_works_once_every_alias_says_it(entry: Any) -> None:
    for alias in ALIASES:
        entry(alias, OPTIONS={"options": "-c statement_timeout=5s"})

    assert check_sessions() == []
    assert len(backends()) == 1


@pytest.mark.parametrize(("one", "other"), [("localhost", "127.0.0.1"), ("localhost", "::1")])
def test_one_server_by_two_names_is_refused(entry: Any, one: str, other: str) -> None:
    for alias in ALIASES:
        entry(alias, HOST=one)
    entry("papers", HOST=other)

    assert [each.msg for each in check_sessions()] == [
        "Aliases 'default' and 'papers' share one session by the contract, and differ in HOST."
    ]
    with pytest.raises(SessionConflict, match="HOST"):
        connections["papers"].ensure_connection()


def test_an_alias_that_is_asked_for_later_is_counted_with_the_session(entry: Any) -> None:
    entry("default")

    with CaptureQueriesContext(connections["default"]) as captured:
        Person.objects.count()
        Paper.objects.count()

    assert len(captured) == 2


def test_the_password_is_in_no_message(entry: Any) -> None:
    entry("papers", PASSWORD="correct horse")

    with pytest.raises(SessionConflict) as error:
        connections["people"].ensure_connection()
    assert "correct horse" not in f"{error.value} {check_sessions()}"


def test_both_names_of_the_engine_are_known_and_one_names_postgresql(
    in_production: Project,
) -> None:
    assert {connections[alias].settings_dict["ENGINE"] for alias in ALIASES} == {ENGINES[0]}
    assert ["postgresql" in name for name in ENGINES] == [True, False]


@pytest.mark.django_db(transaction=True, databases=ALIASES)
def test_a_copy_of_a_connection_is_one_more_for_its_alias() -> None:
    connections["people"].ensure_connection()
    copied = copy.copy(connections["papers"])

    with copied.cursor() as cursor, connections["people"].cursor() as other:
        other.execute("SELECT pg_catalog.pg_backend_pid(), current_user")
        cursor.execute("SELECT pg_catalog.pg_backend_pid(), current_user")
        (backend, people), (same, papers) = other.fetchone(), cursor.fetchone()

    assert (backend == same, people, papers) == (True, "people_rw", "papers_rw")
    assert connections["papers"].connection is not copied.connection
