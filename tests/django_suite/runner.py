"""Test runners for Django's own tests: both write down what became of each test."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from unittest import TestCase, TextTestResult

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test.runner import DiscoverRunner
from psycopg.sql import SQL, Identifier

from appschemas.backend.session.current_role import acting_as_owner
from appschemas.conf import get_contract
from appschemas.database.apply.apply import apply
from appschemas.fields import lookups
from appschemas.patches import deletion_collector

assert lookups  # imported for what it registers


class Recorded(TextTestResult):
    """Writes a line when a test starts and when it ends, so that one that hangs has a name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._file = (settings.DIRECTORY / "outcomes.jsonl").open("w", buffering=1)

    def stopTestRun(self) -> None:
        super().stopTestRun()
        self._file.close()

    def startTest(self, test: TestCase) -> None:
        super().startTest(test)
        self._write(test, "started")

    def addSuccess(self, test: TestCase) -> None:
        super().addSuccess(test)
        self._write(test, "passed")

    def addExpectedFailure(self, test: TestCase, err: Any) -> None:
        super().addExpectedFailure(test, err)
        self._write(test, "passed")

    def addUnexpectedSuccess(self, test: TestCase) -> None:
        super().addUnexpectedSuccess(test)
        self._write(test, "failed")

    def addSkip(self, test: TestCase, reason: str) -> None:
        super().addSkip(test, reason)
        self._write(test, "skipped", reason)

    def addFailure(self, test: TestCase, err: Any) -> None:
        super().addFailure(test, err)
        self._write(test, "failed", str(err[1]))

    def addError(self, test: TestCase, err: Any) -> None:
        super().addError(test, err)
        self._write(test, "errored", f"{err[0].__name__}: {err[1]}")

    def addSubTest(self, test: TestCase, subtest: TestCase, err: Any) -> None:
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._write(test, "failed", str(err[1]))

    def _write(self, test: TestCase, outcome: str, why: str = "") -> None:
        line = {"test": test.id(), "outcome": outcome, "why": why.strip()}
        self._file.write(json.dumps(line) + "\n")


class Runner(DiscoverRunner):
    """Django's own, with outcomes on record."""

    def get_resultclass(self) -> type[TextTestResult]:
        return Recorded

    def setup_databases(self, **kwargs: Any) -> Any:
        with administrator() as server:
            found = server.execute("SELECT name FROM pg_available_extensions").fetchall()
        _leave_out_extensions_but({name for (name,) in found})
        return self._make_databases(**kwargs)

    def _make_databases(self, **kwargs: Any) -> Any:
        return super().setup_databases(**kwargs)


class SchemaRunner(Runner):
    """Makes the databases by the contract; `default` and `other` both get every table."""

    def _make_databases(self, *, serialized_aliases: Any, **kwargs: Any) -> Any:
        # What the app appschemas installs in a project.
        deletion_collector.install()
        for name in dict.fromkeys(each["NAME"] for each in settings.DATABASES.values()):
            with administrator() as server:
                server.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
            with administrator(name) as database:
                _provision(database)
        with acting_as_owner():
            for alias in settings.DATABASES:
                call_command(
                    "migrate", database=alias, run_syncdb=True, interactive=False, verbosity=0
                )
                call_command("createcachetable", database=alias)
        for alias in settings.DATABASES:
            creation = connections[alias].creation
            # They would make databases by the contract, and take what _provision() adds to it.
            creation.connection.features.django_test_skips = {
                **creation.connection.features.django_test_skips,
                "It makes a test database by the contract.": _MAKING,
            }
            creation.mark_expected_failures_and_skips()
            if alias in serialized_aliases:
                connections[alias]._test_serialized_contents = creation.serialize_db_to_string()
        _insist_on_the_wall()

    def teardown_databases(self, *args: Any, **kwargs: Any) -> None:
        _insist_on_the_wall()
        # Whoever started this run drops what it made.
        connections.close_all()


@contextmanager
def administrator(database: str | None = None) -> Iterator[psycopg.Connection[Any]]:
    """The administrator's connection, in autocommit mode."""
    login = settings.ADMIN
    with psycopg.connect(
        host=login["HOST"] or None,
        port=login["PORT"] or None,
        user=login["USER"] or None,
        password=login["PASSWORD"] or None,
        dbname=database or login["NAME"],
        autocommit=True,
    ) as connection:
        yield connection


# Private
# -------


def _extensions() -> Any:
    # One migration makes all; a server that lacks one of them would run no test at all.
    return importlib.import_module("postgres_tests.migrations.0001_setup_extensions").Migration


def _leave_out_extensions_but(available: set[str]) -> None:
    migration = _extensions()
    migration.operations = [each for each in migration.operations if each.name in available]


def _insist_on_the_wall() -> None:
    """Tables in another schema, or a connection per alias, would make the run say nothing."""
    schemas = {schema.alias: schema for schema in get_contract().schemas}
    for alias, schema in schemas.items():
        with connections[alias].cursor() as cursor:
            cursor.execute(_STANDING)
            assert cursor.fetchone() == (schema.rw, schema.name, 0), alias
            introspection = connections[alias].introspection
            missing = set(introspection.django_table_names()).difference(
                introspection.table_names(cursor)
            )
            assert not missing, (alias, missing)
    sessions = {connections[alias].connection.info.backend_pid for alias in schemas}
    assert len(sessions) == (1 if settings.SIDE == "shared" else len(schemas)), sessions


_MAKING: Final = {
    f"backends.base.test_creation.TestDbCreationTests.test_{name}"
    for name in (
        "mark_expected_failures_and_skips_call",
        "migrate_test_setting_false",
        "migrate_test_setting_false_ensure_schema",
        "migrate_test_setting_true",
    )
}
_STANDING: Final = """
SELECT current_user, pg_catalog.current_schema(),
       (SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = 'public')
"""


def _provision(database: psycopg.Connection[Any]) -> None:
    contract = get_contract()
    login = settings.LOGIN["USER"]
    apply(database, contract, passwords={login: settings.LOGIN["PASSWORD"]}, set_passwords=True)
    owners = SQL(", ").join(Identifier(schema.owner) for schema in contract.schemas)
    # One login does both jobs: Django's tests migrate and flush where they stand.
    database.execute(SQL("GRANT {} TO {}").format(owners, Identifier(login)))
    for operation in _extensions().operations:
        database.execute(
            SQL("CREATE EXTENSION IF NOT EXISTS {} SCHEMA {}").format(
                Identifier(operation.name), Identifier(contract.extensions)
            )
        )
