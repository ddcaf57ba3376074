"""A run: the management commands of one collector group, one after the other."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.management import CommandError, call_command

from boost_collector_runner import services

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one command of a run ended."""

    command: str
    exit_code: int

    def __str__(self) -> str:
        return f"{self.command}: {'ok' if self.exit_code == 0 else f'exit code {self.exit_code}'}"


def run(*, group_id: str, commands: Sequence[Sequence[str]]) -> Iterator[Outcome]:
    """Run every command, also after one that failed, and record the first failure's exit code.

    Raises:
        AlreadyRunning: another run of the group has not ended; nothing is recorded.
    """
    with services.single_flight(group_id=group_id):
        exit_code = 1  # What is recorded if the run itself is broken off.
        try:
            outcomes = []
            for command in commands:
                outcomes.append(_run(command))
                yield outcomes[-1]
            exit_code = next((each.exit_code for each in outcomes if each.exit_code), 0)
        finally:
            services.record_run(group_id=group_id, exit_code=exit_code)


# Private
# -------


def _run(command: Sequence[str]) -> Outcome:
    name, *arguments = command
    try:
        call_command(name, *arguments)
    except CommandError as error:
        logger.error("%s: %s", name, error)
        return Outcome(name, error.returncode)
    except SystemExit as error:
        return Outcome(name, error.code if isinstance(error.code, int) else bool(error.code))
    except Exception:
        logger.exception("%s failed.", name)
        return Outcome(name, 1)
    return Outcome(name, 0)
