"""Renaming: what it takes to give one schema of a database another name. Asks no server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import Final

from psycopg.sql import SQL, Identifier

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.database.catalog import Login
from appschemas.database.desired_state import desired_state
from appschemas.database.plan.changes import (
    SHUTS_OUT,
    Action,
    Change,
    TableLock,
    as_login,
)
from appschemas.database.purposes import comment_on_role, role_purposes
from appschemas.database.roles import RoleSetting
from appschemas.integrity.constraints import key_triggers
from appschemas.integrity.constraints.look_ups import locks, tables_of
from appschemas.integrity.constraints.marks import not_looked_up
from appschemas.integrity.references import KeyConstraint


@dataclass(frozen=True, slots=True)
class Names:
    """One schema under two names.

    Attributes:
        before: The schemas of one database, and no others, under the old name.
        after: The same under the new name.
        old: The old name.
        new: The new name.
    """

    before: Contract
    after: Contract
    old: str
    new: str

    @property
    def roles(self) -> dict[str, str]:
        """The schema's roles by their old names."""
        return dict(zip(_roles(self.before[self.old]), _roles(self.after[self.new]), strict=True))

    def constraint(self, constraint: KeyConstraint) -> KeyConstraint:
        """A check of before, after it."""
        return replace(
            constraint,
            schema=self._name(constraint.schema),
            referenced_schema=self._name(constraint.referenced_schema),
            references=tuple(
                replace(
                    each,
                    schema=self._name(each.schema),
                    referenced_schema=self._name(each.referenced_schema),
                )
                for each in constraint.references
            ),
        )

    def _name(self, name: str) -> str:
        return self.new if name == self.old else name


def drop_checks(names: Names, constraints: Iterable[KeyConstraint]) -> Iterator[Change]:
    """The checks of keys from and to the schema go: their functions name it."""
    constraints = list(constraints)
    if constraints:
        statements = (
            *locks(constraints, names.before),
            *key_triggers.drop_all(constraints, names.before),
        )
        yield Change(
            names.old,
            Action.REMOVE,
            f"drop {_checks(constraints)} under their old names",
            statements,
            locks=_locks(constraints),
        )


def rename_schema(names: Names) -> Iterator[Change]:
    """The schema: what lies in it, its grants and its default privileges go along."""
    words = {"old": Identifier(names.old), "new": Identifier(names.new)}
    text = f"rename schema {names.old} to {names.new}"
    yield Change(names.old, Action.ALTER, text, as_login(_SCHEMA.format(**words)))


def rename_roles(
    names: Names, comments: Mapping[str, str], settings: Set[RoleSetting], login: Login
) -> Iterator[Change]:
    """Its roles: what they own, hold and are members of goes along.

    Args:
        names: Of the schema.
        comments: The roles that are there, of both names, with what is said of them.
        settings: What they start with.
        login: Who asks, in which database of which version.
    """
    for old, new in names.roles.items():
        if old in comments:
            words = {"old": Identifier(old), "new": Identifier(new)}
            yield Change(
                names.old,
                Action.ALTER,
                f"rename role {old} to {new}",
                as_login(_ROLE.format(**words)),
                of_roles=True,
            )
    yield from _comments(names, comments)
    for each in _settings(names, login):
        former = {new: old for old, new in names.roles.items()}.get(each.role, each.role)
        if former in comments and replace(each, role=former) not in settings:
            yield Change(
                names.old,
                Action.ALTER,
                f"set {each}",
                as_login(each.set_sql(Identifier(login.database))),
                of_roles=True,
            )


def make_checks(
    names: Names, constraints: Iterable[KeyConstraint], unseen: Iterable[KeyConstraint]
) -> Iterator[Change]:
    """The checks again; of those of `unseen` nobody has looked at the rows, now or before.

    Args:
        names: Of the schema.
        constraints: As they were before.
        unseen: Some of them.
    """
    constraints = list(constraints)
    if constraints:
        made = [names.constraint(each) for each in constraints]
        statements = list(key_triggers.create_all(made, names.after, validate=False))
        for each in unseen:
            statements += not_looked_up(names.constraint(each), names.after)
        text = f"make {_checks(constraints)} anew"
        yield Change(names.old, Action.ALTER, text, tuple(statements), locks=_locks(constraints))


# Private
# -------

_SCHEMA: Final = SQL("ALTER SCHEMA {old} RENAME TO {new}")
_ROLE: Final = SQL("ALTER ROLE {old} RENAME TO {new}")


def _roles(schema: Schema) -> tuple[str, ...]:
    own = (schema.login,) if schema.own else ()
    return (schema.owner, schema.rw, schema.ro, schema.keys, *own)


def _checks(constraints: list[KeyConstraint]) -> str:
    tables = sorted({f"{each.schema}.{each.table}" for each in constraints})
    return f"the checks of {', '.join(tables)}"


def _locks(constraints: list[KeyConstraint]) -> tuple[TableLock, ...]:
    return tuple(TableLock(*table, SHUTS_OUT) for table in tables_of(constraints))


def _comments(names: Names, comments: Mapping[str, str]) -> Iterator[Change]:
    before, after = role_purposes(names.before), role_purposes(names.after)
    for (role, was), (now, purpose) in zip(before, after, strict=True):
        # What somebody has written there himself stays.
        if was != purpose and comments.get(role, "").startswith(was):
            text = purpose + comments[role].removeprefix(was)
            yield Change(
                names.old,
                Action.ALTER,
                f"say what {now} is for",
                as_login(comment_on_role(now, text)),
                of_roles=True,
            )


def _settings(names: Names, login: Login) -> list[RoleSetting]:
    """What logins start with that names the schema, or one of its roles."""
    before, after = (
        desired_state(each, login.database, version=login.version).role_settings
        for each in (names.before, names.after)
    )
    former = {new: old for old, new in names.roles.items()}
    return sorted(
        each for each in after if replace(each, role=former.get(each.role, each.role)) not in before
    )
