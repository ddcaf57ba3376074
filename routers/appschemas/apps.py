"""The Django app: commands, checks, and the two places where Django has no seam."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import Tags, register


class AppSchemasConfig(AppConfig):
    """Put `"appschemas"` into INSTALLED_APPS."""

    name = "appschemas"
    verbose_name = "App schemas"

    def ready(self) -> None:
        from appschemas.backend import checks
        from appschemas.backend.session import checks
        from appschemas.conf import get_contract
        from appschemas.contract.subset import chosen
        from appschemas.fields import lookups
        from appschemas.integrity import installed_apps, model_checks
        from appschemas.patches import deletion_collector, migration_history

        if chosen():
            installed_apps.check_installed_apps(get_contract())
        migration_history.install()
        deletion_collector.install()
        register(checks.check_contract, "appschemas")
        register(database_checks.check_aliases, "appschemas")
        register(session_checks.check_sessions, "appschemas")
        # Asks a database, and so runs only for those that `check --database` names.
        register(database_checks.check_logins, Tags.database)
        register(session_checks.check_poolers, Tags.database)
        assert lookups  # noqa: S101 - imported for what it registers
