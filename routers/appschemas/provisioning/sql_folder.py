"""Rendering: `sql/`, what the database will run, for a DBA to read and to run with psql."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from io import StringIO
from pathlib import Path
from typing import Any, Final

from django.contrib.postgres.operations import CreateExtension
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState
from psycopg.sql import SQL, Composed, Identifier, Literal

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.exceptions import AppSchemasError
from appschemas.integrity.constraints import key_triggers
from appschemas.integrity.discovery import installed_references
from appschemas.integrity.references import key_constraints_of
from appschemas.provisioning.psql_scripts import scripts

_HEADER: Final = """\
-- Rendered from the contract by: manage.py schema_sql
-- {what}
"""
_SET_ROLE: Final = SQL("SET ROLE {role}")
_SET_PATH: Final = SQL("SET search_path TO {schema}, {extensions}, pg_temp")
_RECORD: Final = SQL(
    "INSERT INTO django_migrations (app, name, applied) VALUES ({app}, {name}, pg_catalog.now())"
)
_IS_FRESH: Final = SQL("SELECT pg_catalog.to_regclass({table}) IS NULL AS fresh")


def render(contract: Contract) -> dict[str, str]:
    """The files of `sql/` by their path below it, in the order in which they run.

    Needs Django's apps, and no database.
    """
    files = dict(_privileges(contract))
    files |= {f"30_tables/{name}.sql": text for name, text in _tables(contract) if text}
    files |= {f"40_checks/{name}.sql": text for name, text in _checks(contract)}
    index = _HEADER.format(what="Everything, in order: psql -v ON_ERROR_STOP=1 -f all.sql")
    index += "\\set ON_ERROR_STOP on\n"
    index += "".join(f"\\ir {name}\n" for name in sorted(files))
    return {"all.sql": index, **files}


def stale(files: Mapping[str, str], folder: Path) -> list[str]:
    """The paths below `folder` that differ from what is rendered, are missing or left over."""
    there = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.sql")
    }
    return sorted(name for name in files.keys() | there if files.get(name) != there.get(name))


def write(files: Mapping[str, str], folder: Path) -> list[str]:
    """Make `folder` hold exactly `files`; returns what had to change.

    Raises:
        AppSchemasError: the folder cannot be written.
    """
    changed = stale(files, folder)
    try:
        for name in changed:
            path = folder / name
            if name in files:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(files[name], encoding="utf-8")
            else:
                path.unlink()
    except OSError as error:
        raise AppSchemasError(f"{error.filename}: {error.strerror}") from None
    return changed


# Private
# -------


def _privileges(contract: Contract) -> Iterator[tuple[str, str]]:
    for name, (what, statements) in scripts(contract).items():
        yield name, _HEADER.format(what=what) + _script(statements)


def _checks(contract: Contract) -> Iterator[tuple[str, str]]:
    constraints = key_constraints_of(installed_references(contract))
    for schema in contract.schemas:
        own = [constraint for constraint in constraints if constraint.schema == schema.name]
        if not own:
            continue
        what = f"The checks of the keys that {schema.name} holds of other schemas"
        text = _HEADER.format(what=what) + "BEGIN;\nSET LOCAL lock_timeout = '5s';\n"
        role = ""
        for constraint in own:
            for reference in constraint.references:
                text += _comment(str(reference)) + "\n"
            for statement in key_triggers.create(constraint, contract, validate=True):
                if statement.role != role:
                    role = statement.role
                    text += _SET_ROLE.format(role=Identifier(role)).as_string(None) + ";\n"
                text += statement.sql.as_string(None) + ";\n"
        yield schema.name, text + "RESET ROLE;\nCOMMIT;\n"


def _tables(contract: Contract) -> Iterator[tuple[str, str]]:
    collected = _migrations(contract)
    for schema in contract.schemas:
        lines = collected[schema.name]
        if not lines:
            continue
        recorder = MigrationRecorder.Migration
        connection = connections[schema.alias]
        with connection.schema_editor(collect_sql=True, atomic=False) as editor:
            editor.makes_key_constraints = False
            editor.create_model(recorder)
        what = f"The tables of {schema.name}, as its migrations make them; once, on an empty schema"
        fresh = _IS_FRESH.format(table=Literal(f"{schema.name}.django_migrations"))
        path = _SET_PATH.format(
            schema=Identifier(schema.name), extensions=Identifier(contract.extensions)
        )
        yield (
            schema.name,
            _HEADER.format(what=what)
            + f"{fresh.as_string(None)} \\gset\n\\if :fresh\nBEGIN;\n"
            + "SET LOCAL lock_timeout = '5s';\n"
            + _script([_SET_ROLE.format(role=Identifier(schema.owner)), path])
            + "\n".join([*editor.collected_sql, *lines])
            + "\nRESET ROLE;\nRESET search_path;\nCOMMIT;\n\\endif\n",
        )


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


def _comment(text: str) -> str:
    """One line, whatever is in it: a name may have line breaks, after which psql would go on."""
    return f"-- {' '.join(text.splitlines())}"


def _collect(migration: Any, state: Any, schema: Schema, lines: list[str]) -> Any:
    connection = connections[schema.alias]
    with connection.schema_editor(collect_sql=True, atomic=False) as editor:
        editor.makes_key_constraints = False
        state = _without_extensions(migration).apply(state, editor, collect_sql=True)
    lines.append(f"-- {migration}")
    # Django says what an operation does, with names in it.
    lines.extend(
        _comment(line[3:]) if line.startswith("-- ") else line for line in editor.collected_sql
    )
    record = _RECORD.format(app=Literal(migration.app_label), name=Literal(migration.name))
    lines.append(record.as_string(None) + ";")
    return state


def _without_extensions(migration: Any) -> Any:
    """The migration but for extensions: 20_schemas.sql has made them, and they ask a database."""
    rendered = copy(migration)
    rendered.operations = [
        each for each in migration.operations if not isinstance(each, CreateExtension)
    ]
    return rendered


def _script(statements: Iterable[Composed | str]) -> str:
    script = StringIO()
    for statement in statements:
        if isinstance(statement, str):
            script.write(f"{statement}\n")
        else:
            script.write(statement.as_string(None) + ";\n")
    return script.getvalue()
