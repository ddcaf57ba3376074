"""Clone: a copy of a database, with what TEMPLATE leaves behind."""

from __future__ import annotations

from typing import Any, Final

from psycopg import Connection
from psycopg.sql import SQL, Identifier

from appschemas.provisioning.databases import comment_of, comment_on, drop, wait_until_left
from appschemas.provisioning.fingerprints import DatabaseStamp


def clone(server: Connection[Any], source: str, target: str) -> None:
    """Copy a database, and what TEMPLATE does not copy: privileges on it, settings of roles in it.

    https://www.postgresql.org/docs/current/manage-ag-templatedbs.html
    """
    names = {"source": Identifier(source), "target": Identifier(target)}
    wait_until_left(server, source)
    server.execute(_CLONE.format(**names))
    statements = server.execute(_NOT_COPIED, {"source": source, "target": target}).fetchall()
    # Bytes: psycopg takes a str only where it is a literal of the program.
    script = ";".join(statement for (statement,) in statements)
    if script:
        server.execute(script.encode())


def copy(server: Connection[Any], source: str, target: str, *, keep: bool = False) -> None:
    """Clone a test database with its stamp; one of the same making is left alone with `keep`."""
    comment = comment_of(server, source)
    if keep and comment is not None and comment_of(server, target) == comment:
        return
    drop(server, target)
    clone(server, source, target)
    if stamp := DatabaseStamp.parse(comment):
        comment_on(server, target, str(stamp))


# Private
# -------

_CLONE: Final = SQL("CREATE DATABASE {target} TEMPLATE {source}")
# Settings that are lists are kept as SQL, all others as values.
_NOT_COPIED: Final = """
WITH source AS (SELECT oid, datacl FROM pg_catalog.pg_database WHERE datname = %(source)s),
setting AS (
  SELECT r.rolname, each.name, each.value
    FROM source
    JOIN pg_catalog.pg_db_role_setting s ON s.setdatabase = source.oid
    LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole,
    LATERAL (SELECT pg_catalog.split_part(one, '=', 1),
                    pg_catalog.substr(one, pg_catalog.strpos(one, '=') + 1)
               FROM pg_catalog.unnest(s.setconfig) one) each(name, value)
)
SELECT pg_catalog.format('REVOKE ALL ON DATABASE %%I FROM PUBLIC', %(target)s::text)
  FROM source WHERE datacl IS NOT NULL
UNION ALL
SELECT pg_catalog.format('GRANT %%s ON DATABASE %%I TO %%s',
         pg_catalog.string_agg(a.privilege_type, ', '), %(target)s::text,
         coalesce(pg_catalog.quote_ident(r.rolname), 'PUBLIC'))
  FROM source
 CROSS JOIN LATERAL pg_catalog.aclexplode(source.datacl) a
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = a.grantee
 GROUP BY r.rolname
UNION ALL
SELECT CASE WHEN rolname IS NULL THEN pg_catalog.format('ALTER DATABASE %%I', %(target)s::text)
            ELSE pg_catalog.format('ALTER ROLE %%I IN DATABASE %%I', rolname, %(target)s::text)
       END || pg_catalog.format(' SET %%I TO ', name) ||
       CASE WHEN name IN ('search_path', 'temp_tablespaces', 'session_preload_libraries',
                          'local_preload_libraries')
            THEN value ELSE pg_catalog.quote_literal(value) END
  FROM setting
"""
