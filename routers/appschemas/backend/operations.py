"""Operations: where Django looks for the compilers."""

from __future__ import annotations

from django.db.backends.postgresql import operations as postgresql

from appschemas.backend.session.current_role import acting_as_owner


class DatabaseOperations(postgresql.DatabaseOperations):
    """Django's own, with compilers that stay in their schema."""

    compiler_module = "appschemas.backend.compiler"

    def execute_sql_flush(self, sql_list: list[str]) -> None:
        # TRUNCATE is the owner's: no runtime role may.
        with acting_as_owner():
            super().execute_sql_flush(sql_list)
