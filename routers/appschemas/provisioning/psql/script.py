"""Script: what every file of `sql/` begins and ends with, so that each runs alone.

A login without superuser acts as the roles that it administers, and as no others: it must first
grant them to itself (https://www.postgresql.org/docs/current/role-attributes.html). A file does so
in its one transaction and takes it back before the end: nobody keeps what he did not have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import fill, indent
from typing import Final

from psycopg.sql import SQL, Composed, Identifier, Literal

from appschemas.integrity.constraints.ddl import RoleStatement

# SQL of a role's, or a line of psql's own.
Line = RoleStatement | str
RENDERED: Final = "-- Rendered from the contract by: manage.py schema_sql"


def script(
    what: str,
    who: str,
    lines: Iterable[Line],
    roles: Iterable[str] = (),
    *,
    first: str = "",
    last: Iterable[Line] = (),
    acting: str = "",
    inherit: bool = False,
) -> str:
    """A whole file.

    Args:
        what: One line that says what it makes.
        who: One line that says by whom it is run, and when.
        lines: Statements with their roles, and psql's commands as text.
        roles: What the login must be able to act as beyond the roles of the statements.
        first: What comes before it is lent them.
        last: What comes after it has given them back.
        acting: These roles as SQL, where a variable of psql's has them.
        inherit: Whether it must have their rights without acting as them; without roles, those of
            whose member it is.
    """
    lines = list(lines)
    named = {each.role for each in lines if isinstance(each, RoleStatement)} - {""} | set(roles)
    acting = acting or (array(sorted(named)) if named else "")
    parts = [_HEAD.format(rendered=RENDERED, what=what, who=who), first]
    if inherit:
        parts.append(_INHERIT + (_MUST_INHERIT if acting else "\\endif\n"))
    if acting:
        has_rights = " AND pg_has_role(r.oid, 'USAGE')" if inherit else ""
        options = str(inherit).upper()
        parts.append(_LEND.format(roles=acting, has_rights=has_rights, inherit=options))
    parts += [f"{line}\n" for line in as_text(lines)]
    parts += [_TAKE_BACK if acting else "", _INHERIT_NO_MORE if inherit else ""]
    parts += [*(f"{line}\n" for line in as_text(last)), "COMMIT;\n"]
    return "".join(parts)


def index(files: Iterable[str], how: str = "psql -d DATABASE -f all.sql", first: str = "") -> str:
    """all.sql: runs the files of these names in their order, after what comes `first`."""
    head = _INDEX.format(rendered=RENDERED, how=how) + first
    return head + "".join(f"\\ir {name}\n" for name in sorted(files))


def as_text(lines: Iterable[Line]) -> Iterator[str]:
    """The lines, each role entered once and left again."""
    for role, those in groupby(lines, key=_role):
        if role:
            yield _SET_ROLE.format(Identifier(role)).as_string(None) + ";"
        for each in those:
            yield each if isinstance(each, str) else each.sql.as_string(None) + ";"
        if role:
            yield "RESET ROLE;"


def as_login(sql: Composed) -> RoleStatement:
    """A statement that the login runs as itself."""
    return RoleStatement("", sql)


def comment(text: str) -> str:
    """One line, whatever is in it: a name may have line breaks, after which psql would go on."""
    return f"-- {' '.join(text.splitlines())}"


def literals(words: Iterable[str]) -> str:
    """The words as SQL's literals, with commas between them."""
    return ", ".join(literal(word) for word in words)


def array(words: Iterable[str]) -> str:
    """The words as an array of SQL's, a few to a line."""
    text = fill(literals(words), 90, break_long_words=False, break_on_hyphens=False)
    return f"ARRAY[\n{indent(text, '    ')}]::text[]" if "\n" in text else f"ARRAY[{text}]::text[]"


def literal(word: str) -> str:
    """The word as SQL's literal."""
    return Literal(word).as_string(None)


def identifier(name: str) -> str:
    """The name as SQL's identifier."""
    return Identifier(name).as_string(None)


def rows(values: Iterable[Iterable[str]]) -> str:
    """The rows of a VALUES list, one a line."""
    return ",\n".join(f"    ({literals(row)})" for row in values)


# Private
# -------

_HEAD: Final = """\
{rendered}
-- {what}
-- {who}
\\set ON_ERROR_STOP on
\\set QUIET on
\\if :{{?lock_timeout}}
\\else
  \\set lock_timeout 5s
\\endif
BEGIN;
SET LOCAL client_min_messages = warning;
SET LOCAL lock_timeout = :'lock_timeout';
SET LOCAL search_path = pg_catalog, pg_temp;
"""
_INDEX: Final = """\
{rendered}
-- Everything, in order: {how}
\\set ON_ERROR_STOP on
"""
# Up to PostgreSQL 15 whoever is a member may also SET ROLE. A superuser may act as anybody.
_LEND: Final = """\
-- Until the end, a login without superuser lends itself the roles that it acts as here.
SELECT count(*) > 0 AS lends,
       coalesce(string_agg(quote_ident(r.rolname), ', '), '') AS lent,
       CASE WHEN current_setting('server_version_num')::int >= 160000
            THEN 'WITH INHERIT {inherit}, SET TRUE' ELSE '' END AS lending
  FROM pg_roles r
 WHERE r.rolname = ANY ({roles})
   AND NOT (pg_has_role(r.oid, CASE WHEN current_setting('server_version_num')::int >= 160000
                                    THEN 'SET' ELSE 'MEMBER' END){has_rights}) \\gset
\\if :lends
  GRANT :lent TO :"USER" :lending;
\\endif
"""
# A membership has options of its own from PostgreSQL 16 on.
_INHERIT: Final = """\
-- Up to PostgreSQL 15 a NOINHERIT login has the rights of no role: until the end this one has.
SELECT coalesce(bool_or(rolcreaterole), false) AS inherits,
       coalesce(bool_or(NOT rolcreaterole), false) AS may_not_inherit
  FROM pg_roles
 WHERE rolname = :'USER' AND NOT rolinherit AND NOT rolsuper
   AND current_setting('server_version_num')::int < 160000 \\gset
\\if :inherits
  ALTER ROLE :"USER" INHERIT;
"""
_MUST_INHERIT: Final = """\
\\elif :may_not_inherit
  DO $$ BEGIN RAISE EXCEPTION 'this login is NOINHERIT, and needs the rights of roles here'
    USING HINT = format('Let an administrator run: ALTER ROLE %I INHERIT', session_user); END $$;
\\endif
"""
_INHERIT_NO_MORE: Final = """\
\\if :inherits
  ALTER ROLE :"USER" NOINHERIT;
\\endif
"""
_TAKE_BACK: Final = """\
\\if :lends
  REVOKE :lent FROM :"USER";
\\endif
"""
_SET_ROLE: Final = SQL("SET LOCAL ROLE {}")


def _role(line: Line) -> str:
    return "" if isinstance(line, str) else line.role
