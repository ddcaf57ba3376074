"""The Django app: commands, checks, and the three places where Django has no seam."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import Tags, register


class AppSchemasConfig(AppConfig):
    """Put `"appschemas"` into INSTALLED_APPS."""

    name = "appschemas"
    verbose_name = "App schemas"

    def ready(self) -> None:
        from appschemas.backend import base, two_steps
        from appschemas.backend.checks.aliases import check_aliases, check_logins
        from appschemas.backend.checks.extensions import check_extensions
        from appschemas.backend.checks.sessions import check_poolers, check_sessions
        from appschemas.backend.hooks.hook import stop_without
        from appschemas.backend.test_databases import register_test_databases
        from appschemas.conf import chosen, get_contract, settings_error
        from appschemas.fields import lookups
        from appschemas.integrity.system_checks.installed_apps import check_installed_apps
        from appschemas.integrity.system_checks.key_paths import check_key_paths
        from appschemas.integrity.system_checks.models import check_contract
        from appschemas.integrity.system_checks.reach import check_reach
        from appschemas.integrity.system_checks.transition import check_transition
        from appschemas.patches import (
            contrib_commands,
            deletion_collector,
            django_hooks,
            migration_history,
            model_checks,
            query_paths,
            state_registries,
            subqueries,
            test_cases,
        )
        from appschemas.replay import executor
        from appschemas.replay.shared_schema import check_shared_schema

        stop_without(django_hooks.HOOKS)
        if chosen() and not settings_error():
            check_installed_apps(get_contract())
        migration_history.install()
        contrib_commands.install()
        model_checks.install()
        state_registries.install()
        executor.install()
        deletion_collector.install()
        query_paths.install()
        subqueries.install()
        two_steps.install()
        if apps.is_installed("django_filters"):
            from appschemas.fields import django_filter

            django_filter.register()
        if find_spec("rest_framework"):
            from appschemas.fields import rest_framework

            rest_framework.register()
        test_cases.install()
        register_test_databases(_template_databases)
        register(check_contract, "appschemas")
        register(check_key_paths, "appschemas")
        register(check_transition, "appschemas")
        register(check_reach, "appschemas")
        register(check_aliases, "appschemas")
        register(check_sessions, "appschemas")
        # Asks a database, and so runs only for those that `check --database` names.
        register(check_logins, Tags.database)
        register(check_poolers, Tags.database)
        register(check_extensions, Tags.database)
        register(check_shared_schema, Tags.database)
        # Imported for what they assert and register.
        assert base and lookups  # noqa: S101, PT018


# Private
# -------


def _template_databases() -> Any:
    from appschemas.provisioning.test_databases import TemplateDatabases

    return TemplateDatabases()
