"""dumpdata: the rows of every schema, or of the one that --database names."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import dumpdata

from appschemas.management.whole_project import WholeProject, refuse_elsewhere, together


class Command(WholeProject, dumpdata.Command):
    """Django's dumpdata; each model is read in its own schema."""

    def handle(self, *app_labels: str, database: str | None, **options: Any) -> None:
        refuse_elsewhere(database, app_labels)
        with together(database) as alias:
            super().handle(*app_labels, database=alias, **options)
