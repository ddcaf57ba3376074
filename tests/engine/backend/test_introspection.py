"""What a schema has is asked of itself, and not of every schema of the database."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connections, transaction

from tests.tools.statements import Recorded

pytestmark = pytest.mark.django_db(databases="__all__")


def has(alias: str, name: str) -> bool:
    with connections[alias].cursor() as cursor:
        found: bool = connections[alias].introspection.has_table(cursor, name)
    return found


def test_a_schema_has_its_own_tables_and_no_index_nor_what_lies_elsewhere() -> None:
    with transaction.atomic("people"), connections["people"].cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relname LIKE 'people%pkey' LIMIT 1")
        (index,) = cursor.fetchone()

    assert has("people", "people_person")
    assert not has("people", index)
    assert not has("papers", "people_person")
    assert has("papers", "django_migrations")


def test_whether_a_schema_records_migrations_is_asked_by_the_name_of_the_table(
    statements: Recorded,
) -> None:
    with statements() as seen:
        call_command("showmigrations", verbosity=0)

    asked = [sql for _, sql in seen if "pg_catalog.pg_class" in sql]
    assert len(asked) >= len(list(connections))
    assert [sql for sql in asked if "relname =" not in sql] == []
