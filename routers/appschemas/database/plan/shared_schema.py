"""The shared schema: a database in which the project's tables lie with their rows elsewhere.

It is where every project comes from. To make schemas and tables beside such tables would leave the
project with empty ones, and its rows with nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from typing import Any, Final, LiteralString

from psycopg import Connection, Cursor

from appschemas.contract.contract import Contract
from appschemas.database.model_state import ModelState
from appschemas.exceptions import NotSplit


def refuse_shared_schema(
    connection: Connection[Any], contract: Contract, models: ModelState
) -> None:
    """Refuse to go on where tables of the models lie, with rows, in no schema of the contract.

    A schema counts as theirs where Django's record of migrations lies outside of the contract's,
    beside them or, by a path of several schemas, elsewhere.

    Args:
        connection: Any login's: catalogs are open to all. Of an alias it may be, too, and nothing
            switches to a role that may not be there yet.
        contract: The schemas of this database.
        models: What the models say.

    Raises:
        NotSplit: saying which tables, and what to do.
    """
    homes = {table: schema for schema, table in models.tables if schema in contract}
    names = [*homes, _RECORD]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for schema, table in _asked(connection, _TABLES, names):
        found[schema].add(table)
    recorded = {schema for schema, tables in found.items() if _RECORD in tables}
    others = {schema: tables for schema, tables in found.items() if schema not in contract}
    if recorded and recorded <= others.keys():
        # Where nothing was migrated in the contract's schemas yet, any other may be one of before.
        recorded = set(others)
    for schema, tables in sorted(others.items()):
        if schema not in recorded:
            continue
        strays = {table for table in tables if table in homes and table not in found[homes[table]]}
        begun = _is_begun(connection, contract)
        if lost := sorted(strays if begun else _filled(connection, schema, strays)):
            raise NotSplit(_told(schema, lost))


# Private
# -------

_RECORD: Final = "django_migrations"
# Of the catalog alone, which no lock on a table keeps waiting.
_TABLES: Final = """
SELECT n.nspname, c.relname
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relname = ANY (%s) AND c.relkind IN ('r', 'p')
   AND n.nspname NOT LIKE 'pg\\_%%' AND n.nspname <> 'information_schema'
"""
_BEGUN: Final = """
SELECT true
  FROM pg_catalog.pg_namespace n
  JOIN pg_catalog.pg_roles r ON r.oid = n.nspowner
 WHERE n.nspname = %s AND r.rolname = %s
   AND pg_catalog.obj_description(n.oid, 'pg_namespace') LIKE '%% appschemas:split %%'
"""
# What has a page has, or had, a row.
_FILLED: Final = """
SELECT c.relname
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = %s AND c.relname = ANY (%s) AND c.relkind IN ('r', 'p')
   AND (pg_catalog.pg_relation_size(c.oid) > 0
     OR EXISTS (SELECT FROM pg_catalog.pg_partition_tree(c.oid) p
                 WHERE pg_catalog.pg_relation_size(p.relid) > 0))
"""


def _is_begun(connection: Connection[Any], contract: Contract) -> bool:
    """Whether a split is under way, which goes on with tables without a row, too."""
    holder = [contract.extensions, contract.extensions_owner]
    return bool(_asked(connection, _BEGUN, *holder))


def _filled(connection: Connection[Any], schema: str, tables: Set[str]) -> list[str]:
    if not tables:
        return []
    return [table for (table,) in _asked(connection, _FILLED, schema, sorted(tables))]


def _asked(connection: Connection[Any], query: LiteralString, *words: Any) -> list[Any]:
    """By psycopg's own cursor: those of an alias act as a role of its schema."""
    return Cursor(connection).execute(query, words).fetchall()


def _told(schema: str, tables: list[str]) -> str:
    first = tables[0]
    more = f" and {len(tables) - 1} more tables" if len(tables) > 1 else ""
    return (
        f"Table {schema}.{first}{more} of the project lie{'' if more else 's'}, with rows, in "
        f"{schema}, and not in the schemas of the contract: tables made there would be empty ones "
        "beside these. Nothing was changed. Let them move while the project runs on: "
        "manage.py schema_split shows what that takes, and where a split that has begun stands."
    )
