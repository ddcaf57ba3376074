"""System check: whether the project's tables lie in one schema still, as they did before.

Asks the databases that are named: before `migrate`, and with `check --database`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core import checks

from appschemas.backend.session.settings import askable
from appschemas.conf import get_contract
from appschemas.database.model_state import ModelState
from appschemas.database.plan.shared_schema import refuse_shared_schema
from appschemas.database.servers import databases_of
from appschemas.exceptions import NotSplit
from appschemas.integrity.system_checks.documented import documented


@documented
def check_shared_schema(
    databases: Iterable[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Whether tables of the models lie, with rows, elsewhere than in their schemas."""
    asked = {connection.alias: connection for connection in askable(databases)}
    found: list[checks.CheckMessage] = []
    for database in databases_of(get_contract()) if asked else ():
        connection = next((asked[each] for each in database.aliases if each in asked), None)
        if connection is None:
            continue
        connection.ensure_connection()
        models = ModelState.of(database.contract)
        try:
            refuse_shared_schema(connection.connection, database.contract, models)
        except NotSplit as refused:
            found.append(_error(database.alias, refused))
    return found


# Private
# -------


def _error(alias: str, refused: NotSplit) -> checks.Error:
    return checks.Error(
        str(refused),
        hint="manage.py schema_split --status says where it stands.",
        obj=alias,
        id="appschemas.E044",
    )
