"""The router: a model's app says which schema, and so which alias."""

from __future__ import annotations

from typing import Any

from django.db.models import Model

from appschemas.conf import get_contract


class SearchPathRouter:
    """Sends every query and every migration to the alias of the app's schema.

    https://docs.djangoproject.com/en/stable/topics/db/multi-db/#using-routers
    """

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        """The alias of the model's schema; None for an app that the contract does not know."""
        schema = get_contract().schema_of_app(model._meta.app_label)
        return schema.alias if schema else None

    db_for_write = db_for_read

    def allow_relation(self, obj1: Model, obj2: Model, **hints: Any) -> bool | None:
        """Objects of one schema may be related by a foreign key, and those of a pending one."""
        contract = get_contract()
        first = contract.schema_of_app(obj1._meta.app_label)
        second = contract.schema_of_app(obj2._meta.app_label)
        if first is None or second is None:
            return None
        return first == second or bool(first.pending or second.pending)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """An app's tables are made in its own schema and nowhere else."""
        contract = get_contract()
        if contract.schema_of_alias(db) is None and contract.schema_of_app(app_label) is None:
            return None
        return contract.schema_of_alias(db) == contract.schema_of_app(app_label)
