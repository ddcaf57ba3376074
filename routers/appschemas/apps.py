"""The Django app: commands, checks, and the two places where Django has no seam."""

from __future__ import annotations

from django.apps import AppConfig


class AppSchemasConfig(AppConfig):
    """Put `"appschemas"` into INSTALLED_APPS."""

    name = "appschemas"
    verbose_name = "App schemas"

    def ready(self) -> None:
        from appschemas import checks, deletion, history, lookups

        history.install()
        deletion.install()
        checks.register()
        assert lookups  # noqa: S101 - imported for what it registers
