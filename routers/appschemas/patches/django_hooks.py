"""Django's private API that the patches change or build on: deletion, the history of migrations."""

from __future__ import annotations

from typing import Final

from appschemas.backend.hooks.hook import Hook

_DELETION: Final = "django.db.models.deletion"
_COLLECTOR: Final = "django.db.models.deletion:Collector"
_RECORDER: Final = "django.db.migrations.recorder:MigrationRecorder"
_LOADER: Final = "django.db.migrations.loader:MigrationLoader"

HOOKS: Final = (
    Hook(
        _DELETION,
        "get_candidate_relations_to_delete",
        takes="opts",
        called_by=("Collector.collect", "Collector.can_fast_delete"),
    ),
    Hook(
        _COLLECTOR,
        "related_objects",
        takes="self, related_model, related_fields, objs",
        called_by=("collect",),
    ),
    Hook(_COLLECTOR, "delete", takes="self"),
    Hook(_COLLECTOR, "data", set_by="__init__"),
    Hook(_COLLECTOR, "fast_deletes", set_by="__init__"),
    Hook(_COLLECTOR, "field_updates", set_by="__init__"),
    Hook("django.db.models.query:QuerySet", "_prefetch_related_lookups", set_by="__init__"),
    Hook(_RECORDER, "Migration"),
    Hook(_RECORDER, "applied_migrations", takes="self"),
    Hook(_RECORDER, "record_applied", takes="self, app, name"),
    Hook(_RECORDER, "record_unapplied", takes="self, app, name"),
    Hook(_LOADER, "load_disk", takes="self", called_by=("build_graph",)),
    Hook(_LOADER, "project_state", takes="self, nodes, at_end"),
    Hook(_LOADER, "migrations_module", takes="cls, app_label", called_by=("load_disk",)),
    Hook(_LOADER, "disk_migrations", set_by="load_disk"),
    Hook(_LOADER, "migrated_apps", set_by="load_disk"),
    Hook(_LOADER, "unmigrated_apps", set_by="load_disk"),
    Hook(
        "django.db.migrations.graph:MigrationGraph", "_generate_plan", takes="self, nodes, at_end"
    ),
)
