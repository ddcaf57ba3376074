"""Drift: what is out of step and needs a human, each with what to type."""

from __future__ import annotations

from collections.abc import Iterator

from appschemas.database.catalog import PUBLIC_SCHEMA, CatalogState, roles_of
from appschemas.database.desired_state import DesiredState
from appschemas.database.plan.changes import Finding, listed, placed, quoted, section_of
from appschemas.database.plan.key_columns import find_key_column_drift
from appschemas.database.plan.planted_triggers import find_planted_triggers
from appschemas.database.plan.triggers import superseded_functions, unused_functions
from appschemas.integrity.constraints.ddl import COMMENT_PREFIX


def find_drift(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    """Everything that a plan sees and will not touch."""
    yield from _foreign_keys(desired, actual)
    yield from _misplaced(desired, actual)
    yield from _outside(desired, actual)
    yield from _disabled(actual)
    yield from _not_tables(desired, actual)
    yield from find_key_column_drift(desired.references, actual, desired.contract.extensions)
    yield from _by_statement(desired, actual)
    yield from _leftovers(desired, actual)
    yield from find_planted_triggers(desired, actual)
    yield from _members(desired, actual)
    yield from _roles(desired, actual)
    yield from _splitting(actual)


def is_misplaced(desired: DesiredState, actual: CatalogState) -> bool:
    """Whether the database is not split yet: a table still lies in public, or old code runs on."""
    return bool(actual.splitting) or any(
        (PUBLIC_SCHEMA, table) in actual.tables_by_name
        and (schema, table) not in actual.tables_by_name
        for schema, table in desired.tables
    )


# Private
# -------


def _foreign_keys(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    for key in actual.foreign_keys:
        yield Finding(
            key.schema if key.schema in desired.schemas else key.referenced_schema,
            f"foreign key {key.name} of {key.schema}.{key.table} leaves its schema for "
            f"{key.referenced_schema}.{key.referenced_table}",
            "make the field an IdentityKey and migrate, or: "
            f"ALTER TABLE {placed(key.schema, key.table)} DROP CONSTRAINT {quoted(key.name)}",
            kind="foreign keys",
        )


def _misplaced(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    for schema, table in sorted(desired.tables):
        if (schema, table) in actual.tables_by_name:
            continue
        for place, name in sorted(actual.tables_by_name):
            if name == table and (place, name) not in desired.tables:
                hint = f"ALTER TABLE {placed(place, table)} SET SCHEMA {quoted(schema)}"
                if place in desired.schemas:
                    hint = "manage.py migrate, and if that leaves it: manage.py schema_move --apply"
                yield Finding(
                    schema,
                    f"table {table} lies in {place} and not in {schema}",
                    hint,
                    kind="tables",
                )


def _outside(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    for schema, name, owner in actual.objects_outside:
        yield Finding(
            "",
            f"{schema}.{name} belongs to {owner} and lies in no schema of the contract",
            f"ALTER TABLE {placed(schema, name)} OWNER TO <another role>, "
            "or SET SCHEMA <the right one>",
        )
    for extension in actual.public_extensions:
        yield Finding(
            "",
            f"extension {extension} lies in public, where no role of the contract can reach it",
            f"ALTER EXTENSION {quoted(extension)} SET SCHEMA {quoted(desired.contract.extensions)}",
        )


def _disabled(actual: CatalogState) -> Iterator[Finding]:
    for schema, table in actual.tables_with_disabled_triggers:
        yield Finding(
            schema,
            f"the foreign keys of {schema}.{table} are switched off",
            f"as a superuser: ALTER TABLE {placed(schema, table)} ENABLE TRIGGER ALL",
        )


def _not_tables(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    for schema, name in sorted(desired.tables & actual.not_tables.keys()):
        kind = actual.not_tables[schema, name]
        yield Finding(
            schema,
            f"{schema}.{name} is a {kind}, and its model is of a table",
            f"ALTER {kind.upper()} {placed(schema, name)} RENAME TO <another name>, "
            "then give the table "
            "its name back, or migrate",
        )


def _by_statement(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    for constraint in desired.objects:
        alias = desired.contract[constraint.schema].alias
        if constraint.check_each != "statement":
            continue
        referenced_tables = (
            (constraint.referenced_schema, table) for table, _ in constraint.referenced_tables
        )
        for schema, table in sorted(
            {(constraint.schema, constraint.table), *referenced_tables} & actual.inheriting_tables
        ):
            columns = ", ".join(reference.column for reference in constraint.references)
            yield Finding(
                schema,
                f"{schema}.{table} is partitioned or inherits, and the check by statement of "
                f"{constraint.schema}.{constraint.table} ({columns}) does not see its every row",
                f'leave out check_each="statement" there and migrate --database={alias}, '
                "then: manage.py schema_verify --orphans",
            )


def _leftovers(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    if not desired.tables:
        # Nobody has said which models there are.
        return
    # The plan drops these.
    known = desired.names | {
        (each.schema, each.name) for each in superseded_functions(desired, actual)
    }
    known |= {(each.schema, each.name) for each in unused_functions(desired, actual)}
    for trigger in actual.triggers.values():
        if trigger.comment.startswith(COMMENT_PREFIX) and (
            (trigger.schema, trigger.name) not in known
        ):
            yield Finding(
                trigger.schema,
                f"trigger {trigger.name} on {trigger.schema}.{trigger.table} checks a key that no "
                "installed model has",
                f"migrate, or: DROP TRIGGER {quoted(trigger.name)} "
                f"ON {placed(trigger.schema, trigger.table)}",
                kind="triggers",
                unfinished=True,
            )
    for function in actual.functions.values():
        if function.comment.startswith(COMMENT_PREFIX) and (
            (function.schema, function.name) not in known
        ):
            yield Finding(
                section_of(function.schema),
                f"function {function.schema}.{function.name} is of a check that no installed "
                "model has",
                f"migrate, or: DROP FUNCTION {placed(function.schema, function.name)}",
                kind="functions",
                unfinished=True,
            )


def _members(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    ours = {*roles_of(desired.contract), *actual.obsolete_logins}
    roles = desired.contract.roles
    logins = {*roles.applications, roles.migrator, desired.contract.history_role}
    logins |= {reader.name for reader in desired.contract.readers}
    logins |= {schema.migrator for schema in desired.contract.schemas_with_migrator}
    readers = {schema.ro: schema.name for schema in desired.contract.schemas}
    for each in actual.members:
        role, member = each.membership.role, each.membership.member
        stranger = member not in ours and role not in readers
        if any(
            role == desired.contract[name].owner
            for name, is_open in actual.splitting.items()
            if is_open
        ):
            # Code of before a split: its last step takes that.
            continue
        if each.by_superuser or member == actual.login.name:
            continue
        if stranger or (member in logins and each.predefined):
            yield Finding(
                "",
                f"{member} is a member of {role}, which the contract does not say",
                f"REVOKE {quoted(role)} FROM {quoted(member)}",
            )


def _splitting(actual: CatalogState) -> Iterator[Finding]:
    if not actual.splitting:
        return
    open_ones = sorted(name for name, is_open in actual.splitting.items() if is_open)
    held = f"code of before has its rights, its path and public in {listed(open_ones)}"
    yield Finding(
        "",
        f"a split is under way: {held if open_ones else 'every wall stands, public is open'}",
        "manage.py schema_split --status says what comes next",
        notice=True,
    )


def _roles(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    for role in desired.roles:
        found = actual.roles.get(role.name)
        if found and role.name == actual.login.name and found != role:
            words = " ".join(role.words_from(found))
            yield Finding(
                "",
                f"{role.name} is the login in use and should be {words}",
                f"as another administrator: ALTER ROLE {quoted(role.name)} {words}",
            )
    for role_name in actual.unclaimed_roles:
        name = quoted(role_name)
        yield Finding(
            "",
            f"role {role_name} is of no schema of the contract, and of no other database",
            # Whoever has made a role may not drop what it owns before being a member of it.
            f"GRANT {name} TO CURRENT_USER; DROP OWNED BY {name}; DROP ROLE {name}",
            kind="roles",
        )
