"""`manage.py run_group GROUP`: run the commands of one collector group, alone."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser

from boost_collector_runner.runs import Outcome, run
from boost_collector_runner.services import AlreadyRunning


class Command(BaseCommand):
    """Takes the commands of a group from `settings.COLLECTOR_GROUPS`."""

    help = "Run the commands of a collector group, unless another run of it has not ended."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("group", help="A key of settings.COLLECTOR_GROUPS.")

    def handle(self, *, group: str, **options: Any) -> None:
        groups: dict[str, list[list[str]]] = getattr(settings, "COLLECTOR_GROUPS", {})
        if group not in groups:
            known = ", ".join(sorted(groups)) or "none"
            raise CommandError(f"No collector group {group!r}; settings.COLLECTOR_GROUPS: {known}.")
        try:
            exit_code = run(group_id=group, commands=groups[group], report=self._report)
        except AlreadyRunning as error:
            raise CommandError(str(error), returncode=75) from None  # EX_TEMPFAIL: try again
        if exit_code:
            raise CommandError(f"Collector group {group!r} failed.", returncode=exit_code)

    def _report(self, outcome: Outcome) -> None:
        self.stdout.write(str(outcome))
