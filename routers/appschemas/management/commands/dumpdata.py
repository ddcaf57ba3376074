"""dumpdata: the rows of every schema, or of the one that --database names."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import dumpdata

from appschemas.management.whole_project import WholeProject, aliases_for, refuse_elsewhere
from appschemas.routers import taken_together


class Command(WholeProject, dumpdata.Command):
    """Django's dumpdata; each model is read in its own schema."""

    def handle(self, *app_labels: str, database: str, **options: Any) -> None:
        refuse_elsewhere(database, app_labels)
        with taken_together(aliases_for(database)):
            super().handle(*app_labels, database=database, **options)
