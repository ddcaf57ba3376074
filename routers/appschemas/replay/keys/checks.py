"""Checks of keys while migrations run: each is there as soon as both tables are.

Before a migration those checks go that it alters or takes away, and after it those come that are
missing. Where no migration had run there were no rows either: there all come at the end, at once.

Every key is looked up: of a small table in the migration's transaction, which an orphan undoes; of
a large one, where writers would wait for that, after it is committed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from django.db import IntegrityError, transaction

from appschemas.backend.session.aliases import run_as_roles
from appschemas.contract.contract import Contract
from appschemas.contract.schema import DEFAULT_ALIAS, KEYS_SCHEMA
from appschemas.exceptions import AppSchemasError
from appschemas.integrity.constraints import key_triggers, look_ups
from appschemas.integrity.constraints.names import trigger_names
from appschemas.integrity.discovery import references_in
from appschemas.integrity.held_indexes import refuse_to_drop_referenced
from appschemas.integrity.references import KeyConstraint, Reference, existing, key_constraints_of
from appschemas.replay.catalog_queries import asked
from appschemas.replay.keys.changes import (
    Column,
    Table,
    altered_columns,
    dropped_tables,
    left_names,
    removed_columns,
    tables_in,
)
from appschemas.replay.keys.looking_up import (
    large_ones,
    look_up,
    make_unseen,
    not_looked_up_ones,
)
from appschemas.replay.tables.locations import Move


class KeysViolated(AppSchemasError, IntegrityError):
    """Rows hold keys of no row, and so these keys cannot be checked."""


# A transaction holds locks of all that it makes, of which a server has some thousands.
_TOGETHER: Final = 100
_LACKING: Final = (
    f"The database has no schema {KEYS_SCHEMA}, in which functions of the checks of keys lie. An "
    "administrator makes it, with its roles: manage.py schema_apply --apply, or sql/10_roles.sql, "
    "sql/20_schemas.sql and sql/25_grants. Nothing was changed."
)


class KeyChecks:
    """The checks that a database must have at each step of a run of migrations.

    Args:
        contract: Which keys are declared; what only history held is not checked.
        at_end: Whether the database was empty, so that checks may come at the end.
    """

    def __init__(self, contract: Contract, *, at_end: bool) -> None:
        self.at_end = at_end
        self._contract = contract
        # The keys of others are read by nobody.
        self.pairs = {
            (schema.name, referenced.name)
            for schema in contract.schemas
            for referenced in contract.referenced_by(schema)
        }
        self._references: set[Reference] = set()
        self.there: set[KeyConstraint] = set()
        self._waiting: set[KeyConstraint] = set()

    def make_all(self, apps: Any, located: Contract) -> None:
        """Make every check that is not there; `apps` are the models as they are.

        Raises:
            KeysViolated: rows hold keys of no row; the checks of all others are made.
            AppSchemasError: an administrator has not made yet what checks lie in.
        """
        self._references = self._references_of(apps, located)
        triggers = set(asked("triggers", self._contract, functions=KEYS_SCHEMA))
        desired = self._desired()
        missing = {check for check in desired if not triggers.issuperset(trigger_names(check))}
        self.there = desired - missing
        self._waiting = not_looked_up_ones(self.there, self._contract)
        if missing and list(asked("lacking", self._contract, functions=KEYS_SCHEMA)):
            raise AppSchemasError(_LACKING)
        come = sorted(missing)
        batches = (come[at : at + _TOGETHER] for at in range(0, len(come), _TOGETHER))
        if refused := [each for batch in batches for each in self._refused(batch)]:
            raise KeysViolated(
                f"{'; '.join(refused)}. The checks of all other keys are there. Give these rows "
                "keys that exist, or delete them, and run migrate again: it makes what is missing."
            )

    def look_up(self) -> None:
        """Look up what could wait until a migration was committed; nobody waits for that.

        Raises:
            KeysViolated: rows hold keys of no row; the next run looks again.
        """
        waiting, self._waiting = self._waiting, set()
        if refused := look_up(waiting, self._contract):
            raise KeysViolated(
                f"{'; '.join(refused)}. What was migrated stays, with the checks, which refuse "
                "more. Give these rows keys that exist, or delete them, and run migrate again."
            )

    def loosen(
        self, migration: Any, old: Any, new: Any, located: Contract, *, backwards: bool = False
    ) -> None:
        """Take away the checks over which `migration` would stumble, and those that it ends.

        Args:
            migration: Leads from the models of the registry `old` to those of `new`.
            old: The models as they are.
            new: The models as they will be.
            located: Says where tables lie.
            backwards: Whether it is undone.

        Raises:
            IntegrityError: it drops a table while rows hold keys of it.
        """
        before, after = self._references_of(old, located), self._references_of(new, located)
        tables = dropped_tables(migration, old, located, backwards=backwards)
        self._refuse_held(tables - tables_in(new, located), tables)
        tables |= left_names(old, new, located)
        refuse_to_drop_referenced(removed := removed_columns(migration, old, located), self.there)
        columns = altered_columns(old, new, located) | removed
        ended = before - after
        self._drop(
            check
            for check in self.there
            if any(
                _plain(reference) in ended or _touches(reference, columns, tables)
                for reference in check.references
            )
        )
        self._references = (self._references - before) | after

    def tighten(self) -> None:
        """Make what is missing after a migration."""
        desired = self._desired()
        self._drop(self.there - desired)
        self._make(desired - self.there)

    def make_room(self, moves: Iterable[Move]) -> None:
        """Take away the checks on tables that are about to move; `tighten` brings them back."""
        homes = {(each.old.name, each.table): each.new.name for each in moves}
        self._drop(
            check
            for check in self.there
            if any(_touches(reference, set(), set(homes)) for reference in check.references)
        )
        self._references = {_moved(reference, homes) for reference in self._references}

    # Private
    # -------

    def _references_of(self, apps: Any, located: Contract) -> set[Reference]:
        return {_plain(each) for each in references_in(apps, located) if each.is_known}

    def _desired(self) -> set[KeyConstraint]:
        references = [
            each for each in self._references if (each.schema, each.referenced_schema) in self.pairs
        ]
        names = {
            table
            for reference in references
            for table in (reference.table, reference.referenced_table)
        }
        rows = asked("columns", self._contract, tables=sorted(names)) if names else ()
        columns = {(schema, table, column): kind for schema, table, column, kind in rows}
        return set(key_constraints_of(existing(references, columns)))

    def _drop(self, checks: Iterable[KeyConstraint]) -> None:
        gone = sorted(checks)
        self.there -= set(gone)
        self._waiting -= set(gone)
        run_as_roles(key_triggers.drop_all(gone, self._contract, self.there), self._contract)

    def _make(self, checks: Iterable[KeyConstraint]) -> None:
        come = sorted(checks)
        large = set() if self.at_end else large_ones(come, self._contract)
        run_as_roles(
            [
                *key_triggers.create_all([one for one in come if one not in large], self._contract),
                *make_unseen(sorted(large), self._contract),
            ],
            self._contract,
        )
        self.there |= set(come)
        self._waiting |= large

    def _refused(self, checks: list[KeyConstraint]) -> list[str]:
        """Make checks in one transaction, or each by itself; which the rows do not allow."""
        try:
            with transaction.atomic(using=DEFAULT_ALIAS):
                self._make(checks)
        except IntegrityError as error:
            if len(checks) > 1:
                return [each for check in checks for each in self._refused([check])]
            return [str(error).partition("\n")[0]]
        return []

    def _refuse_held(self, gone: set[Table], dropped: set[Table]) -> None:
        run_as_roles(
            (
                statement
                for check in sorted(self.there)
                for reference in check.references
                if (reference.referenced_schema, reference.referenced_table) in gone
                and (reference.schema, reference.table) not in dropped
                for statement in look_ups.refuse_held(check, reference, self._contract)
            ),
            self._contract,
        )


def _plain(reference: Reference) -> Reference:
    """The reference, whatever the type of its column."""
    return replace(reference, key_type="")


def _ends(reference: Reference) -> tuple[Column, Column]:
    return (
        (reference.schema, reference.table, reference.column),
        (reference.referenced_schema, reference.referenced_table, reference.referenced_column),
    )


def _touches(reference: Reference, columns: set[Column], tables: set[Table]) -> bool:
    return any(end in columns or end[:2] in tables for end in _ends(reference))


def _moved(reference: Reference, homes: dict[Table, str]) -> Reference:
    return replace(
        reference,
        schema=homes.get((reference.schema, reference.table), reference.schema),
        referenced_schema=homes.get(
            (reference.referenced_schema, reference.referenced_table), reference.referenced_schema
        ),
    )
