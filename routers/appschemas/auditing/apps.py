"""The Django app that brings `manage.py schema_audit`, and no check and no backend."""

from __future__ import annotations

from django.apps import AppConfig


class AuditingConfig(AppConfig):
    """Put `"appschemas.auditing"` into INSTALLED_APPS."""

    name = "appschemas.auditing"
    label = "appschemas_auditing"
    verbose_name = "App schemas: audit"
