"""Shared roles: two projects on one server whose contracts give roles the same names.

Roles belong to the server: what one project's login may act as, the other's may, too.
"""

from __future__ import annotations

from typing import Any, Final

from psycopg import Connection

from appschemas.contract.contract import Contract
from appschemas.exceptions import AppSchemasError


def refuse_shared_roles(connection: Connection[Any], contract: Contract) -> None:
    """Refuse to begin in a database while the contract's owners own things in another one.

    A database that has a schema of the contract has begun. Test databases, and what is provisioned
    from a template, are meant to share the roles of their project.

    Raises:
        AppSchemasError: naming the roles and the databases.
    """
    owners = [schema.owner for schema in contract.schemas]
    schemas = [schema.name for schema in contract.schemas]
    found = connection.execute(_ELSEWHERE, {"owners": owners, "schemas": schemas}).fetchall()
    if found:
        roles = sorted({role for role, _ in found})
        databases = ", ".join(sorted({database for _, database in found}))
        project = connection.info.dbname
        raise AppSchemasError(
            f"{_listed(roles)} already own tables in another database of this server: {databases}. "
            "Roles belong to the server, and two projects with the same ones can act as each "
            "other. Give this contract names of its own in [roles], such as:\n"
            f'  application = "{project}_app"\n  migrator = "{project}_migrator"\n'
            f'  prefix = "{project}_"\n'
            "Where both are databases of one project and may share them: --share-roles"
        )


# Private
# -------

_ELSEWHERE: Final = """
SELECT DISTINCT r.rolname, d.datname
  FROM pg_catalog.pg_shdepend s
  JOIN pg_catalog.pg_roles r ON r.oid = s.refobjid
  JOIN pg_catalog.pg_database d ON d.oid = s.dbid
 WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
   AND s.deptype = 'o'
   AND r.rolname = ANY(%(owners)s)
   AND d.datname <> pg_catalog.current_database()
   AND NOT pg_catalog.starts_with(d.datname, 'test_')
   AND coalesce(pg_catalog.shobj_description(d.oid, 'pg_database'), '')
       NOT LIKE 'appschemas%%'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_namespace n WHERE n.nspname = ANY(%(schemas)s))
"""
_SHOWN: Final = 3


def _listed(roles: list[str]) -> str:
    more = f" and {len(roles) - _SHOWN} more roles" if len(roles) > _SHOWN else ""
    return f"{', '.join(roles[:_SHOWN])}{more}"
