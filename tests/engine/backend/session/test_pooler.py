"""PgBouncer between the application and the server: every statement in its schema, as its role."""

from __future__ import annotations

import math
import random
import shutil
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any, Final

import psycopg
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connections, transaction
from django.db.utils import ProgrammingError
from people.models import Person
from psycopg.conninfo import conninfo_to_dict
from psycopg.sql import SQL, Identifier

from appschemas.backend.checks.sessions import check_poolers
from config.server import throwaway
from tests.tools import pgbouncer
from tests.tools.own_project import PASSWORD, Project, own_project

pytestmark = pytest.mark.skipif(
    pgbouncer.PROGRAM is None, reason="PgBouncer is not installed: apt-get install pgbouncer"
)

MODES: Final = ("session", "transaction")
SESSIONS: Final = ("shared", "own")
HAS_OLD: Final = shutil.which("npm") is not None
SERVERS: Final = (
    "this",
    pytest.param("15", marks=pytest.mark.skipif(not HAS_OLD, reason="no npm to fetch it with")),
)
COMBINATIONS: Final = len(MODES) * len(SESSIONS) * (1 + HAS_OLD)
STATEMENTS: Final = math.ceil(50_000 / COMBINATIONS)
THREADS: Final = 4
ALIASES: Final = {"people": "people", "papers": "papers", "reviews": "reviews"}

WHERE: Final = "SELECT current_user, pg_catalog.current_setting('search_path'), name FROM place"

Bounced = Callable[..., Any]


@pytest.fixture(scope="module", params=SERVERS)
def running(request: pytest.FixtureRequest, server: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The server of the tests, and PostgreSQL 15."""
    if request.param == "this":
        yield server
    else:
        with throwaway(15) as old:
            yield conninfo_to_dict(old.url())


@pytest.fixture(scope="module", params=SESSIONS)
def project(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: Any,
    worker_id: str,
    running: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Project]:
    """Papers in the session of all, or in its own; in each schema a table of the same name."""
    own, folder = request.param == "own", tmp_path_factory.mktemp("pool")
    with (
        django_db_blocker.unblock(),
        own_project(running, folder, f"pool_{worker_id}", own=own) as made,
    ):
        with made.administrator() as administrator:
            for schema in ALIASES.values():
                names = {"place": Identifier(schema, "place"), "name": schema}
                owner = Identifier(made.contract[schema].owner)
                administrator.execute(SQL("SET ROLE {}").format(owner))
                administrator.execute(SQL("CREATE TABLE {place} AS SELECT {name}::text AS name")
                                      .format(**names))  # fmt: skip
                administrator.execute("RESET ROLE")
        yield made


@pytest.fixture
def bounced(project: Project, django_db_blocker: Any) -> Iterator[Bounced]:
    """Start a PgBouncer, and connect through it."""
    contract = project.contract
    logins = {login: PASSWORD for login in contract.logins if login != contract.roles.migrator}
    with ExitStack() as stack, django_db_blocker.unblock():

        def start(mode: str, *, pool: int = pgbouncer.SERVER_CONNECTIONS, **options: str) -> None:
            pooler = pgbouncer.pgbouncer(project.server, mode, logins, pool)
            stack.enter_context(project.installed(**stack.enter_context(pooler), **options))

        yield start
    project.empty()


def expected(project: Project, alias: str) -> tuple[str, str, str]:
    """The role, the path and the row that a statement of this alias must see."""
    contract = project.contract
    schema = contract[ALIASES[alias]]
    return schema.rw, ", ".join(contract.path_of(schema)), schema.name


class App:
    """A thread that works on some aliases, in blocks and outside of them, and counts."""

    def __init__(self, aliases: tuple[str, ...], wanted: dict[str, Any], seed: int) -> None:
        self.aliases = aliases
        self.wanted = wanted
        self.random = random.Random(seed)
        self.seen: Counter[str] = Counter()
        self.wrong: list[tuple[str, Any]] = []

    def run(self, statements: int) -> None:
        try:
            while self.seen.total() < statements:
                self.random.choice((self.one, self.block, self.undone, self.failed))()
        finally:
            connections.close_all()

    def one(self) -> None:
        alias = self.random.choice(self.aliases)
        with connections[alias].cursor() as cursor:
            cursor.execute(WHERE)
            found = cursor.fetchone()
        self.seen[alias] += 1
        if found != self.wanted[alias]:
            self.wrong.append((alias, found))

    def block(self) -> None:
        with transaction.atomic(using=self.random.choice(self.aliases)):
            for _ in range(5):
                self.one()

    def undone(self) -> None:
        alias = self.random.choice(self.aliases)
        with transaction.atomic(using=alias):
            self.one()
            try:
                with transaction.atomic(using=alias):
                    self.one()
                    raise LookupError
            except LookupError:
                self.one()
        self.one()

    def failed(self) -> None:
        alias = self.random.choice(self.aliases)
        try:
            with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
                cursor.execute("SELECT 1 / 0")
        except DatabaseError:
            self.one()


@pytest.mark.parametrize("mode", MODES)
def test_every_statement_is_in_its_schema_and_role(
    project: Project, bounced: Bounced, mode: str
) -> None:
    """Four threads of two apps share few server connections, and none sees another's place."""
    # In session mode a client keeps its server connection: there must be one for each.
    bounced(mode, pooler=mode, pool=2 if mode == "transaction" else THREADS)
    wanted = {alias: expected(project, alias) for alias in ALIASES}
    scopes = (("people", "reviews"), ("papers",))
    apps = [App(scopes[number % 2], wanted, seed=number) for number in range(THREADS)]

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(lambda app: app.run(math.ceil(STATEMENTS / THREADS)), apps))

    assert [app.wrong for app in apps] == [[], [], [], []]
    assert sum(app.seen.total() for app in apps) >= STATEMENTS


@pytest.mark.parametrize("binding", ["client", "server"])
@pytest.mark.parametrize("mode", MODES)
def test_the_orm_works_through_a_pooler(bounced: Bounced, mode: str, binding: str) -> None:
    bounced(mode, pooler=mode)
    for alias in connections:
        connections[alias].settings_dict["OPTIONS"]["server_side_binding"] = binding == "server"

    with transaction.atomic(using="people"):
        Person.objects.bulk_create(Person(name=str(number)) for number in range(3))
        Person.objects.filter(name="0").delete()
    Person.objects.create(name="3")

    assert [each.name for each in Person.objects.order_by("name").iterator()] == ["1", "2", "3"]


def test_the_database_is_in_step_through_a_pooler(bounced: Bounced) -> None:
    bounced("transaction", pooler="transaction")

    call_command("schema_verify", verbosity=0)


def test_rows_are_copied_in_a_transaction_of_their_own(bounced: Bounced) -> None:
    bounced("transaction", pooler="transaction")

    with (
        connections["people"].cursor() as cursor,
        cursor.copy("COPY people_person (name) FROM STDIN") as copy,
    ):
        copy.write_row(["Ada"])

    assert Person.objects.get().name == "Ada"


@pytest.mark.parametrize("setting", ["ROLE reviews_rw", "search_path TO reviews"])
def test_what_is_set_by_hand_moves_no_statement_of_a_shared_session(
    project: Project, bounced: Bounced, setting: str
) -> None:
    bounced("transaction", pooler="transaction", pool=1)
    people = App(("people",), {"people": expected(project, "people")}, seed=0)
    prefix = project.contract.roles.prefix

    with connections["reviews"].cursor() as cursor:
        cursor.execute(f"SET {setting.replace('reviews_rw', f'{prefix}reviews_rw')}")
    people.one()

    assert people.wrong == []


def test_what_is_set_by_hand_is_met_by_clients_of_the_same_login_only(
    project: Project, bounced: Bounced
) -> None:
    bounced("transaction", pooler="transaction", pool=1)
    with connections["papers"].cursor() as cursor:
        cursor.execute("SET statement_timeout TO '1h'")

    met = {}
    for alias in ("people", "papers"):
        client = connections[alias].copy()
        with client.cursor() as cursor:
            cursor.execute("SHOW statement_timeout")
            met[alias] = cursor.fetchone()[0]
        client.close()

    shared = not project.contract["papers"].own
    assert met == {"people": "1h" if shared else "0", "papers": "1h"}


def test_a_statement_outside_of_a_transaction_is_one_message(bounced: Bounced) -> None:
    bounced("transaction", pooler="transaction")
    people = connections["people"]
    people.ensure_connection()
    with tempfile.TemporaryFile("w+") as trace, people.cursor() as cursor:
        people.connection.pgconn.trace(trace.fileno())
        cursor.execute("SELECT %s", ["a;b"])
        people.connection.pgconn.untrace()
        trace.seek(0)
        sent = [line for line in trace if line.split("\t")[1:2] == ["F"]]
        logged = people.ops.last_executed_query(cursor.cursor, "", None)
        found = cursor.fetchall(), cursor.rowcount, logged

    assert [line.split("\t")[3] for line in sent] == ["Query"]
    assert found == ([("a;b",)], 1, "SELECT 'a;b'")


def test_a_cursor_made_by_its_class_is_told_its_schema_in_a_transaction_only(
    project: Project, bounced: Bounced
) -> None:
    bounced("transaction", pooler="transaction", pool=1)
    connections["people"].ensure_connection()
    cursor = psycopg.ClientCursor(connections["people"].connection)

    with pytest.raises(psycopg.InterfaceError, match="in a transaction only"):
        cursor.execute(WHERE)
    with transaction.atomic(using="people"):
        cursor.execute(WHERE)
        assert cursor.fetchone() == expected(project, "people")


def test_an_error_is_the_statements_own_and_leaves_nothing_behind(bounced: Bounced) -> None:
    bounced("transaction", pooler="transaction", pool=1)
    with connections["people"].cursor() as cursor:
        with pytest.raises(DatabaseError, match="belongs to schema 'papers'"):
            cursor.execute("SELECT * FROM papers.papers_section")
        cursor.execute("SELECT count(*) FROM people_person")

        assert cursor.fetchone() == (0,)


def test_a_role_that_is_refused_is_told_as_without_a_pooler(
    project: Project, bounced: Bounced
) -> None:
    bounced("transaction", pooler="transaction", pool=1)
    role, login = project.contract["people"].rw, project.contract.roles.application
    with project.administrator() as administrator:
        administrator.execute(SQL("REVOKE {} FROM {}").format(Identifier(role), Identifier(login)))
        try:
            with pytest.raises(ProgrammingError, match=f"may not act as '{role}'"):
                Person.objects.exists()
        finally:
            call_command("schema_apply", apply=True, verbosity=0)

    assert not Person.objects.exists()


def test_a_block_keeps_its_place_while_others_take_turns(
    project: Project, bounced: Bounced
) -> None:
    bounced("transaction", pooler="transaction", pool=2)
    wanted = {alias: expected(project, alias) for alias in ALIASES}
    mine, theirs = App(("people",), wanted, seed=0), App(("papers", "reviews"), wanted, seed=1)

    with transaction.atomic(using="people"):
        mine.one()
        thread = threading.Thread(target=theirs.run, args=(20,))
        thread.start()
        thread.join()
        mine.one()

    assert (mine.wrong, theirs.wrong) == ([], [])


def test_a_pooler_that_nobody_told_of_mixes_apps_up_and_is_found(
    project: Project, bounced: Bounced
) -> None:
    """What the check is for: with one server connection the leak is certain, and so its proof."""
    bounced("transaction", pool=1)
    connections["people"].ensure_connection()
    mine = App(("people",), {"people": expected(project, "people")}, seed=0)
    theirs = App(("reviews",), {"reviews": expected(project, "reviews")}, seed=0)

    mine.one()
    thread = threading.Thread(target=theirs.run, args=(1,))
    thread.start()
    thread.join()
    try:
        mine.one()
        leaked = bool(mine.wrong)
    except DatabaseError:
        leaked = True

    assert leaked
    assert {each.id for each in check_poolers(["people"])} == {"appschemas.E020"}


@pytest.mark.parametrize("mode", MODES)
def test_a_pooler_that_was_told_of_is_no_finding(bounced: Bounced, mode: str) -> None:
    bounced(mode, pooler=mode)

    assert check_poolers(["people", "papers"]) == []


def test_no_pooler_is_no_finding(project: Project, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock(), project.installed():
        assert check_poolers(["people", "papers"]) == []
