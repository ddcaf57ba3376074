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


class DatabaseIntrospection(postgresql.DatabaseIntrospection):
    """Django's own, for the current schema only."""

    def get_table_list(self, cursor: Any) -> list[postgresql.TableInfo]:
        cursor.execute(_TABLES)
        return [
            postgresql.TableInfo(*row)
            for row in cursor.fetchall()
            if row[0] not in self.ignored_tables
        ]
