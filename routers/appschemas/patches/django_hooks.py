"""Django's private API where it has no seam: deletion, migrations, queries, relations."""

from __future__ import annotations

from typing import Final

from appschemas.backend.hooks.hook import Hook

_DELETION: Final = "django.db.models.deletion"
_COLLECTOR: Final = "django.db.models.deletion:Collector"
_RECORDER: Final = "django.db.migrations.recorder:MigrationRecorder"
_LOADER: Final = "django.db.migrations.loader:MigrationLoader"
_EXECUTOR: Final = "django.db.migrations.executor:MigrationExecutor"
_APPS: Final = "django.apps.registry:Apps"
_GRAPH: Final = "django.db.migrations.graph:MigrationGraph"
_QUERY: Final = "django.db.models.sql.query:Query"
_RELATED: Final = "django.db.models.fields.related"
_DESCRIPTORS: Final = "django.db.models.fields.related_descriptors"
_MIGRATION: Final = "django.db.migrations.migration:Migration"

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
    Hook(_RECORDER, "has_table", takes="self", called_by=("ensure_schema",)),
    Hook(_RECORDER, "applied_migrations", takes="self"),
    Hook(_RECORDER, "record_applied", takes="self, app, name"),
    Hook(_RECORDER, "record_unapplied", takes="self, app, name"),
    Hook(_LOADER, "load_disk", takes="self", called_by=("build_graph",)),
    Hook(_LOADER, "project_state", takes="self, nodes, at_end"),
    Hook(_LOADER, "migrations_module", takes="cls, app_label", called_by=("load_disk",)),
    Hook(_LOADER, "disk_migrations", set_by="load_disk"),
    Hook(_LOADER, "migrated_apps", set_by="load_disk"),
    Hook(_LOADER, "unmigrated_apps", set_by="load_disk"),
    Hook(_LOADER, "check_consistent_history", takes="self, connection"),
    Hook(_LOADER, "graph", set_by="build_graph"),
    Hook("django.db.models.base:Model", "check", takes="cls, **kwargs"),
    Hook(_APPS, "get_models", takes="self, include_auto_created, include_swapped"),
    Hook(_APPS, "get_swappable_settings_name", takes="self, to_string"),
    Hook(_APPS, "clear_cache", takes="self", called_by=("register_model",)),
    Hook(_GRAPH, "_generate_plan", takes="self, nodes, at_end"),
    Hook(_GRAPH, "leaf_nodes", takes="self, app"),
    Hook(_EXECUTOR, "__init__", takes="self, connection, progress_callback"),
    Hook(_EXECUTOR, "connection", set_by="__init__"),
    Hook(_EXECUTOR, "progress_callback", set_by="__init__"),
    Hook(_EXECUTOR, "migrate", takes="self, targets, plan, state, fake, fake_initial"),
    Hook(_EXECUTOR, "migration_plan", takes="self, targets, clean_start", called_by=("migrate",)),
    Hook(
        _EXECUTOR,
        "_create_project_state",
        takes="self, with_applied_migrations",
        called_by=("migrate",),
    ),
    Hook(
        _EXECUTOR,
        "_migrate_all_forwards",
        takes="self, state, plan, full_plan, fake, fake_initial",
        called_by=("migrate",),
    ),
    Hook(
        _EXECUTOR,
        "apply_migration",
        takes="self, state, migration, fake, fake_initial",
        called_by=("_migrate_all_forwards",),
    ),
    Hook(
        _EXECUTOR,
        "unapply_migration",
        takes="self, state, migration, fake",
        called_by=("_migrate_all_backwards",),
    ),
    Hook(_MIGRATION, "apply", takes="self, project_state, schema_editor, collect_sql"),
    Hook(_MIGRATION, "unapply", takes="self, project_state, schema_editor, collect_sql"),
    Hook(_MIGRATION, "atomic"),
    Hook(
        _QUERY,
        "setup_joins",
        takes="self, names, opts, alias, can_reuse, allow_many",
        called_by=("resolve_ref", "add_fields", "build_filter"),
    ),
    Hook(_QUERY, "add_ordering", takes="self, *ordering"),
    Hook(_QUERY, "add_distinct_fields", takes="self, *field_names"),
    Hook(_QUERY, "names_to_path", takes="self, names, opts, allow_many, fail_on_missing"),
    Hook(_QUERY, "try_transform", takes="self, lhs, name, lookups", called_by=("build_lookup",)),
    Hook(_QUERY, "_get_col", takes="self, target, field, alias"),
    Hook(
        f"{_RELATED}:RelatedField",
        "_check_related_name_is_valid",
        takes="self",
        called_by=("check",),
    ),
    Hook(
        f"{_RELATED}:RelatedField",
        "_check_related_query_name_is_valid",
        takes="self",
        called_by=("check",),
    ),
    Hook(f"{_RELATED}:RelatedField", "_check_clashes", takes="self", called_by=("check",)),
    Hook(f"{_RELATED}:ForeignObject", "contribute_to_related_class", takes="self, cls, related"),
    Hook(f"{_RELATED}:ForeignObject", "get_joining_fields", takes="self, reverse_join"),
    Hook(_DESCRIPTORS, "create_forward_many_to_many_manager", takes="superclass, rel, reverse"),
    Hook(f"{_RELATED}:ManyToManyField", "_get_m2m_db_table", takes="self, opts"),
    Hook("django.core.management.base:OutputWrapper", "_out", set_by="__init__"),
)

# Of what is imported where tests run, and nowhere else.
TEST_HOOKS: Final = (
    Hook(
        "django.test.testcases:SimpleTestCase",
        "_add_databases_failures",
        takes="cls",
        called_by=("setUpClass",),
    ),
    Hook(
        "django.test.testcases:SimpleTestCase",
        "_validate_databases",
        takes="cls",
        called_by=("_add_databases_failures",),
    ),
    Hook(
        "django.test.testcases:TransactionTestCase",
        "_databases_names",
        takes="cls, include_mirrors",
        called_by=("_fixture_setup", "_fixture_teardown"),
    ),
    Hook(
        "django.test.testcases:SimpleTestCase",
        "_remove_databases_failures",
        takes="cls",
        called_by=("setUpClass",),
    ),
    Hook(
        "django.test.testcases:SimpleTestCase",
        "ensure_connection_patch_method",
        takes="cls",
        called_by=("_add_databases_failures",),
    ),
    Hook("django.test.testcases:SimpleTestCase", "_disallowed_database_msg"),
    Hook(
        "django.test.testcases",
        "_DatabaseFailure",
        called_by=("SimpleTestCase._add_databases_failures",),
    ),
    Hook(
        "django.test.testcases:TestCase",
        "_databases_support_transactions",
        takes="cls",
        called_by=("_fixture_setup", "_fixture_teardown"),
    ),
    Hook(
        "django.test.testcases:TestCase",
        "_databases_support_savepoints",
        takes="cls",
        called_by=("_fixture_setup",),
    ),
)
