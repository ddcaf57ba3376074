"""History: each schema's `django_migrations` records its own apps, and Django reads them as one.

Django has no seam here: the loader, the executor, `makemigrations` and `showmigrations` each make a
`MigrationRecorder` for a connection, and hold what it says against the graph of *all* apps. So what
one recorder of a schema answers is widened to all schemas, and what it writes goes to the schema of
the migration's app.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from psycopg import errors

from appschemas.backend.copied_tables import copied
from appschemas.backend.session.current_role import acts_alone
from appschemas.backend.session.statements.errors import RoleRefused
from appschemas.conf import get_contract, is_engine
from appschemas.contract.schema import DEFAULT_ALIAS, Schema
from appschemas.contract.subset import left_out, migrations_of
from appschemas.integrity.stand_ins import load_left_out

_Applied = dict[tuple[str, str], Any]


def install() -> None:
    """Let migrations know each other's schemas; those of other databases stay as they are."""
    if hasattr(MigrationRecorder, "appschemas"):
        return
    recorder: Any = MigrationRecorder
    recorder.appschemas = True
    recorder.has_table = _asking_by_name(recorder.has_table)
    recorder.applied_migrations = _reading_all(recorder.applied_migrations)
    recorder.record_applied = _writing_own(recorder.record_applied)
    recorder.record_unapplied = _writing_own(recorder.record_unapplied)
    loader: Any = MigrationLoader
    loader.load_disk = _loading_left_out(loader.load_disk)
    loader.project_state = _without_left_out(loader.project_state)
    loader.check_consistent_history = _once(loader.check_consistent_history)


def applied_in(schema: Schema) -> set[tuple[str, str]]:
    """The (app, name) pairs that this schema's own table records."""
    return set(_own(MigrationRecorder(connections[schema.alias]), schema))


def recorded_elsewhere() -> dict[tuple[str, str], Schema]:
    """The (app, name) pairs that the schema of the app does not record, and which other does."""
    contract = get_contract()
    every = [
        (each, schema)
        for schema in contract.installed
        if schema.alias in connections and not _is_out_of_reach(schema)
        for each in _rows(MigrationRecorder(connections[schema.alias]), schema)
    ]
    at_home = {(row.app, row.name) for row, schema in every if home_of(row.app) == schema}
    return {
        (row.app, row.name): schema
        for row, schema in every
        if contract.schema_of_app(row.app) is not None and (row.app, row.name) not in at_home
    }


def home_of(app_label: str) -> Schema | None:
    """The schema that records the migrations of an app: what no schema claims, the default one."""
    contract = get_contract()
    return contract.schema_of_app(app_label) or contract.schema_of_alias(DEFAULT_ALIAS)


def schema_of(of: Any) -> Schema | None:
    """The schema of a recorder or an executor; None for those of other databases."""
    connection = of.connection
    if not is_engine(connection.settings_dict.get("ENGINE")):
        return None
    return get_contract().schema_of_alias(connection.alias)


# Private
# -------


def _asking_by_name(original: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Once it is there it stays, as Django takes it."""

    def has_table(self: Any) -> bool:
        if schema_of(self) is None:
            return original(self)
        if not getattr(self, "appschemas_has_table", False):
            with self.connection.cursor() as cursor:
                self.appschemas_has_table = self.connection.introspection.has_table(
                    cursor, self.Migration._meta.db_table
                )
        return self.appschemas_has_table

    return has_table


def _reading_all(original: Callable[[Any], _Applied]) -> Callable[[Any], _Applied]:
    def applied_migrations(self: Any) -> _Applied:
        if schema_of(self) is None:
            return original(self)
        # What is stood in for has nothing to migrate.
        applied = _assumed((label, name) for label in left_out() for name in migrations_of(label))
        every = _on_disk() if acts_alone() else set()
        for schema in get_contract().schemas:
            if _is_out_of_reach(schema):
                # Whoever migrates one schema alone takes the others as they should be.
                applied |= _assumed(key for key in every if key[0] in schema.apps)
            elif schema.alias in connections:
                applied |= _own(MigrationRecorder(connections[schema.alias]), schema)
        return applied

    applied_migrations.__wrapped__ = original  # type: ignore[attr-defined]
    return applied_migrations


def _writing_own(original: Callable[..., None]) -> Callable[..., None]:
    def record(self: Any, app: str, name: str) -> None:
        schema, home = schema_of(self), home_of(app)
        if schema is None or home is None or home == schema or home.alias not in connections:
            return original(self, app, name)
        return original(MigrationRecorder(connections[home.alias]), app, name)

    return record


def _loading_left_out(original: Callable[[Any], None]) -> Callable[[Any], None]:
    """In a subset the migrations of installed apps still build on those of others."""

    def load_disk(self: Any) -> None:
        original(self)
        load_left_out(self)

    return load_disk


def _without_left_out(original: Callable[..., Any]) -> Callable[..., Any]:
    """Its models are not missed: what is left out has not been deleted."""

    def project_state(self: Any, *args: Any, **kwargs: Any) -> Any:
        state = original(self, *args, **kwargs)
        for key in [key for key in state.models if key[0] in left_out()]:
            del state.models[key]
        return state

    return project_state


def _once(original: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """`makemigrations` asks each alias; what one recorder of a schema says, all say."""

    def check_consistent_history(self: Any, connection: Any) -> None:
        if schema_of(MigrationRecorder(connection)) is None:
            return original(self, connection)
        if not getattr(self, "appschemas_consistent", False):
            original(self, connection)
            self.appschemas_consistent = True
        return None

    return check_consistent_history


def _assumed(keys: Iterable[tuple[str, str]]) -> _Applied:
    return {key: MigrationRecorder.Migration(app=key[0], name=key[1]) for key in keys}


def _on_disk() -> set[tuple[str, str]]:
    loader: Any = MigrationLoader(None, load=False)
    loader.load_disk()
    return set(loader.disk_migrations)


def _is_out_of_reach(schema: Schema) -> bool:
    return acts_alone() not in ("", schema.name)


def _own(recorder: Any, schema: Schema) -> _Applied:
    """What a schema records of its own apps."""
    rows = _rows(recorder, schema)
    return {(row.app, row.name): row for row in rows if home_of(row.app) == schema}


def _rows(recorder: Any, schema: Schema) -> list[Any]:
    """All that it records, read without running what its owner may have put into an index."""
    table = recorder.Migration._meta.db_table
    try:
        if not recorder.has_table():
            return []
        with copied(recorder.connection, schema.name, table, *_COLUMNS) as copy:
            return [recorder.Migration(*row) for row in copy.rows()]
    except RoleRefused as error:
        if isinstance(error.__cause__, errors.InvalidParameterValue):
            return []  # No such role: the contract is not applied yet, and so no migration is.
        raise


# Names and types, in the order of the model's fields.
_COLUMNS: Final = (
    ("id", "app", "name", "applied"),
    ("bigint", "varchar", "varchar", "timestamptz"),
)
