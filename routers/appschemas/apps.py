"""The Django app: commands, checks, and the two places where Django has no seam."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import Tags, register


class AppSchemasConfig(AppConfig):
    """Put `"appschemas"` into INSTALLED_APPS."""

    name = "appschemas"
    verbose_name = "App schemas"

    def ready(self) -> None:
        from appschemas import (
            checks,
            database_checks,
            deletion,
            history,
            lookups,
            session_checks,
            standing_alone,
        )
        from appschemas.conf import get_contract
        from appschemas.subsets import chosen

        if chosen():
            standing_alone.refuse_more(get_contract())
        history.install()
        deletion.install()
        register(checks.check_contract, "appschemas")
        register(database_checks.check_aliases, "appschemas")
        register(session_checks.check_sessions, "appschemas")
        # Asks a database, and so runs only for those that `check --database` names.
        register(database_checks.check_logins, Tags.database)
        register(session_checks.check_poolers, Tags.database)
        assert lookups  # noqa: S101 - imported for what it registers
