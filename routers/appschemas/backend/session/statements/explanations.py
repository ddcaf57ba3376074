"""Explanations: PostgreSQL's refusal, with the wall named that it comes from."""

from __future__ import annotations

import re
from typing import Final

from django.apps import apps
from psycopg import Error, errors

from appschemas.backend.session.current_role import ActingRole, current_role
from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema

# A role without USAGE on a schema is told that the table does not exist, which misleads.
# https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PRIV
EXPLAINED: Final = (errors.UndefinedTable, errors.InsufficientPrivilege)

_NAMED: Final = re.compile(r'(?:relation|table|schema) "?([^"\n]+?)"?(?: does not exist)?$')


def explain(error: Error, schema: Schema, contract: Contract) -> None:
    """Add a hint to `error` when what was refused belongs to another schema."""
    named = _NAMED.search(error.diag.message_primary or "")
    other = _owner_of(named.group(1), contract) if named else None
    if other is None or other == schema:
        return
    if current_role() is ActingRole.OWNER:
        error.args = (
            f"{error}\nHINT:  It belongs to schema {other.name!r}. Declare what "
            f"{schema.name!r} references in the contract, and apply it first: "
            "manage.py schema_apply --apply",
        )
    elif other.name in schema.reads:
        error.args = (
            f"{error}\nHINT:  It belongs to schema {other.name!r}, which {schema.rw!r} may read "
            f"and not write. Ask the services of {', '.join(other.apps)}. A lock of a row is a "
            'write, too: select_for_update(of=("self",)) locks those of the query\'s own model.',
        )
    else:
        error.args = (
            f"{error}\nHINT:  It belongs to schema {other.name!r}, and {schema.rw!r} holds no "
            f"privilege there. Ask the services of {', '.join(other.apps)}, hold a key by "
            f"IdentityKey, or declare reads in [schemas.{schema.name}] of the contract.",
        )


# Private
# -------


def _owner_of(name: str, contract: Contract) -> Schema | None:
    qualifier, _, table = name.rpartition(".")
    if (qualifier or table) in contract:
        return contract[qualifier or table]
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table == table:
            return contract.schema_of_app(model._meta.app_label)
    return None
