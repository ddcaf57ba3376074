"""The schema editor: DDL as the schema's owner, and a check wherever a key leaves the schema."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from copy import copy
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from django.db import InternalError
from django.db.backends.ddl_references import Statement as DDLStatement
from django.db.backends.postgresql import schema as postgresql
from psycopg.sql import SQL, Identifier, Literal

from appschemas.backend import partitions
from appschemas.backend.altered_references import elsewhere, with_table, without
from appschemas.backend.session.aliases import run_as_roles
from appschemas.backend.session.current_role import ActingInHistory, acting_as_owner, current_role
from appschemas.conf import get_contract
from appschemas.contract.contract import Contract
from appschemas.integrity.constraints import key_triggers
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.integrity.discovery import (
    all_references_of,
    installed_references,
    leaves_schema,
    references_in,
    references_of,
)
from appschemas.integrity.held_indexes import refuse_to_drop_held
from appschemas.integrity.references import KeyConstraint, Reference, key_constraints_of

# What stands where Django would make a foreign key that leaves the schema.
_NO_CONSTRAINT: Final = DDLStatement("")
_AS: Final = SQL("SET ROLE {role}")
# django-pgtrigger's own function, which its triggers call: each schema has one.
# PGTRIGGER_SCHEMA says where it would be; None, on the path.
_PGTRIGGER: Final = re.compile(r'(?:"(?:[^"]|"")+"\.)?\b_pgtrigger_should_ignore\b')
_EXECUTE: Final = SQL("GRANT EXECUTE ON FUNCTION {name}(name) TO {role};")


class DatabaseSchemaEditor(postgresql.DatabaseSchemaEditor):
    """Django's own; a key into another schema gets a check in place of a foreign key.

    `makes_key_constraints` is False where only tables are rendered, and where others make them.
    """

    makes_key_constraints = True
    located: Contract | None = None
    # As Django 6.0 has it: what depends on a column is not dropped along with it unseen.
    sql_delete_column = "ALTER TABLE %(table)s DROP COLUMN %(column)s"

    @property
    def contract(self) -> Contract:
        """Where tables lie: while migrations run, some of them not yet where they will be."""
        return self.located or get_contract()

    def __enter__(self) -> Any:
        self._role = ExitStack()
        if not isinstance(current_role(), ActingInHistory):
            self._role.enter_context(acting_as_owner())
        return super().__enter__()

    def __exit__(self, *exc_info: Any) -> None:
        with self._role:
            super().__exit__(*exc_info)
        if isinstance(exc_info[1], InternalError):
            checks = key_constraints_of(installed_references(get_contract()))
            refuse_to_drop_held(exc_info[1], checks)

    def execute(self, sql: Any, params: Any = ()) -> Any:
        if sql is _NO_CONSTRAINT:
            return
        if self.collect_sql and params is not None:
            # Django asks the server to quote; what is only collected needs none.
            sql, params = str(sql) % tuple(Literal(each).as_string(None) for each in params), None
        home = self.contract.schema_of_alias(self.connection.alias)
        if home and isinstance(sql, str) and _PGTRIGGER.search(sql):
            name = Identifier(home.name, "_pgtrigger_should_ignore")
            allowed = _EXECUTE.format(name=name, role=Identifier(home.rw)).as_string(None)
            sql = _PGTRIGGER.sub(name.as_string(None), sql) + allowed
        super().execute(sql, params)

    def _create_fk_sql(self, model: Any, field: Any, suffix: str) -> Any:
        if leaves_schema(field, self.contract):
            return _NO_CONSTRAINT
        return super()._create_fk_sql(model, field, suffix)

    def _constraint_names(self, model: Any, *args: Any, **kwargs: Any) -> Any:
        if self.collect_sql and kwargs.get("foreign_key"):
            # A key that leaves its schema has no constraint, and there may be no database to ask.
            return []
        return super()._constraint_names(model, *args, **kwargs)

    # Where references come and go
    # ----------------------------

    def create_model(self, model: Any) -> None:
        super().create_model(model)
        after = self._references(model)
        self._change(model, before=elsewhere(after, model), after=after, validate=False)

    def delete_model(self, model: Any) -> None:
        before = self._references(model, all_references_of)
        self._change(model, before=before, after=elsewhere(before, model))
        super().delete_model(model)

    def add_field(self, model: Any, field: Any) -> None:
        if leaves_schema(field, self.contract):
            # Django writes a constraint into ADD COLUMN by itself, past _create_fk_sql().
            field = copy(field)
            field.db_constraint = False
        super().add_field(model, field)
        after = self._references(field.model)
        self._change(model, before=without(after, field), after=after)

    def remove_field(self, model: Any, field: Any) -> None:
        before = self._references(model, all_references_of)
        self._change(model, before=before, after=without(before, field))
        super().remove_field(model, field)

    def alter_field(self, model: Any, old_field: Any, new_field: Any, strict: bool = False) -> None:
        # What it pointed at may have another name by now.
        before = self._references(old_field.model, all_references_of)
        super().alter_field(model, old_field, new_field, strict)
        # A foreign key that becomes an identity key is the same reference: its check stays.
        self._change(model, before=before, after=self._references(new_field.model))

    def alter_db_table(self, model: Any, old_db_table: str, new_db_table: str) -> None:
        home = get_contract().schema_of_app(model._meta.app_label)
        after = self._references(model) if old_db_table != new_db_table else ()
        renamed = (home.name if home else "", new_db_table, old_db_table)
        # Triggers are dropped by the name of their table, and so while it has its old one.
        before = [with_table(reference, *renamed) for reference in after]
        self._change(model, before=before, after=())
        super().alter_db_table(model, old_db_table, new_db_table)
        self._change(model, before=(), after=after)

    def attach_partition(self, model: Any, partition: str, bounds: str) -> None:
        """Make `partition` one of the model's table, and look up its keys before anybody may go.

        Raises:
            IntegrityError: one of its rows holds a key that no row has.
        """
        contract = get_contract()
        home = contract.schema_of_app(model._meta.app_label)
        table = (home.name if home else "", model._meta.db_table)
        checks = {each for each in self._kept(model, set()) if (each.schema, each.table) == table}
        partitions.attach(self, checks, table[1], partition, bounds)

    def detach_partition(self, model: Any, partition: str) -> None:
        """Make `partition` a table of its own again, whose keys nobody checks."""
        partitions.detach(self, model._meta.db_table, partition)

    # Private
    # -------

    def _references(self, model: Any, leaving: Any = references_of) -> tuple[Reference, ...]:
        """The references that leave the model's table, and all of the checks that end there."""
        contract = get_contract()
        home = contract.schema_of_app(model._meta.app_label)
        if home is None or self.connection.schema != home or not self.makes_key_constraints:
            return ()
        references = tuple(references_in(model._meta.apps, contract))
        here = {
            (reference.schema, reference.table, reference.referenced_schema)
            for reference in references
            if (reference.referenced_schema, reference.referenced_table)
            == (home.name, model._meta.db_table)
        }
        # One check holds all references from a table into a schema, and is made anew as a whole.
        whole = (
            reference
            for reference in references
            if (reference.schema, reference.table, reference.referenced_schema) in here
        )
        return (*leaving(model, contract), *whole)

    def _change(
        self,
        model: Any,
        *,
        before: Iterable[Reference],
        after: Iterable[Reference],
        validate: bool = True,
    ) -> None:
        old, new = set(key_constraints_of(before)), set(key_constraints_of(after))
        if old == new:
            return
        statements = list(_changing(old - new, new - old, self._kept(model, old), validate))
        if not self.collect_sql:
            run_as_roles(statements, self.contract)
        elif self.makes_key_constraints:
            home = self.contract.schema_of_alias(self.connection.alias)
            for role, those in groupby(statements, key=attrgetter("role")):
                parts = [_AS.format(role=Identifier(role)), *(each.sql for each in those)]
                self.collected_sql += [part.as_string(None) + ";" for part in parts]
            if statements:
                back = _AS.format(role=Identifier(home.owner)) if home else SQL("RESET ROLE")
                self.collected_sql.append(back.as_string(None) + ";")

    def _kept(self, model: Any, gone: set[KeyConstraint]) -> set[KeyConstraint]:
        """The checks of all other tables, whose columns must still be read."""
        contract = get_contract()
        references = {*references_in(model._meta.apps, contract), *installed_references(contract)}
        return set(key_constraints_of(each for each in references if each.is_known)) - gone


def _changing(
    gone: set[KeyConstraint], come: set[KeyConstraint], kept: set[KeyConstraint], validate: bool
) -> Iterator[RoleStatement]:
    contract = get_contract()
    yield from key_triggers.drop_all(sorted(gone), contract, kept)
    yield from key_triggers.create_all(sorted(come), contract, validate=validate)
