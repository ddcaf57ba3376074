"""Moves: a table goes into the schema of its app, with its rows, indexes, sequences and rights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.db import connections
from django.db.models import ForeignKey
from psycopg.sql import SQL, Composed, Identifier

from appschemas.backend.session.current_role import acting_in_history
from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.database.holders import holders
from appschemas.database.privileges import ObjectKind
from appschemas.integrity.discovery import leaves_schema, table_of
from appschemas.replay.catalog_queries import asked
from appschemas.replay.tables.locations import Move


def move(moves: Iterable[Move], contract: Contract) -> None:
    """Move tables; foreign keys that then leave their schema are dropped.

    Args:
        moves: Of tables that no check is on.
        contract: Whose role of history has the rights of both owners.
    """
    moves = list(moves)
    for each in moves:
        with acting_in_history(each.new.name), connections[each.new.alias].cursor() as cursor:
            cursor.execute(_NOW)
            for statement in _statements(each, contract):
                cursor.execute(statement)
    if not moves:
        return
    crossing = list(asked("crossing", contract, tables=[each.table for each in moves]))
    for schema, table, name in crossing:
        home = contract[schema]
        with acting_in_history(home.name), connections[home.alias].cursor() as cursor:
            cursor.execute(_DROP_KEY.format(table=Identifier(schema, table), name=Identifier(name)))


def add_foreign_keys(moves: Iterable[Move], apps: Any, contract: Contract) -> None:
    """Make the foreign keys that crossed before the moves, and no longer do.

    Args:
        moves: What was moved.
        apps: The rendered models of the state after them.
        contract: Says where tables lie now.
    """
    tables = {each.table for each in moves}
    keyed: set[tuple[str, ...]] = set()
    for model in apps.get_models(include_auto_created=True):
        schema = contract.schema_of_table(model._meta.app_label, table_of(model))
        if schema is None or not model._meta.can_migrate(connections[schema.alias]):
            continue
        for field in model._meta.local_concrete_fields:
            if not _is_constrained(field) or leaves_schema(field, contract):
                continue
            if tables.isdisjoint({table_of(model), table_of(field.related_model)}):
                continue
            keyed = keyed or set(asked("keyed", contract))
            if (schema.name, table_of(model), field.column) not in keyed:
                _add_foreign_key(schema, model, field, contract)


# Private
# -------

# Triggers that wait for the end of the transaction would keep the table from being altered.
_NOW: Final = "SET CONSTRAINTS ALL IMMEDIATE"
_SET_SCHEMA: Final = SQL("ALTER TABLE {old} SET SCHEMA {schema}")
_OWNER: Final = SQL("ALTER TABLE {new} OWNER TO {owner}")
_REVOKE: Final = SQL("REVOKE ALL ON {kind} {name} FROM {roles}")
_GRANT: Final = SQL("GRANT {privileges} ON {kind} {name} TO {role}")
_DROP_KEY: Final = SQL("ALTER TABLE {table} DROP CONSTRAINT {name}")
_NOUNS: Final = {ObjectKind.TABLE: SQL("TABLE"), ObjectKind.SEQUENCE: SQL("SEQUENCE")}


def _statements(each: Move, contract: Contract) -> Iterator[Composed]:
    names = {
        "old": Identifier(each.old.name, each.table),
        "new": Identifier(each.new.name, each.table),
        "schema": Identifier(each.new.name),
        "owner": Identifier(each.new.owner),
    }
    yield _SET_SCHEMA.format(**names)
    yield _OWNER.format(**names)
    # Default privileges are for what is made, and nothing was.
    yield from _granted(ObjectKind.TABLE, each.table, each, contract)
    table = {"schema": each.new.name, "table": each.table}
    for (sequence,) in list(asked("sequences", contract, **table)):
        yield from _granted(ObjectKind.SEQUENCE, sequence, each, contract)


def _granted(kind: ObjectKind, name: str, each: Move, contract: Contract) -> Iterator[Composed]:
    version = connections[each.new.alias].pg_version
    on = {"kind": _NOUNS[kind], "name": Identifier(each.new.name, name)}
    before = dict.fromkeys(role for role, _ in holders(contract, each.old, kind, version))
    yield _REVOKE.format(roles=SQL(", ").join(map(Identifier, before)), **on)
    for role, privileges in holders(contract, each.new, kind, version):
        words = SQL(", ").join(map(SQL, privileges))
        yield _GRANT.format(privileges=words, role=Identifier(role), **on)


def _is_constrained(field: Any) -> bool:
    return isinstance(field, ForeignKey) and field.db_constraint


def _add_foreign_key(schema: Schema, model: Any, field: Any, contract: Contract) -> None:
    connection = connections[schema.alias]
    with connection.schema_editor(atomic=False) as editor:
        editor.located = contract
        statement = editor._create_fk_sql(model, field, "_fk_%(to_table)s_%(to_column)s")
        editor.execute(statement, params=None)
