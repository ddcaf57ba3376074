"""Trials: each statement is sent as each role, and nothing of it stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from appschemas.contract.schema import ENGINE_SCHEMAS
from tests.wall.actions import ANYBODY, IN_CHECKS, SERVER, Action, Holder
from tests.wall.database import SCRATCH, Standing
from tests.wall.expected import actions, may, may_become, may_call, may_make, may_on_server

REFUSED = "42501"


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """What PostgreSQL said to one role; `place` is a schema, a role or empty for the server.

    `sqlstate` is empty where the statement went through.
    """

    role: str
    place: str
    action: str
    sqlstate: str
    expected: bool

    @property
    def allowed(self) -> bool:
        """Whether it went through."""
        return not self.sqlstate

    @property
    def is_right(self) -> bool:
        """Whether it went through where it should, and was refused for want of rights elsewhere."""
        return not self.sqlstate if self.expected else self.sqlstate == REFUSED


def matrix(standing: Standing, roles: Iterable[str] | None = None) -> list[Cell]:
    """Every cell, of all roles that the contract made, of the logins and of a stranger."""
    version = standing.connection.info.server_version // 10000
    cells: list[Cell] = []
    everybody = standing.roles()
    for role in everybody if roles is None else roles:
        with _acting(standing, role) as trial:
            for schema in standing.contract.schemas:
                for action in actions(version):
                    expected = may(standing.contract, role, schema, action, version)
                    state = trial.refusal(action, schema.name)
                    cells.append(Cell(role, schema.name, action.name, state, expected))
            cells += _of_checks(standing, trial, role)
            for action in SERVER:
                expected = may_on_server(standing.contract, role, action)
                cells.append(Cell(role, "", action.name, trial.refusal(action), expected))
            for action in ANYBODY:
                cells.append(Cell(role, "", action.name, trial.refusal(action), True))
            for other in everybody:
                become = Action(f"SET ROLE {other}", SERVER[0].holder, "", "SET ROLE {other}")
                expected = may_become(standing.contract, role, other)
                state = trial.refusal(become, other=other)
                cells.append(Cell(role, other, "SET ROLE", state, expected))
    return cells


# Private
# -------


def _of_checks(standing: Standing, trial: _Trial, role: str) -> Iterator[Cell]:
    """What the role may do in the schemas of checks."""
    asked = standing.asked()
    for schema in ENGINE_SCHEMAS:
        for action in IN_CHECKS:
            state = trial.refusal(action, schema)
            yield Cell(role, schema, action.name, state, may_make(standing.contract, role))
        for function, pattern in standing.functions(schema).items():
            key = asked.get(function)
            expected = may_call(standing.contract, role, key)
            call = pattern.replace("a column", key.column if key else "")
            state = trial.refusal(Action(function, Holder.OWNED, "EXECUTE", call), schema)
            yield Cell(role, schema, f"EXECUTE {function}", state, expected)


class _Trial:
    def __init__(self, standing: Standing) -> None:
        self._standing = standing

    def refusal(self, action: Action, schema: str = "", other: str = "") -> str:
        """The SQLSTATE with which it is refused; empty where it went through."""
        connection = self._standing.connection
        try:
            with connection.transaction(force_rollback=True):
                self._send(action, schema, other)
        except psycopg.Error as error:
            return error.sqlstate or type(error).__name__
        return ""

    def _send(self, action: Action, schema: str, other: str) -> None:
        where = schema or SCRATCH
        statement = SQL(action.sql).format(
            schema=Identifier(where),
            thing=Identifier(where, "thing"),
            counter=Identifier(where, "counter"),
            counter_name=Literal(Identifier(where, "counter").as_string(None)),
            mine=Identifier(SCRATCH, "mine"),
            nothing=Identifier(SCRATCH, "nothing"),
            large_object=Literal(self._standing.large_objects.get(where, 0)),
            thing_name=Literal(Identifier(where, "thing").as_string(None)),
            extension=Identifier(self._standing.extension),
            scratch=Identifier(SCRATCH),
            database=Identifier(self._standing.connection.info.dbname),
            other=Identifier(other),
        )
        if not action.sql.startswith("COPY"):
            self._standing.connection.execute(statement)
            return
        with self._standing.connection.cursor().copy(statement) as copy:
            if "TO STDOUT" in action.sql:
                list(copy)
            elif "STDIN" in action.sql:
                copy.write_row(("1",))


@contextmanager
def _acting(standing: Standing, role: str) -> Iterator[_Trial]:
    """As if `role` had logged in, with a table of its own to make use of."""
    with standing.connection.transaction(force_rollback=True):
        standing.connection.execute(SQL("SET SESSION AUTHORIZATION {}").format(Identifier(role)))
        mine = SQL("CREATE TABLE {} (id bigint)").format(Identifier(SCRATCH, "mine"))
        standing.connection.execute(mine)
        yield _Trial(standing)
