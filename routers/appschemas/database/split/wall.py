"""The wall: what old code holds in a schema is taken, schema by schema, and given back at will.

Until then nothing is taken from it. The last step ends the split: paths are as they were, and
nothing but the contract says who holds what.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL, Identifier

from appschemas.database.apply.blockers import Blocker
from appschemas.database.catalog import roles_of
from appschemas.database.plan.changes import listed
from appschemas.database.split.prepare import admissions, apply_contract, narrow, prepare
from appschemas.database.split.state import asked_as
from appschemas.database.split.status import status_of
from appschemas.database.split.steps import Steps
from appschemas.exceptions import AppSchemasError, NotSplit
from appschemas.integrity.constraints.ddl import RoleStatement


def close(steps: Steps, schema: str) -> None:
    """Take what old code, and anybody whom the contract does not name, holds in a schema.

    Raises:
        AppSchemasError: the schema is not split yet, or old code still runs.
    """
    with steps.alone():
        steps.look()
        _refuse_unsplit(steps, schema)
        if not steps.mark(schema).walled:
            _refuse_running(steps)
            held = dict(_held(steps, schema))
            statements = [*_leaving(steps, schema), steps.remember(schema, walled=True, held=held)]
            steps.make(f"schema {schema} is nobody's but the contract's", statements)
        apply_contract(steps)


def reopen(steps: Steps, schema: str) -> None:
    """Give it back.

    Raises:
        AppSchemasError: this login may not.
    """
    with steps.alone():
        steps.look()
        if steps.mark(schema).walled:
            take_down(steps, schema)


def take_down(steps: Steps, schema: str) -> None:
    """The same where this run is alone already."""
    owner, mark = steps.owner_of(schema), steps.mark(schema)
    grants = [
        RoleStatement(owner, _GRANT.format(
            privileges=SQL(words), table=Identifier(schema, table), role=SQL(role)))
        for table, those in mark.held.items()
        for role, words in those
    ]  # fmt: skip
    # Whoever ends after it must not leave a schema that is open in name only.
    grants += [statement for _, statement in admissions(steps, [schema])]
    grants.append(steps.remember(schema, walled=False, held={}))
    steps.make(f"schema {schema} is open to old code again", grants)
    steps.look()
    prepare(steps, {})


def finish(steps: Steps) -> None:
    """End the split: nothing is remembered of it, and nothing of it can be undone any more.

    Raises:
        NotSplit: nothing was moved.
        AppSchemasError: a schema is still open.
    """
    with steps.alone():
        steps.look()
        if open_ones := [name for name, mark in steps.state.marks.items() if not mark.walled]:
            raise AppSchemasError(
                f"Old code still has its rights in {listed(sorted(open_ones))}. Nothing was "
                "changed. First, for each of them: manage.py schema_split --wall SCHEMA"
            )
        if not steps.state.is_begun:
            if steps.state.to_move:
                raise NotSplit("Nothing was split here: there is nothing to end.")
            return
        _refuse_running(steps)
        narrow(steps)
        for schema in sorted(steps.state.marks):
            steps.make(f"schema {schema} is split for good", [steps.forget(schema)])
        steps.look()
        apply_contract(steps)


# Private
# -------

_GRANT: Final = SQL("GRANT {privileges} ON {table} TO {role}")
_LEAVE: Final = SQL("REVOKE {role} FROM {member}")
_SHUT_OUT: Final = SQL("REVOKE USAGE ON SCHEMA {schema} FROM {login}")


def _refuse_unsplit(steps: Steps, schema: str) -> None:
    status = status_of(steps.connection, steps.state)
    found = next(each for each in status.schemas if each.name == schema)
    if schema not in steps.state.marks or not found.is_split:
        raise AppSchemasError(
            f"Schema {schema!r} is not split yet. Nothing was changed. First: {status.next}"
        )


def _refuse_running(steps: Steps) -> None:
    logins = [each.name for each in steps.state.logins]
    sessions = asked_as(steps.connection, Blocker, "sessions", logins=logins, since="infinity")
    if sessions:
        raise AppSchemasError(
            f"Old code still runs: {listed(map(str, sessions))}. Nothing was changed. Stop it, "
            "then run this again."
        )


def _leaving(steps: Steps, schema: str) -> Iterator[RoleStatement]:
    owner = steps.owner_of(schema)
    for login in steps.state.logins:
        if not login.superuser:
            names = {"schema": Identifier(schema), "login": Identifier(login.name)}
            yield RoleStatement(owner, _SHUT_OUT.format(**names))
    # Last: a mover may act as the schema's owner as a member of the old login, and of nobody else.
    for row in steps.asked("owners", owners=list(steps.state.owners), schema_owners=[owner]):
        if not row["lacking"] and not row["superuser"]:
            names = {"role": Identifier(owner), "member": Identifier(row["name"])}
            yield RoleStatement("", _LEAVE.format(**names))


def _held(steps: Steps, schema: str) -> Iterator[tuple[str, list[list[str]]]]:
    """What roles that the contract does not know hold on each table."""
    ours = set(roles_of(steps.contract))
    for each in steps.state.tables:
        if each.schema == schema:
            grants = [
                [row["role"], row["privileges"]]
                for row in steps.asked("grants_of", oid=each.oid)
                if row["role"].strip('"') not in ours
            ]
            if grants:
                yield each.name, grants
