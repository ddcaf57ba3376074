"""Locations: in which schema each table lies while migrations run.

A table belongs to the schema of the apps that claim it. While apps of several schemas do, in the
middle of a model's move from one to another, it stays where it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from django.db.migrations import CreateModel, RunPython, RunSQL, SeparateDatabaseAndState

from appschemas.backend.session.current_role import acts_alone
from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.replay.catalog_queries import asked
from appschemas.replay.tables.claims import claims_of, tables_of


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """A table that lies in one schema and belongs to another."""

    table: str
    old: Schema
    new: Schema


class TableLocations:
    """What is known of the tables that the models of a state have.

    `contract` says where each of them lies.

    Args:
        contract: Where they belong.
        state: The state that the database is in; None for an empty one.
    """

    def __init__(self, contract: Contract, state: Any = None) -> None:
        self.contract = contract
        self._home = contract
        labels = [app for schema in contract.installed for app in schema.apps]
        self._claims = claims_of(state, labels) if state else {}
        self._lies: defaultdict[str, set[str]] = defaultdict(set)
        self._look({table for tables in self._claims.values() for table in tables})

    def is_misplaced(self, app_label: str) -> bool:
        """Whether a table of the app lies in another schema than the app's."""
        return any(app == app_label for app, _, _ in self.contract.elsewhere)

    def takes_over(self, migration: Any, reached: Callable[[], Any]) -> bool:
        """Whether `migration` may come upon a table of its app under a name of another app's.

        A model that a migration only says to be its app's has a table already, of this name or
        of another; what comes after it in the same migration may need the table where it lies.

        Args:
            migration: It has not run yet, be it forwards or backwards.
            reached: Gives the state that it leads to.
        """
        is_said = any(isinstance(each, SeparateDatabaseAndState) for each in migration.operations)
        # A login of one schema reaches no other.
        if not is_said or acts_alone():
            return False
        app = migration.app_label
        made = {each.name_lower for each in migration.operations if isinstance(each, CreateModel)}
        self._claims[app] = self._claims.get(app, frozenset()) | tables_of(reached(), app, made)
        self._look(self._claims[app] - self._lies.keys())
        return not self._lies.keys() >= self._claims[app]

    def follow(self, migration: Any, state: Any) -> list[Move]:
        """What has to move after `migration`, which has led to `state`."""
        app = migration.app_label
        before, after = self._claims.get(app, frozenset()), tables_of(state, app)
        self._claims[app] = after
        changed = before ^ after
        if self.is_misplaced(app) or not self._lies.keys() >= after:
            changed |= before | after
        if not changed or not self._may_lie_elsewhere(migration, changed):
            return []
        self._look(changed)
        return sorted(move for table in changed for move in self._moves(table))

    def moved(self, moves: Iterable[Move]) -> None:
        """These tables lie in their new schemas now."""
        self._look({move.table for move in moves})

    # Private
    # -------

    def _may_lie_elsewhere(self, migration: Any, changed: frozenset[str]) -> bool:
        """Operations of the schema editor work in the schema of their app, and nowhere else."""
        app = migration.app_label
        if self.is_misplaced(app) or any(
            isinstance(operation, _OPAQUE) or not _is_djangos(operation)
            for operation in migration.operations
        ):
            return True
        return any(
            not changed.isdisjoint(tables) for other, tables in self._claims.items() if other != app
        )

    def _look(self, tables: Iterable[str]) -> None:
        names = sorted(tables)
        for name in names:
            self._lies.pop(name, None)
        if names:
            for table, schema in asked("tables", self._home, tables=names):
                self._lies[table].add(schema)
        self.contract = replace(self._home, elsewhere=self._elsewhere())

    def _elsewhere(self) -> frozenset[tuple[str, str, str]]:
        return frozenset(
            (app, table, min(self._lies[table]))
            for app, tables in self._claims.items()
            if (home := self._home.schema_of_app(app)) is not None
            for table in tables
            if self._lies.get(table) and home.name not in self._lies[table]
        )

    def _moves(self, table: str) -> Iterable[Move]:
        homes = {
            home
            for app, tables in self._claims.items()
            if table in tables and (home := self._home.schema_of_app(app)) is not None
        }
        there = self._lies.get(table, set())
        if len(homes) == 1 and there and (new := homes.pop()).name not in there:
            yield Move(table, self._home[min(there)], new)


_OPAQUE: Final = (RunPython, RunSQL, SeparateDatabaseAndState)


def _is_djangos(operation: Any) -> bool:
    return type(operation).__module__.startswith("django.db.migrations.")
