"""System checks of migrations whose SQL reaches the tables of other schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.core import checks

from appschemas.conf import usable_contract
from appschemas.contract.contract import Contract
from appschemas.integrity.migration_files import migrations_on_disk
from appschemas.integrity.reach import Strangers, reaching_migrations
from appschemas.integrity.system_checks.documented import documented


@documented
def check_reach(**kwargs: Any) -> list[checks.CheckMessage]:
    """Whether no migration beyond those of the past names a table of another schema in its SQL."""
    if (contract := usable_contract()) is None:
        return []
    reaching = reaching_migrations(contract)
    return [*_new(contract, reaching), *_needless(contract, reaching)]


# Private
# -------


def _new(contract: Contract, reaching: Mapping[str, Strangers]) -> Iterator[checks.CheckMessage]:
    for name, strangers in reaching.items():
        home = contract.schema_of_app(name.partition(".")[0])
        if home is None or name in home.history or set(strangers.values()) <= {*home.reads}:
            continue
        tables = ", ".join(f"{schema}.{table}" for table, schema in strangers.items())
        yield checks.Error(
            f"SQL of migration {name} names tables of other schemas: {tables}.",
            hint="Put it into a migration of the app that has them, or let RunPython get their "
            f"models of its `apps`. Only migrations of the past may: history of "
            f"[schemas.{home.name}].",
            obj=name,
            id="appschemas.E050",
        )


def _needless(
    contract: Contract, reaching: Mapping[str, Strangers]
) -> Iterator[checks.CheckMessage]:
    apps = {app for app, _ in migrations_on_disk()}
    for schema in contract.installed:
        for name in schema.history:
            if name not in reaching and name.partition(".")[0] in apps:
                yield checks.Error(
                    f"Schema {schema.name!r} lists migration {name} as history, and no SQL of it "
                    "names a table of another schema.",
                    hint="Remove it: the list may only shrink. manage.py schema_contract --write.",
                    obj=schema.name,
                    id="appschemas.E051",
                )
