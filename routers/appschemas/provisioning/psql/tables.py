"""Tables of one schema, for psql: what its migrations make, and that they were applied."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any, Final

from django.contrib.postgres.operations import CreateExtension
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState
from psycopg.sql import SQL, Identifier, Literal

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.database.model_state import ModelState
from appschemas.provisioning.psql.script import comment, identifier, literals, script
from appschemas.replay.walk import apply_migration, run_operation


def table_scripts(contract: Contract) -> Iterator[tuple[str, str]]:
    """30_tables/<schema>.sql by the schema's name; needs Django's apps, and no database."""
    collected = _migrations(contract)
    tables: dict[str, list[str]] = {schema.name: [] for schema in contract.schemas}
    for name, table in sorted(ModelState.of(contract).tables):
        tables[name].append(table)
    for schema in contract.schemas:
        if not (lines := collected[schema.name]):
            continue
        connection = connections[schema.alias]
        with connection.schema_editor(collect_sql=True, atomic=False) as editor:
            editor.makes_key_constraints = False
            editor.create_model(MigrationRecorder.Migration)
        lines = [*editor.collected_sql, *lines]
        path = _SET_PATH.format(
            schema=Identifier(schema.name), extensions=Identifier(contract.extensions)
        ).as_string(None)
        text = _TABLES.format(
            schema=literals([schema.name]),
            schemas=literals(each.name for each in contract.schemas),
            tables=literals(tables[schema.name] or [""]),
            owner=identifier(schema.owner),
            path=path,
            lines="\n".join(lines),
        )
        what = f"The tables of {schema.name}, as its migrations make them."
        yield schema.name, script(what, _WHO, [text], [schema.owner])


# Private
# -------

_WHO: Final = (
    "Run by the same login or the migrator, or not at all: migrate does it. Skips what has tables."
)
_SET_PATH: Final = SQL("SET LOCAL search_path TO {schema}, {extensions}, pg_temp")
_RECORD: Final = SQL(
    "INSERT INTO django_migrations (app, name, applied) VALUES ({app}, {name}, pg_catalog.now())"
)
# A project whose tables lie elsewhere, with rows, would go on with empty ones: those that are made
# here, or that were made before.
_TABLES: Final = """\
SELECT count(*) = 0 AS is_fresh
  FROM pg_class
 WHERE relnamespace = to_regnamespace({schema}) AND relname = 'django_migrations' \\gset
DO $tables$
DECLARE
  full_one regclass;
  copied regclass;
BEGIN
  SELECT c.oid, own.oid INTO full_one, copied
    FROM pg_class c
    JOIN pg_class m ON m.relnamespace = c.relnamespace AND m.relname = 'django_migrations'
    JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_class own
      ON own.relnamespace = to_regnamespace({schema})
     AND own.relname = c.relname AND own.relkind IN ('r', 'p')
   WHERE c.relname IN ({tables})
     AND n.nspname NOT IN ({schemas})
     AND c.relkind IN ('r', 'p')
     AND (pg_relation_size(c.oid) > 0
       OR EXISTS (SELECT FROM pg_partition_tree(c.oid) p
                   WHERE pg_relation_size(p.relid) > 0))
     AND CASE WHEN own.oid IS NULL
              THEN NOT EXISTS (SELECT FROM pg_class r
                                WHERE r.relnamespace = to_regnamespace({schema})
                                  AND r.relname = 'django_migrations')
              ELSE pg_relation_size(own.oid) = 0
               AND NOT EXISTS (SELECT FROM pg_partition_tree(own.oid) p
                                WHERE pg_relation_size(p.relid) > 0) END
   ORDER BY c.relname LIMIT 1;
  IF copied IS NOT NULL THEN
    RAISE EXCEPTION 'table % has no row, and % of no schema of the contract has rows',
      copied, full_one
      USING HINT = 'Whoever goes on with an empty copy misses the rows. manage.py schema_split '
        'says how copies get out of the way of the project''s own tables.';
  ELSIF full_one IS NOT NULL THEN
    RAISE EXCEPTION 'table % has rows, and lies in no schema of the contract', full_one
      USING HINT = 'Tables made here would be empty ones beside it. Move the tables first.';
  END IF;
END
$tables$;
\\if :is_fresh
SET LOCAL ROLE {owner};
{path};
{lines}
RESET ROLE;
\\endif"""


def _migrations(contract: Contract) -> dict[str, list[str]]:
    """The SQL of every migration by schema, from one walk through the history of all apps."""
    loader = MigrationLoader(None)
    state: Any = ProjectState(real_apps=loader.unmigrated_apps)
    collected: dict[str, list[str]] = {schema.name: [] for schema in contract.schemas}
    graph: Any = loader.graph
    for key in graph._generate_plan(nodes=graph.leaf_nodes(), at_end=True):
        migration = graph.nodes[key]
        schema = contract.schema_of_app(migration.app_label)
        if schema is None:
            state = migration.mutate_state(state, preserve=False)
            continue
        state = _collect(migration, state, schema, collected[schema.name])
    return collected


def _collect(migration: Any, state: Any, schema: Schema, lines: list[str]) -> Any:
    connection = connections[schema.alias]
    with connection.schema_editor(collect_sql=True, atomic=False) as editor:
        editor.makes_key_constraints = False
        state = apply_migration(
            _without_extensions(migration), state, editor, schema.apps, _described
        )
    lines.append(f"-- {migration}")
    # Django says what an operation does, with names in it.
    lines.extend(
        comment(line[3:]) if line.startswith("-- ") else line for line in editor.collected_sql
    )
    record = _RECORD.format(app=Literal(migration.app_label), name=Literal(migration.name))
    lines.append(record.as_string(None) + ";")
    return state


def _described(operation: Any, app_label: str, editor: Any, before: Any, after: Any) -> None:
    """The SQL of an operation, under what it is for, as Django's sqlmigrate shows it."""
    editor.collected_sql += ["--", f"-- {operation.describe()}", "--"]
    if not operation.reduces_to_sql:
        editor.collected_sql.append("-- THIS OPERATION CANNOT BE WRITTEN AS SQL")
        return
    collected = len(editor.collected_sql)
    run_operation(operation, app_label, editor, before, after)
    if len(editor.collected_sql) == collected:
        editor.collected_sql.append("-- (no-op)")


def _without_extensions(migration: Any) -> Any:
    """The migration but for extensions: 20_schemas.sql has made them, and they ask a database."""
    rendered = copy(migration)
    rendered.operations = [
        each for each in migration.operations if not isinstance(each, CreateExtension)
    ]
    return rendered
