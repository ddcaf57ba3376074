"""sqlsequencereset: the SQL that sets sequences, on the alias of each app's schema."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.core.management.commands import sqlsequencereset
from django.db import DEFAULT_DB_ALIAS

from appschemas.conf import get_contract
from appschemas.management.whole_project import WholeProject, refuse_elsewhere


class Command(WholeProject, sqlsequencereset.Command):
    """Django's sqlsequencereset, for apps of several schemas at once."""

    def handle_app_config(
        self, app_config: AppConfig, *, database: str | None, **options: Any
    ) -> Any:
        refuse_elsewhere(database, [app_config.label])
        home = get_contract().schema_of_app(app_config.label)
        alias = database or (home.alias if home else DEFAULT_DB_ALIAS)
        return super().handle_app_config(app_config, database=alias, **options)
