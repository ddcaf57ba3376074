"""showmigrations: Django's own, but not of a record that lies elsewhere yet."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import showmigrations

from appschemas.conf import get_contract
from appschemas.management.command import one_message
from appschemas.management.unsplit import refuse_unsplit


class Command(showmigrations.Command):
    """Where the record of before is what counts, none of it would be shown as applied."""

    def handle(self, *args: Any, **options: Any) -> Any:
        with one_message():
            if get_contract().schema_of_alias(options["database"]) is not None:
                refuse_unsplit()
            return super().handle(*args, **options)
