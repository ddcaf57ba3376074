"""The Django app: commands, checks, and the two places where Django has no seam."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import Tags, register


class AppSchemasConfig(AppConfig):
    """Put `"appschemas"` into INSTALLED_APPS."""

    name = "appschemas"
    verbose_name = "App schemas"

    def ready(self) -> None:
        from appschemas import serializers
        from appschemas.backend import base
        from appschemas.backend.checks import check_aliases, check_logins
        from appschemas.backend.hooks.hook import stop_without
        from appschemas.backend.session.checks import check_poolers, check_sessions
        from appschemas.conf import get_contract
        from appschemas.contract.subset import chosen
        from appschemas.fields import lookups
        from appschemas.integrity.installed_apps import check_installed_apps
        from appschemas.integrity.model_checks import check_contract
        from appschemas.patches import deletion_collector, django_hooks, migration_history

        stop_without(django_hooks.HOOKS)
        if chosen():
            check_installed_apps(get_contract())
        migration_history.install()
        deletion_collector.install()
        serializers.install()
        register(check_contract, "appschemas")
        register(check_aliases, "appschemas")
        register(check_sessions, "appschemas")
        # Asks a database, and so runs only for those that `check --database` names.
        register(check_logins, Tags.database)
        register(check_poolers, Tags.database)
        # Imported for what they assert and register.
        assert base and lookups  # noqa: S101, PT018
