"""The router: a model's app says which schema, and so which alias."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.models import Model

from appschemas.conf import get_contract, is_engine
from appschemas.contract.contract import Contract
from appschemas.contract.schema import CACHE_APP, DEFAULT_ALIAS, Schema


class SearchPathRouter:
    """Sends every query and every migration to the alias of the app's schema.

    Name it in `DATABASE_ROUTERS`; it has no options and answers from the contract alone
    (https://docs.djangoproject.com/en/stable/topics/db/multi-db/#using-routers).
    """

    def db_for_read(
        self, model: type[Model], instance: Model | None = None, **hints: Any
    ) -> str | None:
        """The alias of the model's schema; None for an app that the contract does not know.

        A proxy is where its table lies. What goes with a row of a replica is read there, too.
        """
        alias = get_contract().aliases.get(_app_of_table(model))
        if instance is not None and alias is not None and is_replica(instance._state.db):
            return instance._state.db
        return alias

    def db_for_write(self, model: type[Model], **hints: Any) -> str | None:
        """The alias of the model's schema, whatever was read elsewhere."""
        return get_contract().aliases.get(_app_of_table(model))

    def allow_relation(self, obj1: Model, obj2: Model, **hints: Any) -> bool | None:
        """Objects of one schema may be related by a foreign key, and those of a pending one."""
        contract = get_contract()
        first = contract.schema_of_app(_app_of_table(obj1))
        second = contract.schema_of_app(_app_of_table(obj2))
        if first is None or second is None:
            return None
        return first == second or bool(first.pending or second.pending)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """An app's tables are made in its own schema and nowhere else."""
        contract = get_contract()
        if (alias := contract.aliases.get(app_label)) is not None:
            # Django's checks ask for each model, field and alias: most of them are of others.
            return alias == db or alias in taken_together_with(db)
        schema, home = contract.schema_of_alias(db), home_of(app_label, contract)
        if home is None and (schema is None or app_label not in apps.app_configs):
            # Operations that a test runs by hand are of no app.
            return None
        return home is not None and home.alias in taken_together_with(db)


def is_replica(alias: str | None) -> bool:
    """Whether it is an alias of the engine that no schema has."""
    entry = connections.settings.get(alias) if alias else None
    if not alias or entry is None or not is_engine(entry["ENGINE"]):
        return False
    return get_contract().schema_of_alias(alias) is None


def home_of(app_label: str, contract: Contract) -> Schema | None:
    """The schema of an app's tables; that of the cache is the platform, unless one claims it."""
    schema = contract.schema_of_app(app_label)
    if schema is None and app_label == CACHE_APP:
        return contract.schema_of_alias(DEFAULT_ALIAS)
    return schema


@contextmanager
def taken_together(aliases: Iterable[str]) -> Iterator[None]:
    """In the block each of the aliases may hold the rows of all of them.

    So a command that goes through the models of one alias goes through those of all; its queries
    run in the models' own schemas all the same.
    """
    token = _together.set(frozenset(aliases))
    try:
        yield
    finally:
        _together.reset(token)


def is_taken_together(alias: str) -> bool:
    """Whether a command takes this alias now, with others or alone."""
    return alias in _together.get()


def taken_together_with(alias: str) -> frozenset[str]:
    """The aliases that are taken together with this one now; itself only in general."""
    together = _together.get()
    return together if alias in together else frozenset({alias})


# Private
# -------


def _app_of_table(model: type[Model] | Model) -> str:
    """The label of the app whose schema has the model's table: of a proxy, that of its original."""
    # The model of a cache's table has options of its own kind, which know no original.
    original = getattr(model._meta, "concrete_model", None) or model
    return str(original._meta.app_label)


_together: ContextVar[frozenset[str]] = ContextVar("appschemas_together", default=frozenset())
