"""dbshell: psql in the schema of an alias."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import dbshell

from appschemas.exceptions import AppSchemasError


class Command(dbshell.Command):
    """Django's dbshell; the role and the path are those of the alias's statements."""

    def handle(self, **options: Any) -> None:
        try:
            super().handle(**options)
        except AppSchemasError as error:
            raise CommandError(str(error)) from error
