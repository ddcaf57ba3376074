"""Django's private API that the backend builds on.

Most of it is what a wrapper keeps per connection. Schemas that share a connection share all of it:
what a new Django kept by alias would be two truths of one transaction.
"""

from __future__ import annotations

from typing import Final

from appschemas.backend.hooks.hook import Hook, stop_without

# What Django's wrapper sets for each alias, and several aliases of one session have together: all
# that it knows of a connection and of its transaction.
SHARED_ATTRIBUTES: Final = (
    "_named_cursor_idx",
    "atomic_blocks",
    "autocommit",
    "close_at",
    "closed_in_transaction",
    "commit_on_exit",
    "connection",
    "errors_occurred",
    "health_check_done",
    "health_check_enabled",
    "in_atomic_block",
    "isolation_level",
    "needs_rollback",
    "rollback_exc",
    "run_commit_hooks_on_set_autocommit_on",
    "run_on_commit",
    "savepoint_ids",
    "savepoint_state",
)
# What it sets as well, and each alias has for itself: its settings and what follows from them, its
# log, its thread, and what Django's other classes know of it.
ALIAS_ATTRIBUTES: Final = (
    "_thread_ident",
    "_thread_sharing_count",
    "_thread_sharing_lock",
    "alias",
    "client",
    "creation",
    "execute_wrappers",
    "features",
    "force_debug_cursor",
    "introspection",
    "ops",
    "pg_version",
    "queries_log",
    "settings_dict",
    "timezone",
    "timezone_name",
    "validation",
    "wrap_database_errors",
)

_BASE: Final = "django.db.backends.base.base:BaseDatabaseWrapper"
_POSTGRESQL: Final = "django.db.backends.postgresql.base:DatabaseWrapper"
_MODULE: Final = "django.db.backends.postgresql.base"
_EDITOR: Final = "django.db.backends.base.schema:BaseDatabaseSchemaEditor"
_CREATION: Final = "django.db.backends.postgresql.creation:DatabaseCreation"
_OPERATIONS: Final = "django.db.backends.base.operations:BaseDatabaseOperations"
_COMPILER: Final = "django.db.models.sql.compiler:SQLCompiler"
# Where an attribute is set that is not set in __init__().
_SET_ELSEWHERE: Final = {
    "_named_cursor_idx": (_POSTGRESQL, "chunked_cursor"),
    "isolation_level": (_POSTGRESQL, "get_new_connection"),
}

HOOKS: Final = (
    Hook(_BASE, "_commit", takes="self", called_by=("commit",)),
    Hook(_BASE, "_rollback", takes="self", called_by=("rollback",)),
    Hook(_POSTGRESQL, "_close", takes="self", called_by=("close",)),
    Hook(_BASE, "_savepoint", takes="self, sid", called_by=("savepoint",)),
    Hook(_BASE, "_savepoint_rollback", takes="self, sid", called_by=("savepoint_rollback",)),
    Hook(_BASE, "_savepoint_commit", takes="self, sid", called_by=("savepoint_commit",)),
    # What connection.queries of the platform shows of its whole session.
    Hook(_BASE, "queries_logged", called_by=("_prepare_cursor",)),
    Hook(_BASE, "queries_log", set_by="__init__"),
    Hook(_BASE, "force_debug_cursor", set_by="__init__"),
    Hook(_BASE, "connect", takes="self", called_by=("ensure_connection",)),
    Hook(
        "django.db.backends.postgresql.client:DatabaseClient",
        "settings_to_cmd_args_env",
        takes="cls, settings_dict, parameters",
    ),
    Hook(_POSTGRESQL, "create_cursor", takes="self, name", called_by=("_cursor",)),
    Hook(_POSTGRESQL, "get_new_connection", takes="self, conn_params", called_by=("connect",)),
    Hook(_POSTGRESQL, "get_connection_params", takes="self", called_by=("connect",)),
    Hook(_POSTGRESQL, "check_constraints", takes="self, table_names"),
    Hook(_BASE, "is_usable", takes="self", called_by=("close_if_health_check_failed",)),
    Hook(_MODULE, "ServerSideCursor"),
    Hook(_MODULE, "TIMESTAMPTZ_OID"),
    Hook(_MODULE, "register_tzloader", takes="tz, context"),
    Hook("django.db.transaction:Atomic", "_from_testcase", set_by="__init__"),
    Hook("django.db.backends.ddl_references", "Statement"),
    Hook(
        _EDITOR,
        "_create_fk_sql",
        takes="self, model, field, suffix",
        called_by=("table_sql", "add_field", "_alter_field"),
    ),
    Hook(
        _EDITOR,
        "_constraint_names",
        takes="self, model, column_names, unique, primary_key, index, foreign_key, check, type_, "
        "exclude",
        called_by=("remove_field", "_alter_field"),
    ),
    Hook(_EDITOR, "collect_sql", set_by="__init__"),
    Hook(_EDITOR, "collected_sql", set_by="__init__"),
    Hook(_EDITOR, "sql_delete_column"),
    Hook(_CREATION, "_get_test_db_name", takes="self", called_by=("create_test_db",)),
    Hook(
        _CREATION,
        "_clone_test_db",
        takes="self, suffix, verbosity, keepdb",
        called_by=("clone_test_db",),
    ),
    Hook(
        _CREATION,
        "_destroy_test_db",
        takes="self, test_database_name, verbosity",
        called_by=("destroy_test_db",),
    ),
    Hook(_CREATION, "_get_database_display_str", takes="self, verbosity, database_name"),
    Hook(_CREATION, "get_test_db_clone_settings", takes="self, suffix"),
    Hook(_CREATION, "serialize_db_to_string", takes="self", called_by=("create_test_db",)),
    Hook(_CREATION, "deserialize_db_from_string", takes="self, data"),
    Hook(_COMPILER, "__init__", takes="self, query, connection, using, elide_empty"),
    Hook(_COMPILER, "pre_sql_setup", takes="self, with_col_aliases", called_by=("as_sql",)),
    Hook(_COMPILER, "compile", takes="self, node"),
    Hook(
        _COMPILER,
        "results_iter",
        takes="self, results, tuple_expected, chunked_fetch, chunk_size",
    ),
    Hook(_COMPILER, "klass_info", set_by="setup_query"),
    Hook(_COMPILER, "select", set_by="__init__"),
    # What makes the objects of a row, and shows each to what is attached to it.
    Hook(
        "django.db.models.query",
        "get_related_populators",
        called_by=("ModelIterable.__iter__",),
    ),
    Hook(
        "django.db.models.query:RelatedPopulator",
        "populate",
        takes="self, row, from_obj",
        called_by=("populate",),
    ),
    Hook("django.db.models.query:RelatedPopulator", "local_setter", set_by="__init__"),
    Hook("django.db.models.query:RelatedPopulator", "remote_setter", set_by="__init__"),
    Hook(
        "django.db.backends.base.operations:BaseDatabaseOperations",
        "compiler_module",
        set_by="compiler",
    ),
    Hook(
        "django.db.backends.base.operations:BaseDatabaseOperations",
        "execute_sql_flush",
        takes="self, sql_list",
    ),
    Hook("django.db.backends.postgresql.introspection", "TableInfo"),
    Hook("django.db.backends.postgresql.introspection:DatabaseIntrospection", "ignored_tables"),
    *(
        Hook(owner, name, set_by=method)
        for name in SHARED_ATTRIBUTES
        for owner, method in [_SET_ELSEWHERE.get(name, (_BASE, "__init__"))]
    ),
)
stop_without(HOOKS)
