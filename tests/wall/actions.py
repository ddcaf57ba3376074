"""Actions: the statements that are tried, each in a schema, on the server or on another role."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Holder(StrEnum):
    """What a privilege is held of, as the columns of the matrix are grouped."""

    SCHEMA = "schema"
    TABLE = "table"
    SEQUENCE = "sequence"
    OWNED = "owned"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Action:
    """One statement in a schema; `{schema}` and `{thing}`, `{counter}`, .. stand for names.

    `needs` is the privilege of PostgreSQL that it takes, by whose absence it is refused
    (https://www.postgresql.org/docs/current/ddl-priv.html); `since` a major version.
    """

    name: str
    holder: Holder
    needs: str
    sql: str
    since: int = 15


ACTIONS: Final = (
    Action("USAGE", Holder.SCHEMA, "USAGE", "SELECT {thing_name}::regclass"),
    Action("EXECUTE", Holder.OWNED, "EXECUTE", "SELECT {schema}.answer()"),
    Action("CREATE table", Holder.SCHEMA, "CREATE", "CREATE TABLE {schema}.planted ()"),
    Action(
        "CREATE function",
        Holder.SCHEMA,
        "CREATE",
        "CREATE FUNCTION {schema}.planted() RETURNS int LANGUAGE sql RETURN 1",
    ),
    Action("CREATE type", Holder.SCHEMA, "CREATE", "CREATE DOMAIN {schema}.planted AS int"),
    Action("SELECT", Holder.TABLE, "SELECT", "SELECT n FROM {thing}"),
    Action("SELECT of a key", Holder.KEY, "SELECT", "SELECT id FROM {thing}"),
    Action("FOR KEY SHARE", Holder.KEY, "UPDATE", "SELECT id FROM {thing} FOR KEY SHARE"),
    Action("UPDATE of a key", Holder.KEY, "UPDATE", "UPDATE {thing} SET id = id"),
    Action("SELECT by a view", Holder.TABLE, "SELECT", "SELECT n FROM {schema}.seen"),
    Action("SELECT what is kept", Holder.TABLE, "SELECT", "SELECT n FROM {schema}.kept"),
    Action("COPY TO", Holder.TABLE, "SELECT", "COPY {thing} TO STDOUT"),
    Action("LOCK to read", Holder.TABLE, "SELECT", "LOCK TABLE {thing} IN ACCESS SHARE MODE"),
    Action("INSERT", Holder.TABLE, "INSERT", "INSERT INTO {thing} (n) VALUES (1)"),
    Action("INSERT by a view", Holder.TABLE, "INSERT", "INSERT INTO {schema}.seen VALUES (1)"),
    Action("COPY FROM", Holder.TABLE, "INSERT", "COPY {thing} (n) FROM STDIN"),
    Action("UPDATE", Holder.TABLE, "UPDATE", "UPDATE {thing} SET n = 2"),
    Action("FOR UPDATE", Holder.TABLE, "UPDATE", "SELECT n FROM {thing} FOR UPDATE"),
    Action("LOCK to write", Holder.TABLE, "UPDATE", "LOCK TABLE {thing} IN EXCLUSIVE MODE"),
    Action("DELETE", Holder.TABLE, "DELETE", "DELETE FROM {thing}"),
    Action(
        "MERGE",
        Holder.TABLE,
        "DELETE",
        "MERGE INTO {thing} t USING (SELECT 1 AS one) s ON t.id = s.one"
        " WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT (n) VALUES (1)",
    ),
    Action("nextval", Holder.SEQUENCE, "USAGE", "SELECT nextval({counter_name})"),
    Action("setval", Holder.SEQUENCE, "UPDATE", "SELECT setval({counter_name}, 7)"),
    Action("SELECT of a sequence", Holder.SEQUENCE, "SELECT", "SELECT last_value FROM {counter}"),
    Action("TRUNCATE", Holder.OWNED, "TRUNCATE", "TRUNCATE {thing} CASCADE"),
    Action(
        "REFERENCES",
        Holder.OWNED,
        "REFERENCES",
        "ALTER TABLE {mine} ADD FOREIGN KEY (id) REFERENCES {thing} (id)",
    ),
    Action(
        "TRIGGER",
        Holder.OWNED,
        "TRIGGER",
        "CREATE TRIGGER planted AFTER INSERT ON {thing} EXECUTE FUNCTION {nothing}()",
    ),
    Action("REINDEX", Holder.OWNED, "MAINTAIN", "REINDEX TABLE {thing}"),
    Action("REFRESH", Holder.OWNED, "MAINTAIN", "REFRESH MATERIALIZED VIEW {schema}.kept"),
    Action("ALTER", Holder.OWNED, "ownership", "ALTER TABLE {thing} ADD COLUMN planted int"),
    Action("DROP", Holder.OWNED, "ownership", "DROP TABLE {thing} CASCADE"),
    Action("POLICY", Holder.OWNED, "ownership", "CREATE POLICY planted ON {thing}"),
    Action(
        "RULE",
        Holder.OWNED,
        "ownership",
        "CREATE RULE planted AS ON DELETE TO {thing} DO ALSO NOTHING",
    ),
    Action(
        "DISABLE TRIGGER", Holder.OWNED, "ownership", "ALTER TABLE {thing} DISABLE TRIGGER USER"
    ),
    Action("INDEX", Holder.OWNED, "ownership", "CREATE INDEX ON {thing} (n)"),
    Action("COMMENT", Holder.OWNED, "ownership", "COMMENT ON TABLE {thing} IS 'planted'"),
    Action(
        "REPLACE function",
        Holder.OWNED,
        "ownership",
        "ALTER FUNCTION {schema}.answer() SECURITY DEFINER",
    ),
    Action("large object, read", Holder.OWNED, "ownership", "SELECT lo_get({large_object})"),
    Action(
        "large object, write",
        Holder.OWNED,
        "ownership",
        "SELECT lo_put({large_object}, 0, 'planted')",
    ),
)

# In the schemas of checks, which hold nothing but functions; each of them is called as well.
IN_CHECKS: Final = (
    Action("CREATE function", Holder.SCHEMA, "CREATE",
           "CREATE FUNCTION {schema}.planted() RETURNS int LANGUAGE sql RETURN 1"),
    Action("CREATE table", Holder.SCHEMA, "CREATE", "CREATE TABLE {schema}.planted ()"),
)  # fmt: skip

# What a role might do to the server and to what all schemas have in common: nobody may.
SERVER: Final = (
    Action("TEMPORARY", Holder.SCHEMA, "TEMPORARY", "CREATE TEMPORARY TABLE planted ()"),
    Action("CREATE SCHEMA", Holder.SCHEMA, "CREATE", "CREATE SCHEMA planted"),
    Action("CREATE in public", Holder.SCHEMA, "CREATE", "CREATE TABLE public.planted ()"),
    Action("CREATE EXTENSION", Holder.SCHEMA, "CREATE",
           "CREATE EXTENSION {extension} SCHEMA {scratch}"),
    Action("CREATE ROLE", Holder.OWNED, "CREATEROLE", "CREATE ROLE planted"),
    Action("CREATE EVENT TRIGGER", Holder.OWNED, "superuser",
           "CREATE EVENT TRIGGER planted ON ddl_command_end EXECUTE FUNCTION {nothing}()"),
    Action("CREATE LANGUAGE", Holder.OWNED, "superuser",
           "CREATE LANGUAGE planted HANDLER plpgsql_call_handler"),
    Action("ALTER DATABASE", Holder.OWNED, "ownership",
           "ALTER DATABASE {database} SET search_path = public"),
    Action("a program", Holder.OWNED, "pg_execute_server_program", "COPY {mine} TO PROGRAM 'true'"),
    Action("a file, read", Holder.OWNED, "pg_read_server_files", "COPY {mine} FROM '/etc/passwd'"),
    Action("a file, by function", Holder.OWNED, "EXECUTE", "SELECT pg_read_file('PG_VERSION')"),
    Action("a folder", Holder.OWNED, "EXECUTE", "SELECT pg_ls_dir('.')"),
    Action("a file, as a large object", Holder.OWNED, "EXECUTE", "SELECT lo_import('/etc/passwd')"),
    Action("the roles' passwords", Holder.OWNED, "SELECT", "SELECT * FROM pg_catalog.pg_authid"),
    Action("the statistics of values", Holder.OWNED, "SELECT",
           "SELECT * FROM pg_catalog.pg_statistic"),
    Action("replica", Holder.OWNED, "SET", "SET session_replication_role = replica"),
    Action("reload", Holder.OWNED, "EXECUTE", "SELECT pg_reload_conf()"),
    Action("a parameter of the server", Holder.OWNED, "ALTER SYSTEM",
           "ALTER ROLE ALL SET work_mem = '1MB'"),
    Action("PUBLICATION", Holder.OWNED, "CREATE", "CREATE PUBLICATION planted"),
    Action("FOREIGN DATA WRAPPER", Holder.OWNED, "superuser",
           "CREATE FOREIGN DATA WRAPPER planted"),
)  # fmt: skip

# What PostgreSQL lets anybody do who has a connection, whatever was granted.
ANYBODY: Final = (
    Action("names of all tables", Holder.SCHEMA, "", "SELECT relname FROM pg_catalog.pg_class"),
    Action("bodies of all functions", Holder.SCHEMA, "", "SELECT prosrc FROM pg_catalog.pg_proc"),
    Action("the size of a table", Holder.TABLE, "", "SELECT pg_relation_size(1259)"),
    Action("rows, as the planner estimates", Holder.TABLE, "",
           "SELECT reltuples FROM pg_catalog.pg_class"),
    Action("who is connected", Holder.SCHEMA, "", "SELECT usename FROM pg_stat_activity"),
    Action("roles and memberships", Holder.SCHEMA, "", "SELECT * FROM pg_catalog.pg_auth_members"),
    Action("comments", Holder.SCHEMA, "", "SELECT description FROM pg_catalog.pg_description"),
    Action("an advisory lock", Holder.SCHEMA, "", "SELECT pg_advisory_xact_lock(7041775)"),
    Action("its own settings", Holder.SCHEMA, "", "ALTER ROLE CURRENT_USER SET work_mem = '1MB'"),
    Action("its own password", Holder.SCHEMA, "", "ALTER ROLE CURRENT_USER PASSWORD NULL"),
    Action("a notification", Holder.SCHEMA, "", "NOTIFY planted"),
    Action("a large object of its own", Holder.SCHEMA, "", "SELECT lo_create(0)"),
    Action("statement_timeout", Holder.SCHEMA, "", "SET statement_timeout = 0"),
)  # fmt: skip
