"""remove_stale_contenttypes: in the schema of content types, with what points at them anywhere."""

from __future__ import annotations

from django.contrib.contenttypes.management.commands import remove_stale_contenttypes

from appschemas.management.whole_project import InOneSchema


class Command(InOneSchema, remove_stale_contenttypes.Command):
    """Django's remove_stale_contenttypes."""

    app_label = "contenttypes"
