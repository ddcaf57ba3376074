"""The Django app that brings `manage.py schema_audit`, and no check and no backend."""

from __future__ import annotations

from importlib.util import find_spec

from django.apps import AppConfig

from appschemas.conf import AUDIT_SAMPLE, Misconfigured, audit_sample


class AuditingConfig(AppConfig):
    """Put `"appschemas.auditing"` into INSTALLED_APPS."""

    name = "appschemas.auditing"
    label = "appschemas_auditing"
    verbose_name = "App schemas: audit"

    def ready(self) -> None:
        """Look at a share of the statements of this process, where the settings say so.

        Raises:
            Misconfigured: the setting is no share, or what it needs is not there.
        """
        if not (share := audit_sample()):
            return
        if find_spec("sqlglot") is None:
            raise Misconfigured(
                f"settings.{AUDIT_SAMPLE} needs sqlglot: pip install 'django-appschemas[audit]'."
            )
        from appschemas.auditing.sampling import sample  # noqa: PLC0415 - optional dependency: sqlglot

        self.sampler = sample(share)
