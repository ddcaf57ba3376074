"""Introspection of one schema: a table of the same name elsewhere on the path is not its own."""

from __future__ import annotations

from typing import Any, Final

from django.db.backends.postgresql import introspection as postgresql

_TABLES: Final = """
SELECT c.relname,
       CASE WHEN c.relispartition THEN 'p' WHEN c.relkind IN ('m', 'v') THEN 'v' ELSE 't' END,
       pg_catalog.obj_description(c.oid, 'pg_class')
  FROM pg_catalog.pg_class c
 WHERE c.relkind IN ('f', 'm', 'p', 'r', 'v')
   AND c.relnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace n
                          WHERE n.nspname = pg_catalog.current_schema())
"""
_TABLE: Final = """
SELECT c.relkind IN ('f', 'm', 'p', 'r', 'v')
  FROM pg_catalog.pg_class c
 WHERE c.relname = %s
   AND c.relnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace n
                          WHERE n.nspname = pg_catalog.current_schema())
"""


class DatabaseIntrospection(postgresql.DatabaseIntrospection):
    """Django's own, for the current schema only."""

    def get_table_list(self, cursor: Any) -> list[postgresql.TableInfo]:
        cursor.execute(_TABLES)
        return [
            postgresql.TableInfo(*row)
            for row in cursor.fetchall()
            if row[0] not in self.ignored_tables
        ]

    def has_table(self, cursor: Any, name: str) -> bool:
        """Whether the current schema has a table of this name, or a view.

        A list of its tables is one of all schemas to the server, which has no index by schema: as
        many lists as schemas would be the square of them.
        """
        cursor.execute(_TABLE, [name])
        return cursor.fetchone() == (True,)
