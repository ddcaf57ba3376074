"""Errors: what PostgreSQL says of a switch, and of a statement that came with one."""

from __future__ import annotations

import re
from typing import Any, Final

from django.db.utils import ProgrammingError
from psycopg import Connection, Error, errors
from psycopg.pq import DiagnosticField

from appschemas.backend.session.context import SchemaContext
from appschemas.backend.session.current_role import acts_alone
from appschemas.backend.session.psycopg_hooks import replace_result
from appschemas.conf import get_contract
from appschemas.exceptions import AppSchemasError

REFUSED: Final = (errors.InsufficientPrivilege, errors.InvalidParameterValue)

# libpq quotes the line: LINE 2: SELECT .., and under it a caret.
_QUOTED: Final = re.compile(r"^LINE (\d+): (.*\n)( *)\^", re.MULTILINE)


class RoleRefused(AppSchemasError, ProgrammingError):
    """The login may not act as a schema's role."""


def role_refused(error: Error, context: SchemaContext, connection: Connection[Any]) -> RoleRefused:
    """What to do about a switch that failed."""
    reason = str(error).partition("\n")[0]
    refused = f"The login {connection.info.user!r} may not act as {context.role!r} ({reason}). "
    if alone := acts_alone():
        return RoleRefused(
            f"{refused}It migrates schema {alone!r} alone, and this migration reaches another. "
            "The migrator of all schemas may run it: its login in MIGRATOR_DATABASE_URL."
        )
    for schema in get_contract().schemas:
        if schema.retired == "closed" and context.role in (schema.rw, schema.ro):
            return RoleRefused(
                f"{refused}The contract has closed schema {schema.name!r} (retired): none of the "
                "application's logins acts in it. Take out the code that does, or the apps, or "
                'open it again: retired = "read-only", or none; then manage.py schema_apply --apply'
            )
    shared = ""
    if isinstance(error, errors.InvalidParameterValue):
        shared = "; where its tables lie in one schema so far: manage.py schema_split"
    return RoleRefused(
        f"{refused}"
        f"Apply the contract with: manage.py schema_apply --apply{shared}; "
        "migrations need the migrator's login in MIGRATOR_DATABASE_URL."
    )


def unshift(error: Error, context: SchemaContext) -> None:
    """Let `error` speak of the statement alone: line and position without the switch before it."""
    result = error.pgresult
    if result is None or result.error_field(DiagnosticField.STATEMENT_POSITION) is None:
        return
    error.args = (_QUOTED.sub(_line_before, str(error)), *error.args[1:])
    replace_result(error, _Unshifted(result, len(context.switch.decode())))


# Private
# -------


class _Unshifted:
    """A result that gives the position within the statement."""

    def __init__(self, result: Any, shift: int) -> None:
        self._result = result
        self._shift = shift

    def error_field(self, field: DiagnosticField) -> bytes | None:
        value: bytes | None = self._result.error_field(field)
        if field == DiagnosticField.STATEMENT_POSITION and value is not None:
            return b"%d" % (int(value) - self._shift)
        return value

    def __getattr__(self, name: str) -> Any:
        return getattr(self._result, name)


def _line_before(quoted: re.Match[str]) -> str:
    line, text, indent = quoted.groups()
    before = str(int(line) - 1)
    return f"LINE {before}: {text}{indent[len(line) - len(before) :]}^"
