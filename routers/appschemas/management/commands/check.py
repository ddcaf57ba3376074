"""check: Django's own; a database that it cannot ask is told in one message."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import check

from appschemas.management.command import one_message
from appschemas.management.short_lived import ShortLived


class Command(ShortLived, check.Command):
    """With `--database` it logs in, which it may not, or not yet."""

    def handle(self, *args: Any, **options: Any) -> Any:
        with one_message():
            return super().handle(*args, **options)
