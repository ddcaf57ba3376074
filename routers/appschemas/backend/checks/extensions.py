"""System checks: the extensions that migrations create, and those that the contract lists.

They load every migration, and run where a database is named: before `migrate`, and with
`check --database`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.core import checks
from django.db import connections

from appschemas.backend.session.settings import askable
from appschemas.backend.session.statements.errors import RoleRefused
from appschemas.conf import usable_contract
from appschemas.contract.contract import Contract
from appschemas.integrity.migration_files import created_extensions
from appschemas.integrity.system_checks.documented import documented


@documented
def check_extensions(
    databases: Iterable[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Whether each extension that a migration creates is listed, and each listed one is there."""
    contract = usable_contract()
    aliases = [connection.alias for connection in askable(databases)]
    if contract is None or not aliases:
        return []
    return [*_unlisted(contract), *_absent(contract, aliases)]


# Private
# -------

_INSTALLED: Final = "SELECT extname FROM pg_catalog.pg_extension"


def _unlisted(contract: Contract) -> Iterator[checks.CheckMessage]:
    for migration, name in created_extensions():
        if name not in contract.extension_names:
            yield checks.Error(
                f"Migration {migration} creates extension {name!r}, which an administrator must "
                "make, and the contract does not list it.",
                hint="List it in [extensions] install: manage.py schema_contract --write, then: "
                "manage.py schema_apply --apply.",
                obj=migration,
                id="appschemas.E042",
            )


def _absent(contract: Contract, aliases: list[str]) -> Iterator[checks.CheckMessage]:
    if not contract.extension_names:
        return
    sessions = {connections[alias].session: alias for alias in aliases}
    for alias in sessions.values():
        try:
            with connections[alias].cursor() as cursor:
                cursor.execute(_INSTALLED)
                there = {name for (name,) in cursor.fetchall()}
        except RoleRefused:
            return  # The contract is not applied yet.
        for name in contract.extension_names:
            if name not in there:
                yield checks.Error(
                    f"The database of {alias!r} lacks extension {name!r}.",
                    hint="Let an administrator make it: manage.py schema_apply --apply.",
                    obj=alias,
                    id="appschemas.E043",
                )
