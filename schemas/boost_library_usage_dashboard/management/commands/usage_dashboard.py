"""`manage.py usage_dashboard --output PATH`: write the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from boost_library_usage_dashboard.page import page
from boost_library_usage_dashboard.selectors import report


class Command(BaseCommand):
    """Reads three schemas and writes one file."""

    help = "Write the usage of Boost libraries as one HTML page that needs no network."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--output", type=Path, required=True, help="The file to write.")
        parser.add_argument(
            "--limit", type=int, default=20, help="How many rows a ranking has (%(default)s)."
        )

    def handle(self, *, output: Path, limit: int, **options: Any) -> None:
        if limit < 1:
            raise CommandError(f"--limit takes a number from 1 up, not {limit}.")
        found = report(limit=limit)
        try:
            output.write_text(page(found, made_at=timezone.now()), encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from None
        self.stdout.write(f"{output}: no data yet" if found.is_empty else str(output))
