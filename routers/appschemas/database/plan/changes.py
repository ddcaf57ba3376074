"""Changes: what a plan would do, and what it found but leaves to a human."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from psycopg.sql import Composed, Identifier

from appschemas.contract.schema import ENGINE_SCHEMAS
from appschemas.database.catalog import PUBLIC_SCHEMA
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.integrity.references import KeyConstraint


class Action(StrEnum):
    """What a change does to the thing it names."""

    ADD = "+"
    REMOVE = "-"
    ALTER = "~"


# https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
STOPS_WRITES: Final = "SHARE ROW EXCLUSIVE"
SHUTS_OUT: Final = "ACCESS EXCLUSIVE"


@dataclass(frozen=True, slots=True, order=True)
class TableLock:
    """A lock on a table, which waits for others and keeps others waiting.

    https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
    """

    schema: str
    table: str
    mode: str

    def __str__(self) -> str:
        return f"{self.mode} on {self.schema}.{self.table}"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a plan and the SQL behind it.

    Attributes:
        section: A schema, or empty for what belongs to the database or to the login roles.
        of_roles: It needs CREATEROLE.
        acting_as: Roles that the login must be able to act as, beyond those that the statements
            run as.
        locks: What it takes until its transaction ends; what is not named here keeps no statement
            of a client waiting.
        constraint: The check that it makes or mends.
        looks_up: Whether it makes nothing and reads every key of the check.
    """

    section: str
    action: Action
    text: str
    statements: tuple[RoleStatement, ...]
    of_roles: bool = False
    acting_as: tuple[str, ...] = ()
    locks: tuple[TableLock, ...] = ()
    constraint: KeyConstraint | None = None
    looks_up: bool = False

    def __str__(self) -> str:
        return f"{self.action} {self.text}"

    @property
    def with_locks(self) -> str:
        """What it does and which tables that locks, for whoever waits for it."""
        tables = dict.fromkeys(f"{lock.schema}.{lock.table}" for lock in self.locks)
        return f"{self.text}, which locks {listed(tables)}" if tables else self.text


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that `schema_apply` will not touch; `hint` is what to do instead.

    A `notice` may well be meant, and leaves the database in step. What is `unseen` could not be
    looked at: it may be in step or not. Of many of one `kind`, a summary shows one. What is
    `unfinished` is no finding any more once `migrate` has come to its end.
    """

    section: str
    text: str
    hint: str
    notice: bool = False
    unseen: bool = False
    kind: str = ""
    unfinished: bool = False

    def __str__(self) -> str:
        return f"{'i' if self.notice else '!'} {self.text}"


@dataclass(frozen=True, slots=True)
class Plan:
    """Changes in the order in which they run, and findings."""

    sections: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @property
    def in_step(self) -> bool:
        """Nothing to change, and nothing found but notices."""
        return not self.changes and all(finding.notice for finding in self.findings)

    @property
    def is_unseen(self) -> bool:
        """Nothing is out of step, as far as could be seen, and something could not."""
        seen = replace(self, findings=tuple(each for each in self.findings if not each.unseen))
        return seen.in_step and not self.in_step


def section_of(schema: str) -> str:
    """The section for what lies in a schema; the engine's own and public are the database's."""
    return "" if schema in (*ENGINE_SCHEMAS, PUBLIC_SCHEMA) else schema


def as_login(*statements: Composed) -> tuple[RoleStatement, ...]:
    """Statements that run as the login itself."""
    return tuple(RoleStatement("", sql) for sql in statements)


def quoted(name: str) -> str:
    """A name as it stands in SQL that is shown, to be pasted: an owner chose it."""
    return Identifier(name).as_string(None)


def placed(schema: str, name: str) -> str:
    """The same of what lies in a schema."""
    return Identifier(schema, name).as_string(None)


def listed(words: Iterable[str], limit: int = 4) -> str:
    """The words with commas between them; a long list is cut and counted."""
    words = list(words)
    if len(words) <= limit:
        return ", ".join(words)
    return f"{', '.join(words[:limit])} and {len(words) - limit} more"
