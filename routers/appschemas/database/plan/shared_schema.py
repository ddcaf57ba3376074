"""The shared schema: a database in which the project's tables lie with their rows elsewhere.

It is where every project comes from. To make schemas and tables beside such tables would leave the
project with empty ones, and its rows with nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import Any, Final, LiteralString

from psycopg import Connection, Cursor

from appschemas.contract.contract import Contract
from appschemas.database.model_state import ModelState
from appschemas.exceptions import NotSplit


def refuse_shared_schema(
    connection: Connection[Any], contract: Contract, models: ModelState
) -> None:
    """Refuse to go on where tables of the models lie, with rows, in no schema of the contract.

    Nor may anybody go on with empty copies of them that were made in their schemas. A schema counts
    as theirs where Django's record of migrations lies outside of the contract's, beside them or, by
    a path of several schemas, elsewhere.

    Args:
        connection: Any login's: catalogs are open to all. Of an alias it may be, too, and nothing
            switches to a role that may not be there yet.
        contract: The schemas of this database.
        models: What the models say.

    Raises:
        NotSplit: saying which tables, and what to do.
    """
    homes = _homes(contract, models)
    found = _found(connection, homes)
    _refuse_taken_name(connection, contract, homes, found)
    recorded = {schema for schema, tables in found.items() if _RECORD in tables}
    others = {schema: tables for schema, tables in found.items() if schema not in contract}
    if recorded and recorded <= others.keys():
        # Where nothing was migrated in the contract's schemas yet, any other may be one of before.
        recorded = set(others)
    for schema in sorted(recorded & others.keys(), key=lambda name: (-len(others[name]), name)):
        here = {(schema, table) for table in others[schema] if table in homes}
        copied = {each for each in here if each[1] in found[homes[each[1]]]}
        lost = here - copied
        if not _is_begun(connection, contract):
            lost = _filled(connection, lost)
        if lost:
            raise NotSplit(_told(schema, sorted(lost)))
        copies = {(homes[table], table) for _, table in _filled(connection, copied)}
        if empty := copies - _filled(connection, copies):
            raise NotSplit(_told_of_copies(schema, sorted(empty)))


def refuse_taken_name(connection: Connection[Any], contract: Contract, models: ModelState) -> None:
    """Refuse to go on where the tables lie in a schema of before that has a name of the contract.

    It is one of before as long as it is not its owner's whom the contract says.

    Args:
        connection: Any login's.
        contract: The schemas of this database.
        models: What the models say.

    Raises:
        NotSplit: saying which name.
    """
    homes = _homes(contract, models)
    _refuse_taken_name(connection, contract, homes, _found(connection, homes))


def refuse_begun_split(connection: Connection[Any], contract: Contract) -> None:
    """Refuse to go on where a split is under way, which has not come to its end or back.

    Args:
        connection: Any login's.
        contract: The schemas of this database.

    Raises:
        NotSplit: saying so.
    """
    if _is_begun(connection, contract):
        raise NotSplit(
            "A split is under way here: what it needs for the way back, and the checks in the "
            "place of its foreign keys, would be gone. Nothing was changed. First put it back: "
            "manage.py schema_split --undo, or end it: manage.py schema_split --status says how."
        )


# Private
# -------

# Schema and name.
_Table = tuple[str, str]
_RECORD: Final = "django_migrations"
# Of the catalog alone, which no lock on a table keeps waiting.
_TABLES: Final = """
SELECT n.nspname, c.relname
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relname = ANY (%s) AND c.relkind IN ('r', 'p')
   AND n.nspname NOT LIKE 'pg\\_%%' AND n.nspname <> 'information_schema'
"""
_OWNERS: Final = """
SELECT n.nspname, r.rolname
  FROM pg_catalog.pg_namespace n
  JOIN pg_catalog.pg_roles r ON r.oid = n.nspowner
 WHERE n.nspname = ANY (%s)
 ORDER BY n.nspname
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
SELECT n.nspname, c.relname
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE (n.nspname, c.relname) IN (SELECT * FROM ROWS FROM (
         pg_catalog.unnest(%s::text[]), pg_catalog.unnest(%s::text[])))
   AND c.relkind IN ('r', 'p')
   AND (pg_catalog.pg_relation_size(c.oid) > 0
     OR EXISTS (SELECT FROM pg_catalog.pg_partition_tree(c.oid) p
                 WHERE pg_catalog.pg_relation_size(p.relid) > 0))
"""


def _refuse_taken_name(
    connection: Connection[Any],
    contract: Contract,
    homes: Mapping[str, str],
    found: Mapping[str, set[str]],
) -> None:
    owners = {schema.name: schema.owner for schema in contract.schemas}
    owners[contract.extensions] = contract.extensions_owner
    for schema, owner in _asked(connection, _OWNERS, sorted(found.keys() & owners.keys())):
        strays = {
            (schema, table)
            for table in found[schema] & homes.keys()
            if homes[table] != schema and table not in found[homes[table]]
        }
        if owner == owners[schema] or _RECORD not in found[schema]:
            continue
        if lost := _filled(connection, strays):
            raise NotSplit(_told_of_name(schema, owner, sorted(lost)))


def _homes(contract: Contract, models: ModelState) -> dict[str, str]:
    return {table: schema for schema, table in models.tables if schema in contract}


def _found(connection: Connection[Any], homes: Iterable[str]) -> defaultdict[str, set[str]]:
    """The tables of these names and the records, by the schemas in which they lie."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for schema, table in _asked(connection, _TABLES, [*homes, _RECORD]):
        found[schema].add(table)
    return found


def _is_begun(connection: Connection[Any], contract: Contract) -> bool:
    """Whether a split is under way, which goes on with tables without a row, too."""
    holder = [contract.extensions, contract.extensions_owner]
    return bool(_asked(connection, _BEGUN, *holder))


def _filled(connection: Connection[Any], tables: Set[_Table]) -> set[_Table]:
    """Those that have rows, or had some."""
    if not tables:
        return set()
    schemas, names = zip(*sorted(tables), strict=True)
    return set(_asked(connection, _FILLED, list(schemas), list(names)))


def _asked(connection: Connection[Any], query: LiteralString, *words: Any) -> list[Any]:
    """As whoever is logged in: what an alias shows acts as a role of its schema, by any cursor."""
    sending = getattr(connection, "sending", connection)
    return Cursor(sending).execute(query, words).fetchall()


def _told(schema: str, tables: list[_Table]) -> str:
    return (
        f"{_named(tables)} of the project lie{'' if tables[1:] else 's'}, with rows, in "
        f"{schema}, and not in the schemas of the contract: tables made there would be empty ones "
        "beside these. Nothing was changed. Let them move while the project runs on: "
        "manage.py schema_split shows what that takes, and where a split that has begun stands."
    )


def _told_of_copies(schema: str, tables: list[_Table]) -> str:
    return (
        f"{_named(tables)} ha{'ve' if tables[1:] else 's'} no row, and {schema} has the same with "
        "rows: those here are empty copies, and whoever goes on misses the rows. Nothing was "
        "changed. manage.py schema_split says how copies get out of the way of the project's own. "
        f"If nobody misses what {schema} has, drop it there."
    )


def _told_of_name(schema: str, owner: str, tables: list[_Table]) -> str:
    return (
        f"{_named(tables)} of the project lie{'' if tables[1:] else 's'}, with rows, in {schema}: "
        f"a schema of {owner}, whose name the contract gives to one of its own. What runs there "
        "would lose its rights. Nothing was changed. Give the one of the contract another name, in "
        "its file; then manage.py schema_split shows how the tables move."
    )


def _named(tables: list[_Table]) -> str:
    first, more = ".".join(tables[0]), len(tables) - 1
    return f"Table {first}" + (f" and {more} more table{'s' if more > 1 else ''}" if more else "")
