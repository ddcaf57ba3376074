"""The parts of a check: its functions and triggers, which know their SQL and their fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from psycopg.sql import SQL, Composed

from appschemas.integrity.constraints.blocks import (
    Column,
    dollar_quoted,
    with_unique_index,
)
from appschemas.integrity.constraints.templates import Template, identifier, literal

COMMENT_PREFIX: Final = "appschemas:"
# https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY
FUNCTION_CONFIG: Final = "search_path=pg_catalog, pg_temp"
# A policy that would hide rows from a check makes it fail: a row unseen would be a row unchecked.
# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-ROW-SECURITY
SEES_EVERY_ROW: Final = "row_security=off"


@dataclass(frozen=True, slots=True)
class RoleStatement:
    """One SQL statement and the role that runs it."""

    role: str
    sql: Composed | SQL


@dataclass(frozen=True, slots=True, order=True)
class ConstraintFunction:
    """A SECURITY DEFINER function of a check; `returns` and `arguments` are SQL.

    `default` is that of the last argument, as SQL, and `executable_by` are roles. `keeps_unique` is
    a column whose unique index is not dropped while the function is there. `purpose` is said in its
    COMMENT, and nobody's to compare.
    """

    schema: str
    name: str
    owner: str
    arguments: str
    returns: str
    volatility: str
    body: str
    executable_by: tuple[str, ...]
    config: tuple[str, ...] = (FUNCTION_CONFIG,)
    default: str = ""
    keeps_unique: Column | None = None
    purpose: str = field(default="", compare=False)

    @property
    def signature(self) -> Composed:
        """Its name with its arguments: others of that name have other arguments."""
        return _SIGNATURE.format(
            name=identifier(self.schema, self.name), arguments=_raw(self.arguments)
        )

    @property
    def fingerprint(self) -> str:
        """What its COMMENT begins with."""
        default = (self.default,) if self.default else ()
        return _fingerprint(
            self.arguments,
            *default,
            *(self.keeps_unique or ()),
            self.returns,
            self.volatility,
            *self.config,
            self.body,
        )

    def create(self) -> Iterator[RoleStatement]:
        """Create or replace it; only those may execute it who are to."""
        before, after = self.definition()
        made = (
            with_unique_index(before, after, self.keeps_unique)
            if self.keeps_unique
            else before + after
        )
        yield RoleStatement(self.owner, made)
        yield from executable([self])
        yield self.comment()

    def comment(self) -> RoleStatement:
        """Say what it is."""
        text = _COMMENT_FUNCTION.format(name=self.signature, text=_comment(self))
        return RoleStatement(self.owner, text)

    def drop(self, role: str = "") -> Iterator[RoleStatement]:
        """Drop it, if it is there; `role` is the owner of its schema, where it is not its own."""
        yield RoleStatement(role or self.owner, _DROP_FUNCTION.format(name=self.signature))

    def definition(self) -> tuple[Composed, Composed]:
        """The statement that makes it, up to where a condition may follow its default, and on."""
        named = _CREATE_FUNCTION.format(
            name=identifier(self.schema, self.name),
            arguments=_raw(self.arguments),
            default=_raw(f" DEFAULT {self.default}" if self.default else ""),
        )
        defined = _AS_FUNCTION.format(
            returns=_raw(self.returns),
            volatility=_raw(self.volatility),
            config=_raw(" ".join(f"SET {each.replace('=', ' = ')}" for each in self.config)),
            body=dollar_quoted(self.body),
        )
        return named, defined


@dataclass(frozen=True, slots=True, order=True)
class ConstraintTrigger:
    """A trigger of a check, AFTER `event`; `condition` is SQL, `transition` a table's name.

    One for each ROW is a constraint trigger, which waits for the end of the transaction or of the
    statement; one for each STATEMENT runs at the end of the statement. One that is `of` another
    (schema, table) goes along when that is dropped.
    """

    schema: str
    table: str
    name: str
    owner: str
    function_schema: str
    function: str
    event: str
    each: str = "ROW"
    condition: str = ""
    transition: str = ""
    deferred: bool = True
    of: tuple[str, str] | None = None
    purpose: str = field(default="", compare=False)

    @property
    def fingerprint(self) -> str:
        """What its COMMENT begins with."""
        return _fingerprint(
            self.function_schema,
            self.function,
            self.event,
            self.each,
            self.condition,
            self.transition,
            str(self.deferred),
            *(self.of or ()),
        )

    def create(self) -> Iterator[RoleStatement]:
        """Create it anew: constraint triggers cannot be replaced."""
        yield from self.drop()
        yield RoleStatement(self.owner, self.definition())
        yield self.comment()

    def comment(self) -> RoleStatement:
        """Say what it is."""
        names = {"name": identifier(self.name), "table": identifier(self.schema, self.table)}
        return RoleStatement(self.owner, _COMMENT_TRIGGER.format(text=_comment(self), **names))

    def definition(self) -> Composed:
        """The statement that makes it."""
        return _CREATE_TRIGGER.format(
            kind=_raw("CONSTRAINT TRIGGER" if self.each == "ROW" else "TRIGGER"),
            name=identifier(self.name),
            event=_raw(self.event),
            table=identifier(self.schema, self.table),
            of=_FROM.format(identifier(*self.of)) if self.of else SQL(""),
            options=_raw(" ".join(self._options())),
            function=identifier(self.function_schema, self.function),
        )

    def _options(self) -> Iterator[str]:
        if self.each == "ROW":
            yield "DEFERRABLE INITIALLY DEFERRED" if self.deferred else "NOT DEFERRABLE"
        if self.transition:
            table = "OLD" if self.event == "DELETE" else "NEW"
            yield f"REFERENCING {table} TABLE AS {identifier(self.transition).as_string(None)}"
        yield f"FOR EACH {self.each}"
        if self.condition:
            yield f"WHEN ({self.condition})"

    def drop(self) -> Iterator[RoleStatement]:
        """Drop it, if it is there."""
        yield RoleStatement(
            self.owner,
            _DROP_TRIGGER.format(
                name=identifier(self.name), table=identifier(self.schema, self.table)
            ),
        )


ConstraintObject = ConstraintFunction | ConstraintTrigger


def executable(functions: Sequence[ConstraintFunction]) -> Iterator[RoleStatement]:
    """Let those execute functions of one owner's who are to, the same of each, and nobody else."""
    owner, roles = functions[0].owner, functions[0].executable_by
    names = SQL(", ").join(each.signature for each in functions)
    yield RoleStatement(owner, _REVOKE.format(names=names))
    listed = SQL(", ").join(map(identifier, roles))
    yield RoleStatement(owner, _GRANT.format(names=names, roles=listed))


def fingerprint_of(comment: str) -> str:
    """The fingerprint that a COMMENT begins with; words may come after it."""
    return comment.partition(" ")[0]


def comment_of(made: ConstraintObject) -> str:
    """What the COMMENT of a function or trigger says: its fingerprint, then what it is for."""
    return f"{made.fingerprint} {made.purpose}".strip()


# Private
# -------

_SIGNATURE: Final = Template("{name}({arguments})")
_CREATE_FUNCTION: Final = Template("CREATE OR REPLACE FUNCTION {name}({arguments}{default}")
_AS_FUNCTION: Final = Template(
    ") RETURNS {returns}\n  LANGUAGE plpgsql {volatility} SECURITY DEFINER {config}\nAS {body}"
)
_REVOKE: Final = Template("REVOKE ALL ON FUNCTION {names} FROM PUBLIC")
_GRANT: Final = Template("GRANT EXECUTE ON FUNCTION {names} TO {roles}")
_COMMENT_FUNCTION: Final = Template("COMMENT ON FUNCTION {name} IS {text}")
_DROP_FUNCTION: Final = Template("DROP FUNCTION IF EXISTS {name}")
_CREATE_TRIGGER: Final = Template(
    "CREATE {kind} {name} AFTER {event} ON {table}{of}\n"
    "  {options}\n  EXECUTE FUNCTION {function}()"
)
# https://www.postgresql.org/docs/current/sql-createtrigger.html
_FROM: Final = Template(" FROM {}")
_COMMENT_TRIGGER: Final = Template("COMMENT ON TRIGGER {name} ON {table} IS {text}")
_DROP_TRIGGER: Final = Template("DROP TRIGGER IF EXISTS {name} ON {table}")


def _fingerprint(*parts: str) -> str:
    return COMMENT_PREFIX + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _comment(made: ConstraintObject) -> SQL:
    return literal(comment_of(made))


def _raw(text: str) -> SQL:
    # Text that this module composed, or a type's name from a field: quoted where it was made.
    return SQL(text)
