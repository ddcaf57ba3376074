"""Relocation: tables of apps that the contract has put into another schema follow them.

What a migration does with a table whose model changes its app is done here with all tables of an
app: rows, indexes, sequences, rights and checks go along, and so does what its migrations recorded.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from psycopg.sql import SQL, Identifier

from appschemas.backend.session.current_role import acting_in_history
from appschemas.conf import get_contract
from appschemas.contract.contract import Contract
from appschemas.contract.schema import DEFAULT_ALIAS, KEYS_SCHEMA, Schema
from appschemas.database.apply.lock_timeout import limit_lock_waits
from appschemas.database.plan.changes import listed
from appschemas.exceptions import AppSchemasError, MigrationOrderError
from appschemas.patches.migration_history import recorded_elsewhere
from appschemas.replay.catalog_queries import asked
from appschemas.replay.keys.checks import KeyChecks
from appschemas.replay.tables.locations import Move, TableLocations
from appschemas.replay.tables.moves import add_foreign_keys, move


@dataclass(frozen=True, slots=True, order=True)
class MovedHistory:
    """What an app's migrations recorded in one schema, and belongs into another."""

    app: str
    records: int
    old: Schema
    new: Schema


class Relocation:
    """What lies elsewhere than the contract says; of the migrator's login, in every schema.

    Args:
        contract: Where things belong; the schemas in which they lie are in it, too.
    """

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        executor: Any = MigrationExecutor(connections[DEFAULT_ALIAS])
        elsewhere = recorded_elsewhere()
        # They have run, wherever that is recorded.
        executor.loader.applied_migrations |= dict.fromkeys(elsewhere)
        self._state = executor._create_project_state(with_applied_migrations=True)
        self._locations = TableLocations(contract, self._state)
        self.moves = sorted(
            Move(table, contract[old], home)
            for app, table, old in self._locations.contract.elsewhere
            if (home := contract.schema_of_app(app)) is not None
        )
        counted = Counter((app, old) for (app, _), old in elsewhere.items())
        self.history = sorted(
            MovedHistory(app, count, old, home)
            for (app, old), count in counted.items()
            if (home := contract.schema_of_app(app)) is not None
        )

    def code(self) -> list[tuple[str, str]]:
        """(table, what runs on it) of what the owners that the tables leave have put there."""
        tables = [each.table for each in self.moves]
        homes = sorted({side.name for each in self.moves for side in (each.old, each.new)})
        words = {"tables": tables, "homes": homes, "functions": KEYS_SCHEMA, "texts": _TEXTS}
        return [(table, what) for _, table, what in asked("code", self._contract, **words)]

    def run(self, lock_timeout: str, *, with_code: bool) -> None:
        """Move all of it, in one transaction; keys of large tables are looked up after it.

        Args:
            lock_timeout: How long to wait for each lock, as PostgreSQL writes durations.
            with_code: Whether what owners have put on the tables may go along with them.

        Raises:
            KeysViolated: rows hold keys of no row.
            AppSchemasError: some would.
        """
        contract, checks = self._contract, KeyChecks(self._contract, at_end=False)
        declared = checks.pairs
        with transaction.atomic(using=DEFAULT_ALIAS):
            limit_lock_waits(DEFAULT_ALIAS, lock_timeout)
            names = [schema.name for schema in contract.schemas]
            lies_in = {each.old.name for each in self.moves}
            # Of the schema that they leave, what it held there is not declared any more.
            checks.pairs = declared | {
                pair for old in lies_in for name in names for pair in ((old, name), (name, old))
            }
            checks.make_all(self._state.apps, self._locations.contract)
            checks.make_room(self.moves)
            move(self.moves, contract)
            # Nobody puts anything on them any more.
            if not with_code and (code := self.code()):
                raise AppSchemasError(
                    f"What its owner has put on a table would go along with it, and run with the "
                    f"rights of those who use it then: {listed(what for _, what in code)}. Nothing "
                    "was changed. Read it, then drop it, or let it go along: --with-code"
                )
            self._locations.moved(self.moves)
            checks.pairs = declared
            add_foreign_keys(self.moves, self._state.clone().apps, self._locations.contract)
            checks.tighten()
            for each in self.history:
                _move_records(each)
        checks.look_up()


def refuse_moved_apps() -> None:
    """Refuse to make a table anew that lies, with its history, where its app was before.

    Raises:
        MigrationOrderError: there is one.
    """
    for (app, _), old in recorded_elsewhere().items():
        new = get_contract().schema_of_app(app)
        raise MigrationOrderError(
            f"The migrations of app {app!r} are recorded in schema {old.name!r}, and the contract "
            f"has the app in {new.name if new else ''!r}. Nothing was changed. Move its tables and "
            "their history first: manage.py schema_move; where the app was never there, somebody "
            f"has written into {old.name}.django_migrations what does not belong there: delete it"
        )


# Private
# -------

# Functions of PostgreSQL's own that run a text.
_TEXTS: Final = "_to_xml|ts_stat|ts_rewrite"
_TAKE: Final = SQL(
    "WITH taken AS (DELETE FROM {old} WHERE app = %s RETURNING app, name, applied)"
    " INSERT INTO {new} (app, name, applied) SELECT app, name, applied FROM taken ORDER BY applied"
)


def _move_records(each: MovedHistory) -> None:
    table = MigrationRecorder.Migration._meta.db_table
    MigrationRecorder(connections[each.new.alias]).ensure_schema()
    names = {"old": Identifier(each.old.name, table), "new": Identifier(each.new.name, table)}
    with acting_in_history(each.new.name), connections[each.new.alias].cursor() as cursor:
        cursor.execute(_TAKE.format(**names), [each.app])
