"""Random transactions over a native foreign key and over an identity key: the same outcome."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from appschemas import identity
from appschemas.conf import get_contract
from appschemas.edges import Edge, checks_of
from tests.conftest import administrator

TABLES = """
CREATE TABLE people.native_parent (id bigint PRIMARY KEY);
CREATE TABLE people.native_child (id bigint PRIMARY KEY, key bigint
  REFERENCES people.native_parent DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE people.random_parent (id bigint PRIMARY KEY);
CREATE TABLE papers.random_child (id bigint PRIMARY KEY, key bigint);
ALTER TABLE people.random_parent OWNER TO people_owner;
ALTER TABLE papers.random_child OWNER TO papers_owner;
"""
EDGE = Edge("papers", "random_child", "people", "random_parent", "id", "key", "bigint")
NATIVE = {"parent": "people.native_parent", "child": "people.native_child"}
CHECKED = {"parent": "people.random_parent", "child": "papers.random_child"}

keys = st.integers(1, 4)
STATEMENTS = st.one_of(
    st.tuples(st.just("INSERT INTO {parent} VALUES ({0})"), keys),
    st.tuples(st.just("DELETE FROM {parent} WHERE id = {0}"), keys),
    st.tuples(st.just("DELETE FROM {parent} WHERE id <= {0}"), keys),
    st.tuples(st.just("UPDATE {parent} SET id = {0} WHERE id = {1}"), keys, keys),
    st.tuples(st.just("INSERT INTO {child} VALUES ({0}, {1})"), keys, keys),
    st.tuples(st.just("INSERT INTO {child} SELECT g, {0} FROM generate_series(1, 3) g"), keys),
    st.tuples(st.just("INSERT INTO {child} VALUES ({0}, NULL)"), keys),
    st.tuples(
        st.just("INSERT INTO {child} VALUES ({0}, {1}) ON CONFLICT (id) DO UPDATE SET key = {1}"),
        keys,
        keys,
    ),
    st.tuples(st.just("INSERT INTO {child} VALUES ({0}, {1}) ON CONFLICT DO NOTHING"), keys, keys),
    st.tuples(st.just("UPDATE {child} SET key = {0} WHERE id = {1}"), keys, keys),
    st.tuples(st.just("UPDATE {child} SET key = NULL WHERE key = {0}"), keys),
    st.tuples(st.just("UPDATE {child} SET id = id + 10 WHERE id = {0}"), keys),
    st.tuples(st.just("DELETE FROM {child} WHERE key = {0}"), keys),
    st.tuples(
        st.just(
            "WITH gone AS (DELETE FROM {parent} WHERE id = {0} RETURNING id)"
            " DELETE FROM {child} USING gone WHERE key = gone.id"
        ),
        keys,
    ),
    st.tuples(st.just("SAVEPOINT s")),
    st.tuples(st.just("ROLLBACK TO s")),
    st.tuples(st.just("SET CONSTRAINTS ALL IMMEDIATE")),
    st.tuples(st.just("SET CONSTRAINTS ALL DEFERRED")),
    st.tuples(st.just("COMMIT AND CHAIN")),
)


@dataclass
class Pair:
    """A parent and a child, and a connection that works on them."""

    connection: psycopg.Connection[Any]
    names: dict[str, str]

    def outcome(self, program: list[tuple[Any, ...]]) -> list[Any]:
        """The SQLSTATE of each statement of one transaction, of its end, and what is left."""
        self.run("BEGIN")
        states = [self.run(template, *numbers) for template, *numbers in program]
        states.append(self.run("COMMIT"))
        left = [
            self.connection.execute(f"TABLE {self.names[name]} ORDER BY 1").fetchall()
            for name in ("parent", "child")
        ]
        self.run("DELETE FROM {child}")
        self.run("DELETE FROM {parent}")
        return [states, left]

    def run(self, template: str, *numbers: int) -> str:
        """The SQLSTATE, or the command tag, which counts rows."""
        try:
            done = self.connection.execute(template.format(*numbers, **self.names))
        except psycopg.Error as error:
            return error.sqlstate or ""
        return done.statusmessage or ""


@pytest.fixture(scope="module")
def pairs(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Pair, Pair]]:
    """The same tables twice, held by a foreign key and by an identity key."""
    from django.db import connections

    name = connections["people"].settings_dict["NAME"]
    with administrator(name) as first, administrator(name) as second:
        first.execute(TABLES)
        for check in checks_of([EDGE]):
            for statement in identity.create(check, get_contract(), validate=True):
                first.execute(f"SET ROLE {statement.role}")
                first.execute(statement.sql)
        first.execute("RESET ROLE")
        yield Pair(first, NATIVE), Pair(second, CHECKED)
        for check in checks_of([EDGE]):
            for statement in identity.drop(check, get_contract()):
                first.execute(statement.sql)
        first.execute(
            "DROP TABLE people.native_child, people.native_parent,"
            " papers.random_child, people.random_parent"
        )


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(program=st.lists(STATEMENTS, max_size=12))
def test_a_random_transaction_ends_as_with_a_native_foreign_key(
    pairs: tuple[Pair, Pair], program: list[tuple[Any, ...]]
) -> None:
    native, checked = pairs

    assert checked.outcome(program) == native.outcome(program)
