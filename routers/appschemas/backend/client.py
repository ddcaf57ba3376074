"""Client: psql as the role of the alias's schema, on its path."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from django.db.backends.postgresql import client as postgresql

from appschemas.exceptions import AppSchemasError


class DatabaseClient(postgresql.DatabaseClient):
    """Django's own, whose shell begins where a statement of the alias runs."""

    def settings_to_cmd_args_env(
        self, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        """The arguments and the environment of psql.

        Raises:
            AppSchemasError: a pooler in transaction mode is in between, which keeps no role.
        """
        args, env = super().settings_to_cmd_args_env(settings_dict, parameters)
        context = self.connection.context()
        if context is None or not context.role:
            return args, env
        if context.local:
            raise AppSchemasError(
                f"Alias {self.connection.alias!r} goes through a pooler in transaction mode, where "
                "neither role nor search_path lasts. Name the server itself: "
                "DATABASE_URL=postgresql://.. manage.py dbshell"
            )
        path = ", ".join(f'"{name}"' for name in context.path)
        settings = f"-c role={_escaped(context.role)} -c search_path={_escaped(path)}"
        given = os.environ.get("PGOPTIONS", "")
        return args, {**(env or {}), "PGOPTIONS": f"{given} {settings}".strip()}


# Private
# -------


def _escaped(value: str) -> str:
    # https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNECT-OPTIONS
    return value.replace("\\", "\\\\").replace(" ", "\\ ")
