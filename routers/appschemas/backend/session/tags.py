"""Tags: a statement says whose it is, to whoever reads pg_stat_activity or the server's log.

Comments are in the form of https://google.github.io/sqlcommenter/spec/, which tools read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, Final
from urllib.parse import quote

from psycopg.sql import SQL, Composable

from appschemas.backend.session.call_sites import origin
from appschemas.backend.session.wrapper import Wrapper
from appschemas.conf import APPLICATION_NAME, CALL_SITE, COMMENT, statement_tags


def name_of_session(schema: str | None) -> tuple[tuple[str, str | None], ...]:
    """The parameters that name the schema to the server, if statements are told by these."""
    return (("application_name", schema),) if statement_tags() == APPLICATION_NAME else ()


def tag_statements(wrapper: Any) -> None:
    """Let the statements of an alias say which schema they are of, as the settings want it."""
    if statement_tags() in (COMMENT, CALL_SITE):
        wrapper.execute_wrappers.append(partial(_tagged, wrapper))


# Private
# -------

_SAFE: Final = "/-_."


def _tagged(
    wrapper: Wrapper,
    execute: Callable[..., Any],
    sql: Any,
    params: Any,
    many: bool,
    context: Any,
) -> Any:
    comment = _comment(wrapper)
    if params is not None:
        comment = comment.replace("%", "%%")
    if isinstance(sql, Composable):
        sql = sql + SQL(comment)
    elif isinstance(sql, str):
        sql += comment
    return execute(sql, params, many, context)


def _comment(wrapper: Wrapper) -> str:
    said = {"schema": wrapper.schema.name if wrapper.schema else wrapper.alias}
    if statement_tags() == CALL_SITE:
        site = origin(sys._getframe(1))[0]
        if site is not None:
            said |= {"code_filepath": site.file, "code_lineno": str(site.line)}
    words = ",".join(f"{key}='{quote(value, safe=_SAFE)}'" for key, value in sorted(said.items()))
    return f" /*{words}*/"
