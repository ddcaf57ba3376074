"""What is in the database: the checks that the engine made, and the keys that it did not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import psycopg
from django.db import connection
from psycopg import Connection

from appschemas.conf import get_contract
from appschemas.contract.schema import ENGINE_SCHEMAS
from appschemas.integrity.constraints.ddl import ConstraintFunction, fingerprint_of
from appschemas.integrity.constraints.key_triggers import wanted_objects

OBJECTS = """
SELECT n.nspname, '', p.proname, pg_catalog.obj_description(p.oid, 'pg_proc')
  FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
 WHERE n.nspname = ANY (%(schemas)s)
UNION ALL
SELECT n.nspname, c.relname, t.tgname, pg_catalog.obj_description(t.oid, 'pg_trigger')
  FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE NOT t.tgisinternal AND n.nspname = ANY (%(schemas)s)
"""
CROSSING = """
SELECT count(*) FROM pg_catalog.pg_constraint k
  JOIN pg_catalog.pg_class a ON a.oid = k.conrelid
  JOIN pg_catalog.pg_class b ON b.oid = k.confrelid
 WHERE k.contype = 'f' AND a.relnamespace <> b.relnamespace
"""

Found = set[tuple[str, str, str, str]]


def found() -> Found:
    """(schema, table, name, fingerprint) of every function and trigger; no table for functions."""
    with connection.cursor() as cursor:
        cursor.execute(
            OBJECTS, {"schemas": [*ENGINE_SCHEMAS, *(each.name for each in get_contract().schemas)]}
        )
        return {(*names, fingerprint_of(text or "")) for *names, text in cursor.fetchall()}


def wanted(registry: Any = None) -> Found:
    """The same, as the models of `registry` need it."""
    return described(wanted_objects(get_contract(), registry))


def described(objects: Iterable[Any]) -> Found:
    """Check objects as rows."""
    return {
        (
            each.schema,
            "" if isinstance(each, ConstraintFunction) else each.table,
            each.name,
            each.fingerprint,
        )
        for each in objects
    }


def crossing() -> int:
    """How many foreign keys cross."""
    with connection.cursor() as cursor:
        cursor.execute(CROSSING)
        count: int = cursor.fetchone()[0]
    return count


def plain() -> Connection[Any]:
    """A connection of its own to the test database, with the login of the settings."""
    names = ("dbname", "user", "host", "port", "password")
    parameters = connection.get_connection_params()
    return psycopg.connect(**{name: parameters[name] for name in names if parameters.get(name)})
