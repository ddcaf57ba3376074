"""Progress: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.core.management.base import OutputWrapper
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from boost_collector_runner.batches import Report

EVERY: Final = 2_000


@contextmanager
def progress(stdout: OutputWrapper, *, quiet: bool) -> Iterator[Report]:
    """What to call after each batch; `quiet` shows nothing."""
    if quiet:
        yield lambda what, done, total: None
    elif stdout.isatty():
        with _bars() as bars:
            tasks = {}

            def move(what: str, done: int, total: int) -> None:
                if what not in tasks:
                    tasks[what] = bars.add_task(what, total=total)
                bars.update(tasks[what], completed=done)

            yield move
    else:

        def write(what: str, done: int, total: int) -> None:
            if done % EVERY == 0:
                stdout.write(f"{done:,} of {total:,} {what}")
                stdout.flush()

        yield write


# Private
# -------


def _bars() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    )
