"""`manage.py collect_git PATH`: load the history of a git repository on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from boost_collector_runner.git_collection import LONGEST_PATH, Collected, collect
from boost_collector_runner.git_repository import GitError, GitRepository
from boost_collector_runner.progress import progress
from boost_collector_runner.services import AlreadyRunning, single_flight


class Command(BaseCommand):
    """Commits, authors, files and the use of Boost go in through the apps' services."""

    help = (
        "Load the history that HEAD of a git repository has. Nothing is fetched, and what is "
        "there already is skipped: a run that was stopped goes on when it is started again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, help="The repository, or a folder in it.")
        parser.add_argument(
            "--limit",
            type=int,
            metavar="N",
            help="Load only the N oldest commits, and no includes unless these are all commits.",
        )

    def handle(self, *, path: Path, limit: int | None, verbosity: int, **options: Any) -> None:
        if limit is not None and limit < 1:
            raise CommandError(f"--limit takes a number from 1 up, not {limit}.")
        try:
            source = GitRepository.open(path)
            with single_flight(group_id=f"collect_git:{source.shared}"):
                if source.is_shallow:
                    self.stdout.write(f"{path} is a shallow clone: older commits are not in it.")
                with progress(self.stdout, quiet=verbosity == 0) as report:
                    collected = collect(source, limit=limit, report=report)
        except GitError as error:
            raise CommandError(str(error)) from None
        except AlreadyRunning:
            message = f"{path} is being collected already; wait for that run to end."
            raise CommandError(message, returncode=75) from None  # EX_TEMPFAIL: try again
        except KeyboardInterrupt:
            message = "Stopped. What was loaded stays; the next run goes on from there."
            raise CommandError(message, returncode=130) from None
        self._print(collected)

    def _print(self, collected: Collected) -> None:
        if collected.left_out:
            self.stdout.write(
                f"{collected.left_out:,} changes left out: "
                f"their paths are longer than {LONGEST_PATH:,} characters."
            )
        if not collected.is_complete:
            self.stdout.write("Includes are read once the whole history is loaded.")
        self.stdout.write(str(collected))
