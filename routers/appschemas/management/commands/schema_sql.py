"""schema_sql: render `sql/`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from appschemas.conf import get_contract
from appschemas.contract.subset import refuse_subset
from appschemas.management.command import EngineCommand
from appschemas.management.short_lived import ShortLived
from appschemas.provisioning.sql_folder import render, stale, write


class Command(ShortLived, EngineCommand):
    """Writes what the database will run, for a DBA to read, and to run with psql."""

    help = "Renders the roles, schemas, grants, tables and checks into a folder of SQL files."
    examples = (
        ("", "render sql/"),
        ("--check", "exit 1 where sql/ is not what would be rendered"),
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--output", type=Path, default=Path("sql"), help="The folder (default: %(default)s)."
        )
        parser.add_argument(
            "--check", action="store_true", help="Write nothing; exit 1 if the folder is stale."
        )

    def handle(self, *args: Any, output: Path, check: bool, **options: Any) -> None:
        refuse_subset("schema_sql")
        files = render(get_contract())
        changed = stale(files, output) if check else write(files, output)
        for name in changed:
            self.stdout.write(f"{output / name}")
        if check and changed:
            raise CommandError(
                f"{output} is stale in {len(changed)} of {len(files)} files; "
                "render it with: manage.py schema_sql"
            )
        verdict = f"wrote {len(changed)}" if changed else "all current"
        self.stdout.write(self.style.SUCCESS(f"{output}: {len(files)} files, {verdict}."))
