"""Preparing: roles and schemas are there, old code may use them, and new sessions find them.

Nothing here locks a table. What runs goes on as before: its login becomes a member of the schemas'
owners, so that a table which changes its owner is still its own, and its path grows at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from psycopg.sql import SQL, Identifier

from appschemas.contract.contract import Contract
from appschemas.database.apply.apply import apply
from appschemas.database.plan.changes import listed
from appschemas.database.plan.plan import OPTIONS_SINCE
from appschemas.database.roles import RoleSetting, joining_sql
from appschemas.database.split.state import OldLogin, SplitState
from appschemas.database.split.steps import Steps
from appschemas.integrity.constraints.ddl import RoleStatement


def prepare(steps: Steps, passwords: Mapping[str, str]) -> None:
    """Make what is not there, and nothing twice.

    Raises:
        AppSchemasError: this login may not.
    """
    apply_contract(steps, passwords)
    for what, statement in admissions(steps, _open(steps.state)):
        # What was begun can be undone, whoever ends here.
        steps.make(what, [statement, steps.remember(_holder(steps))])
    _widen(steps)


def admissions(steps: Steps, schemas: Iterable[str]) -> Iterator[tuple[str, RoleStatement]]:
    """What lets old code into schemas, and what each does; nothing that is so already."""
    schemas = list(schemas)
    roles = [steps.owner_of(name) for name in schemas]
    options = steps.state.login.version >= OPTIONS_SINCE
    for row in steps.asked("owners", owners=list(steps.state.owners), schema_owners=roles):
        if row["lacking"] and not row["superuser"]:
            join = joining_sql(row["lacking"], row["name"], options=options, inherit=True)
            yield f"grant the owners' roles to {row['name']}", RoleStatement("", join)
    logins = [each.name for each in steps.state.logins if not each.superuser]
    schemas.append(steps.contract.extensions)
    for row in steps.asked("usage", schemas=schemas, logins=logins):
        names = {"schema": Identifier(row["schema"]), "login": Identifier(row["login"])}
        grant = RoleStatement(steps.owner_of(row["schema"]), _LET_IN.format(**names))
        yield f"grant USAGE on schema {row['schema']} to {row['login']}", grant


def apply_contract(steps: Steps, passwords: Mapping[str, str] | None = None) -> None:
    """What `schema_apply` does: roles, schemas, grants, checks, and their keys looked up."""
    done = apply(
        steps.connection,
        steps.contract,
        steps.installed,
        patience=steps.patience,
        passwords=passwords,
        progress=steps.progress,
        so_far=steps.so_far,
    )
    steps.made += len(done)
    if done:
        steps.told(f"the contract applied: {listed(map(str, done), 2)}")
    steps.look()


def narrow(steps: Steps) -> None:
    """The way back: paths as they were, and no old login a member of the schemas' owners.

    What is so already is not made again: a run that is killed after a step of it comes further.
    """
    state = steps.state
    before = _paths(state)
    database = Identifier(state.login.database)
    for login in state.logins:
        was = before.get(login.name)
        if was is None or _parts(was) == _parts(login.here or ""):
            continue
        setting = RoleSetting(login.name, "search_path", _parts(was))
        sql = setting.set_sql(database) if was else setting.reset_sql(database)
        statement = RoleStatement(login.name if login.is_owner else "", sql)
        steps.make(f"search_path of {login.name} as it was", [statement])
    roles = [each.owner for each in steps.contract.schemas]
    for row in steps.asked("owners", owners=list(state.owners), schema_owners=roles):
        held = sorted(set(roles) - set(row["lacking"]))
        if held and not row["superuser"]:
            listed = SQL(", ").join(map(Identifier, held))
            revoke = _LEAVE.format(roles=listed, member=Identifier(row["name"]))
            steps.make(f"revoke the owners' roles from {row['name']}", [RoleStatement("", revoke)])
    logins = [each.name for each in state.logins]
    leave = [
        RoleStatement(
            steps.owner_of(row["schema"]),
            _SHUT_OUT.format(Identifier(row["schema"]), Identifier(row["login"])),
        )
        for row in steps.asked("let_in", schemas=_names(steps.contract), logins=logins)
    ]
    if leave:
        steps.make("revoke USAGE on the schemas from old logins", leave)


def path_of(login: OldLogin, state: SplitState) -> tuple[str, ...]:
    """The path that a login's sessions need: what it has, then every schema that it lacks."""
    now = _parts(login.path) or (state.source,)
    return (*now, *(name for name in _names(state.contract) if name not in now))


def unprepared(state: SplitState) -> Iterator[str]:
    """What of this is still to do, as far as the catalog says it without the plan."""
    for name in _names(state.contract):
        if name not in state.comments:
            yield f"schema {name} is not there"
        elif name != state.contract.extensions and not _is_widened(name, state):
            yield f"schema {name} is not on the path of every login"


# Private
# -------

_LEAVE: Final = SQL("REVOKE {roles} FROM {member}")
_LET_IN: Final = SQL("GRANT USAGE ON SCHEMA {schema} TO {login}")
_SHUT_OUT: Final = SQL("REVOKE USAGE ON SCHEMA {} FROM {}")
_NOW: Final = "SELECT pg_catalog.clock_timestamp()"


def _names(contract: Contract) -> list[str]:
    return [*(each.name for each in contract.schemas), contract.extensions]


def _open(state: SplitState) -> list[str]:
    """The schemas in which old code keeps its rights."""
    names = [each.name for each in state.contract.schemas]
    return [name for name in names if name not in state.marks or not state.marks[name].walled]


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part.strip().strip('"') for part in path.split(",") if part.strip())


def _paths(state: SplitState) -> dict[str, str]:
    """What was set as the path of each login, as all marks together remember it."""
    return {login: path for mark in state.marks.values() for login, path in mark.paths.items()}


def _holder(steps: Steps) -> str:
    """The schema whose mark remembers what is of no schema alone."""
    return next(iter(steps.state.marks), steps.contract.schemas[0].name)


def _is_widened(schema: str, state: SplitState) -> bool:
    mark = state.marks.get(schema)
    return bool(mark and mark.since) and all(
        schema in _parts(each.path) and mark is not None and each.name in mark.paths
        for each in state.logins
    )


def _widen(steps: Steps) -> None:
    state = steps.state
    database = Identifier(state.login.database)
    schemas = [each.name for each in steps.contract.schemas]
    late = {name for name in schemas if not _is_widened(name, state)}
    for login in state.logins:
        path = path_of(login, state)
        if path != _parts(login.path):
            sql = RoleSetting(login.name, "search_path", path).set_sql(database)
            statement = RoleStatement(login.name if login.is_owner else "", sql)
            # In one transaction: who comes later sees only the path that it has by then.
            paths = {login.name: login.here or ""} | _paths(state)
            remembered = steps.remember(_holder(steps), paths=paths)
            what = f"search_path of {login.name}: {', '.join(path)}"
            steps.make(what, [statement, remembered])
    if not late:
        return
    # Only now: a session that began while the path was set may have either.
    row: Any = steps.connection.execute(_NOW).fetchone()
    now: datetime = row[0]
    paths = {each.name: each.here or "" for each in state.logins} | _paths(state)
    for name in sorted(late):
        mark = steps.mark(name)
        there = mark.there if mark.since else tuple(
            each.name for each in state.tables if each.schema == name
        )  # fmt: skip
        statement = steps.remember(name, since=now.isoformat(), paths=paths, there=there)
        steps.make(f"schema {name} is on every path since {now:%H:%M:%S}", [statement])
    steps.look()
