"""A run of migrations: each in its app's schema, tables and keys where they belong after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.db import DatabaseError, InternalError, connections
from django.db.migrations import Migration

from appschemas.contract.contract import Contract
from appschemas.contract.schema import DEFAULT_ALIAS, Schema
from appschemas.integrity.held_indexes import refuse_to_drop_held
from appschemas.replay.data_migrations import reaching_all, with_history
from appschemas.replay.keys.changes import may_change_keys
from appschemas.replay.keys.checks import KeyChecks, KeysViolated
from appschemas.replay.tables.locations import TableLocations
from appschemas.replay.tables.moves import add_foreign_keys, move
from appschemas.replay.walk import apply_migration


class MigrationRun:
    """Migrations that run one after the other in a database.

    Args:
        contract: Says where each app's tables belong.
        state: The state that the database is in; None for an empty one.
        checks: Of keys, which are kept as they must be; None where others make them.
    """

    def __init__(
        self, contract: Contract, state: Any = None, checks: KeyChecks | None = None
    ) -> None:
        self._contract = contract
        self._locations = TableLocations(contract, state)
        self._checks = checks

    @property
    def located(self) -> Contract:
        """The contract, with the tables that do not lie in their app's schema yet."""
        return self._locations.contract

    def apply(self, migration: Migration, state: Any, editor: Any) -> Any:
        """Run a migration forwards; the state that it leads to.

        Args:
            migration: Of an app of the contract.
            state: Before it; it is changed.
            editor: Of the alias of its schema.
        """
        schema, checks = self._schema(migration), self._checks_for(migration, state)
        if checks:
            before, after = state.clone(), migration.mutate_state(state)
            checks.loosen(migration, before.apps, after.apps, self.located)
        with self._reach(migration, schema, editor):
            placed = self._placed(migration, state, editor)
            state = apply_migration(placed, state, editor, schema.apps)
        self._settle(migration, state, editor, checks)
        return state

    def unapply(self, migration: Migration, state: Any, editor: Any) -> Any:
        """Undo a migration; the state that it leads to.

        Args:
            migration: Of an app of the contract.
            state: The one before the migration.
            editor: Of the alias of its schema.
        """
        schema, after = self._schema(migration), migration.mutate_state(state)
        checks = self._checks_for(migration, after)
        if checks:
            checks.loosen(migration, after.apps, state.apps, self.located, backwards=True)
        with self._reach(migration, schema, editor):
            state = self._placed(migration, after, editor).unapply(state, editor)
        self._settle(migration, state, editor, checks)
        return state

    def begin(self, state: Any) -> None:
        """Make the checks that a run which was killed has left out.

        Raises:
            KeysViolated: rows hold keys of no row.
        """
        if self._checks and not self._checks.at_end:
            self._checks.make_all(state.apps, self.located)
            self._checks.look_up()

    def committed(self) -> None:
        """A migration is over; what could wait until then is looked up.

        Raises:
            KeysViolated: rows hold keys of no row; the migration stays, and its checks.
        """
        if self._checks and not self._checks.at_end:
            self._checks.look_up()

    def finish(self, state: Any) -> None:
        """Make those that could wait until now.

        Raises:
            KeysViolated: rows that the migrations wrote hold keys of no row.
        """
        if self._checks and self._checks.at_end:
            self._checks.make_all(state.apps, self.located)

    def break_off(self, state: Callable[[], Any]) -> None:
        """The same, where a migration has failed: `state` says how far the others have come."""
        if self._checks and self._checks.at_end and not connections[DEFAULT_ALIAS].in_atomic_block:
            # What they say is said by the next run, which makes them first.
            with suppress(KeysViolated, DatabaseError):
                self.finish(state())

    def faked(self, migration: Migration, state: Any) -> None:
        """A migration is recorded only, or undone so, and the models are those of `state`."""
        self._locations.follow(migration, state)

    # Private
    # -------

    def _schema(self, migration: Migration) -> Schema:
        schema = self._contract.schema_of_app(migration.app_label)
        assert schema is not None  # noqa: S101 - others run as Django runs them
        return schema

    def _placed(self, migration: Migration, state: Any, editor: Any) -> Migration:
        editor.makes_key_constraints, editor.located = False, self.located
        return with_history(migration, state, self._contract)

    def _checks_for(self, migration: Migration, state: Any) -> KeyChecks | None:
        checks = self._checks
        if checks is None or checks.at_end or not may_change_keys(migration, state):
            return None
        return checks

    @contextmanager
    def _reach(self, migration: Migration, schema: Schema, editor: Any) -> Iterator[None]:
        """All schemas, where a table of the app still lies in another than the app's."""
        try:
            if not self._locations.is_misplaced(migration.app_label):
                yield
                return
            with reaching_all(schema, self._contract):
                yield
                _flush(editor)
        except InternalError as error:
            refuse_to_drop_held(error, self._checks.there if self._checks else ())
            raise

    def _settle(
        self, migration: Migration, state: Any, editor: Any, checks: KeyChecks | None
    ) -> None:
        moves = self._locations.follow(migration, state)
        if moves:
            _flush(editor)
            if self._checks:
                self._checks.make_room(moves)
            move(moves, self._contract)
            self._locations.moved(moves)
            add_foreign_keys(moves, state.clone().apps, self.located)
        if self._checks and (checks or moves):
            self._checks.tighten()


def _flush(editor: Any) -> None:
    """Run what the editor keeps for its end, while tables lie where it believes them."""
    for statement in editor.deferred_sql:
        editor.execute(statement, None)
    editor.deferred_sql.clear()
