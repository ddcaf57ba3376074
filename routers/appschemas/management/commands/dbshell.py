"""dbshell: psql in the schema of an alias."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import dbshell

from appschemas.management.command import one_message


class Command(dbshell.Command):
    """Django's dbshell; the role and the path are those of the alias's statements."""

    def handle(self, **options: Any) -> None:
        with one_message():
            super().handle(**options)
