"""A run: the management commands of one collector group, one after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
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


def run(
    *, group_id: str, commands: Sequence[Sequence[str]], report: Callable[[Outcome], object]
) -> int:
    """Run every command, also after one that failed; the first failure's exit code, or 0.

    Raises:
        AlreadyRunning: another run of the group has not ended; nothing is recorded.
    """
    with services.single_flight(group_id=group_id):
        exit_code = 1  # What is recorded if the run itself is broken off.
        try:
            outcomes = []
            for command in commands:
                outcomes.append(_run(command))
                report(outcomes[-1])
            exit_code = next((each.exit_code for each in outcomes if each.exit_code), 0)
        finally:
            services.record_run(group_id=group_id, exit_code=exit_code)
    return exit_code


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
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
        return Outcome(name, code)
    except Exception:
        logger.exception("%s failed.", name)
        return Outcome(name, 1)
    return Outcome(name, 0)
