"""Deeds: what somebody with enough rights does to a database by hand, as hypothesis draws it."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

TABLES: Final = ("{hub}.person", "{hub}.badge", "{app}.note", "{app}.tag", "{board}.tile")
SCHEMAS: Final = (
    "{hub}", "{app}", "{board}", "{extensions}", "appschemas_keys", "appschemas_asked", "public"
)  # fmt: skip
RUNTIME: Final = ("{hub_rw}", "{hub_ro}", "{app_rw}", "{app_ro}", "{board_rw}", "{board_ro}")
OWNERS: Final = ("{hub_owner}", "{app_owner}", "{board_owner}")
LOGINS: Final = ("{application}", "{migrator}")
KEYS: Final = ("{hub_keys}", "{app_keys}", "{board_keys}")
ROLES: Final = (*RUNTIME, *OWNERS, *KEYS, *LOGINS)
GRANTEES: Final = (*ROLES, "PUBLIC", "{stranger}")


def _of(template: str, **parts: tuple[str, ...]) -> st.SearchStrategy[str]:
    drawn = st.fixed_dictionaries({name: st.sampled_from(words) for name, words in parts.items()})

    def filled(words: dict[str, str]) -> str:
        text = template
        for name, word in words.items():
            text = text.replace(f"<{name}>", word)
        return text

    return drawn.map(filled)


_TABLE_RIGHTS: Final = (
    "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "ALL",
    "SELECT (id)", "UPDATE (id)",
)  # fmt: skip
_ATTRIBUTES: Final = (
    "SUPERUSER", "CREATEDB", "CREATEROLE", "REPLICATION", "BYPASSRLS", "INHERIT", "LOGIN", "NOLOGIN"
)  # fmt: skip
_SETTINGS: Final = (
    "session_replication_role = replica", "role = {hub_rw}", "search_path = evil",
    "default_transaction_isolation = 'repeatable read'", "row_security = off",
    "statement_timeout = '5s'", "bytea_output = 'escape'", "session_preload_libraries = ''",
)  # fmt: skip
_BUILT_IN: Final = (
    "pg_read_file(text)", "pg_ls_dir(text)", "lo_import(text)", "lo_export(oid, text)",
    "pg_read_binary_file(text)", "pg_reload_conf()", "pg_stat_file(text)",
)  # fmt: skip
# Functions and triggers of the check, by the end of their names.
_FUNCTIONS: Final = (
    "check_insert_v2", "check_update_v2", "holds_v2", "missing_v2", "keys_v2", "rows_v2",
    "restrict_v2", "restrict_truncate_v2",
)  # fmt: skip
_TRIGGERS: Final = ("insert", "update", "delete", "truncate")

DEEDS: Final = st.one_of(
    _of("GRANT <right> ON <table> TO <role>", right=_TABLE_RIGHTS, table=TABLES, role=GRANTEES),
    _of("GRANT SELECT ON <table> TO <role> WITH GRANT OPTION", table=TABLES, role=ROLES),
    _of("REVOKE <right> ON <table> FROM <role>", right=_TABLE_RIGHTS, table=TABLES, role=ROLES),
    _of("GRANT <right> ON SCHEMA <schema> TO <role>",
        right=("USAGE", "CREATE"), schema=SCHEMAS, role=GRANTEES),
    _of("REVOKE USAGE ON SCHEMA <schema> FROM <role>", schema=SCHEMAS, role=ROLES),
    _of("GRANT <right> ON DATABASE {database} TO <role>",
        right=("CREATE", "TEMPORARY"), role=GRANTEES),
    _of("REVOKE CONNECT ON DATABASE {database} FROM <role>", role=LOGINS),
    _of("GRANT <role> TO <member>", role=(*ROLES, "{stranger}", "pg_read_all_data"),
        member=(*ROLES, "{stranger}")),
    _of("REVOKE <role> FROM <member>", role=ROLES, member=ROLES),
    _of("ALTER ROLE <role> <attribute>", role=(*ROLES, "{stranger}"), attribute=_ATTRIBUTES),
    _of("ALTER ROLE <role> SET <setting>", role=ROLES, setting=_SETTINGS),
    _of("ALTER ROLE <role> IN DATABASE {database} SET <setting>", role=LOGINS, setting=_SETTINGS),
    _of("ALTER DATABASE {database} SET <setting>", setting=_SETTINGS),
    _of("ALTER DATABASE {database} OWNER TO <role>", role=ROLES),
    _of("GRANT SET ON PARAMETER <name> TO <role>",
        name=("session_replication_role", "lo_compat_privileges"), role=GRANTEES),
    _of("GRANT EXECUTE ON FUNCTION <function> TO <role>", function=_BUILT_IN, role=GRANTEES),
    _of("ALTER DEFAULT PRIVILEGES FOR ROLE <owner> GRANT <right> TO <role>",
        owner=(*OWNERS, "{migrator}"), right=("SELECT ON TABLES", "EXECUTE ON FUNCTIONS",
        "USAGE ON SEQUENCES", "USAGE ON TYPES", "CREATE ON SCHEMAS"), role=GRANTEES),
    _of("ALTER TABLE <table> OWNER TO <role>", table=TABLES, role=(*ROLES, "{stranger}")),
    _of("ALTER SCHEMA <schema> OWNER TO <role>", schema=SCHEMAS[:6], role=(*ROLES, "{stranger}")),
    _of("ALTER TABLE <table> <state> TRIGGER USER", table=TABLES,
        state=("DISABLE", "ENABLE", "DISABLE", "ENABLE ALWAYS", "ENABLE REPLICA")),
    _of("ALTER TABLE <table> <state> ROW LEVEL SECURITY", table=TABLES, state=("ENABLE", "FORCE")),
    _of("CREATE POLICY mine ON <table> USING (<test>)", table=TABLES, test=("true", "false")),
    _of("CREATE RULE mine AS ON <event> TO <table> DO INSTEAD NOTHING", table=TABLES,
        event=("INSERT", "UPDATE", "DELETE")),
    _of("CREATE VIEW <schema>.mine AS SELECT * FROM <table>; GRANT SELECT ON <schema>.mine"
        " TO <role>", schema=SCHEMAS, table=TABLES, role=ROLES),
    _of("CREATE TABLE <schema>.mine (); ALTER TABLE <schema>.mine OWNER TO <role>",
        schema=SCHEMAS, role=ROLES),
    _of("CREATE SCHEMA mine AUTHORIZATION <role>", role=(*ROLES, "{stranger}")),
    _of("CREATE FUNCTION <schema>.mine() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        schema=SCHEMAS),
    _of("CREATE CAST (bigint AS boolean) WITH INOUT AS <how>", how=("IMPLICIT", "ASSIGNMENT")),
    _of("SELECT lo_create(4711); GRANT SELECT ON LARGE OBJECT 4711 TO <role>", role=GRANTEES),
    _of("ALTER TABLE {hub}.person DROP CONSTRAINT person_pkey<force>", force=("", " CASCADE")),
    _of("ALTER TABLE <table> SET UNLOGGED", table=TABLES),
    _of("ALTER EXTENSION plpgsql ADD TABLE <table>", table=TABLES),
    _of("ALTER EXTENSION plpgsql ADD SCHEMA <schema>", schema=SCHEMAS),
    _of("CREATE DOMAIN <schema>.flag AS boolean", schema=SCHEMAS),
    _of("FUNCTION <function> <change>", function=_FUNCTIONS, change=(
        "ALTER FUNCTION % SECURITY INVOKER", "ALTER FUNCTION % RESET ALL",
        "ALTER FUNCTION % SET search_path = evil", "ALTER FUNCTION % STRICT",
        "ALTER FUNCTION % OWNER TO {migrator}", "DROP FUNCTION % CASCADE",
        "GRANT EXECUTE ON FUNCTION % TO PUBLIC", "GRANT EXECUTE ON FUNCTION % TO {app_rw}",
        "COMMENT ON FUNCTION % IS NULL", "ALTER FUNCTION % RENAME TO mine")),
    _of("TRIGGER <trigger> <change>", trigger=_TRIGGERS, change=(
        "DROP TRIGGER % ON &", "ALTER TABLE & DISABLE TRIGGER %",
        "ALTER TABLE & ENABLE REPLICA TRIGGER %", "ALTER TRIGGER % ON & RENAME TO mine",
        "COMMENT ON TRIGGER % ON & IS NULL")),
)  # fmt: skip
SEQUENCES: Final = st.lists(DEEDS, min_size=1, max_size=6)
