"""Random programs over the aliases of one session: each statement runs in its own schema."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext, suppress
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from appschemas.conf import get_contract

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)

WHERE = "SELECT current_user, pg_catalog.current_schemas(false)"
ALIASES = ("people", "papers", "reviews")
FAILING = ("SELECT 1/0", "SELECT FROM WHERE", "SELECT * FROM nowhere", "VACUUM nowhere")
# What raw SQL may do to the session behind its back.
UNSETTLING = (
    "RESET ROLE",
    "SET search_path TO pg_catalog",
    "SET LOCAL ROLE reviews_rw",
    "SELECT pg_catalog.set_config('role', 'papers_rw', false)",
    "DO $$ BEGIN SET ROLE people_rw; END $$",
    "SELECT 1; RESET ROLE",
)

Step = tuple[Any, ...]

aliases = st.sampled_from(ALIASES)
simple = st.one_of(
    st.tuples(st.just("look"), aliases),
    st.tuples(st.just("look"), aliases),
    st.tuples(st.just("callproc"), aliases),
    st.tuples(st.just("fail"), aliases, st.sampled_from(FAILING)),
    st.tuples(st.just("unsettle"), aliases, st.sampled_from(UNSETTLING)),
    st.tuples(st.just("cursor"), aliases),
    st.tuples(st.just("fetch"), st.integers(0, 3)),
    st.tuples(st.just("stream"), aliases),
    st.tuples(st.just("copy"), aliases),
    st.tuples(st.just("foreign"), aliases, st.sampled_from(("", *UNSETTLING))),
    st.tuples(st.just("pipeline"), st.lists(aliases, min_size=1, max_size=4)),
    st.tuples(st.just("block"), aliases, st.lists(aliases, min_size=1, max_size=3)),
    st.tuples(st.just("reconnect"), aliases),
    st.tuples(st.just("on_commit"), aliases),
    st.tuples(st.just("set_rollback"), aliases),
)
programs = st.recursive(
    st.lists(simple, max_size=6),
    lambda inner: st.lists(
        st.one_of(
            simple,
            st.tuples(st.just("atomic"), aliases, inner, st.booleans(), st.booleans()),
        ),
        max_size=6,
    ),
    max_leaves=12,
)


class Rollback(Exception):
    """Ends an atomic block."""


class Program:
    """Runs steps, and asserts at each statement where it ran."""

    def __init__(self) -> None:
        self.looks = 0
        self.cursors: list[tuple[str, Any]] = []

    def run(self, steps: list[Step]) -> None:
        for name, *rest in steps:
            step: Callable[..., None] = getattr(self, name)
            step(*rest)

    def seen(self, alias: str, row: Any) -> None:
        schema = get_contract()[alias]
        path = [*schema.search_path, get_contract().extensions]
        assert (row[0], [each for each in row[1] if each != "pg_temp"]) == (schema.rw, path)
        self.looks += 1

    def look(self, alias: str) -> None:
        with suppress_if_broken(alias), connections[alias].cursor() as cursor:
            cursor.execute(WHERE)
            self.seen(alias, cursor.fetchone())

    def callproc(self, alias: str) -> None:
        with suppress_if_broken(alias), connections[alias].cursor() as cursor:
            cursor.callproc("current_schema")
            assert cursor.fetchone() == (alias,)

    def fail(self, alias: str, statement: str) -> None:
        with pytest.raises(DatabaseError), transaction.atomic(using=alias, savepoint=True):
            connections[alias].cursor().execute(statement)

    def unsettle(self, alias: str, statement: str) -> None:
        with suppress_if_broken(alias), connections[alias].cursor() as cursor:
            cursor.execute(statement)

    def cursor(self, alias: str) -> None:
        with suppress_if_broken(alias):
            cursor = connections[alias].chunked_cursor()
            self.cursors.append((alias, cursor))
            cursor.execute(f"{WHERE} FROM pg_catalog.generate_series(1, 9)")
            self.seen(alias, cursor.fetchone())

    def fetch(self, number: int) -> None:
        if number < len(self.cursors):
            alias, cursor = self.cursors[number]
            # It goes with its transaction, its savepoint and its connection.
            with suppress(DatabaseError), transaction.atomic(using=alias):
                for row in cursor.fetchmany(2):
                    self.seen(alias, row)

    def stream(self, alias: str) -> None:
        with unguarded(alias), connections[alias].cursor() as cursor:
            for row in cursor.stream(WHERE):
                self.seen(alias, row)

    def copy(self, alias: str) -> None:
        query = "COPY (SELECT current_user, pg_catalog.current_schema()) TO STDOUT"
        with unguarded(alias), connections[alias].cursor() as cursor:
            with cursor.copy(query) as copy:
                assert list(copy.rows()) == [(f"{alias}_rw", alias)]

    def foreign(self, alias: str, statement: str) -> None:
        wrapper = connections[alias]
        wrapper.ensure_connection()
        if wrapper.needs_rollback:
            return
        cursor = psycopg.ClientCursor(wrapper.connection)
        with wrapper.wrap_database_errors:
            if statement:
                cursor.execute(statement)
            else:
                self.seen(alias, cursor.execute(WHERE).fetchone())

    def pipeline(self, names: list[str]) -> None:
        # libpq stays in the mode of a stream until the next statement, psycopg alone too.
        self.look("reviews")
        wrapper = connections["people"]
        wrapper.ensure_connection()
        if wrapper.needs_rollback:
            return
        with wrapper.connection.pipeline():
            cursors = [(name, connections[name].cursor()) for name in names]
            for _, cursor in cursors:
                cursor.execute(WHERE)
            for name, cursor in cursors:
                self.seen(name, cursor.fetchone())

    def block(self, alias: str, names: list[str]) -> None:
        wrapper = connections[alias]
        wrapper.ensure_connection()
        if not wrapper.needs_rollback:
            with suppress(Rollback), psycopg.Transaction(wrapper.connection):
                for name in names:
                    self.look(name)
                raise Rollback

    def reconnect(self, alias: str) -> None:
        if not connections[alias].in_atomic_block:
            connections[alias].close()

    def on_commit(self, alias: str) -> None:
        def hook() -> None:
            self.look(alias)

        connection = connections[alias]
        if connection.in_atomic_block and not connection.needs_rollback:
            transaction.on_commit(hook, using=alias)

    def set_rollback(self, alias: str) -> None:
        if connections[alias].in_atomic_block:
            transaction.set_rollback(True, using=alias)

    def atomic(self, alias: str, steps: list[Step], savepoint: bool, fails: bool) -> None:
        with (
            suppress(Rollback, transaction.TransactionManagementError),
            transaction.atomic(using=alias, savepoint=savepoint),
        ):
            self.run(steps)
            if fails:
                raise Rollback
        self.look(alias)


def unguarded(alias: str) -> Any:
    """Django's guard of a broken block knows execute() only; PostgreSQL may refuse the rest."""
    return suppress(DatabaseError) if connections[alias].needs_rollback else nullcontext()


def suppress_if_broken(alias: str) -> Any:
    """Django refuses statements in a block that is to be rolled back, and nothing else is."""
    broken = connections[alias].needs_rollback
    return pytest.raises(transaction.TransactionManagementError) if broken else nullcontext()


@settings(suppress_health_check=list(HealthCheck))
@given(program=programs)
def test_each_statement_of_a_random_program_runs_in_its_own_schema(program: list[Step]) -> None:
    running = Program()
    try:
        running.run(program)
        for alias in (*ALIASES, *reversed(ALIASES)):
            running.look(alias)
    finally:
        connections.close_all()
        for _, cursor in running.cursors:
            cursor.close()

    assert running.looks >= 6
