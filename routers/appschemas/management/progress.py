"""Progress: what a command is about, and how far the look-up of keys is, on the standard error."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Final

from appschemas.database.apply.orphans import KeysProgress
from appschemas.database.apply.planning import StepProgress, silent
from appschemas.management.terminal import printable


@dataclass(frozen=True, slots=True)
class Progress:
    """What to call: `keys` after each batch of keys, `step` before whatever may take a while."""

    keys: KeysProgress | None = None
    step: StepProgress = silent


@contextmanager
def progress(stderr: Any, *, quiet: bool) -> Iterator[Progress]:
    """A moving line on a terminal, if rich is installed, and elsewhere plain lines of the keys
    that were looked up; nothing for `quiet`."""
    if quiet:
        yield Progress()
    elif stderr.isatty() and find_spec("rich"):
        with _moving(stderr) as moving:
            yield moving
    else:
        yield Progress(_Lines(stderr))


# Private
# -------

EVERY: Final = 5.0


class _Lines:
    """A line for each column, and one now and then while it takes long."""

    def __init__(self, stderr: Any) -> None:
        self._stderr = stderr
        self._written = time.monotonic()

    def __call__(self, reference: object, keys: int, is_done: bool) -> None:
        if is_done or time.monotonic() - self._written >= EVERY:
            # Not in the colour of an error.
            self._stderr.write(_text(reference, keys, is_done=is_done), lambda text: text)
            self._stderr.flush()
            self._written = time.monotonic()


@contextmanager
def _moving(stderr: Any) -> Iterator[Progress]:
    from rich.console import Console  # noqa: PLC0415 - optional dependency
    from rich.status import Status  # noqa: PLC0415 - optional dependency
    from rich.text import Text  # noqa: PLC0415 - optional dependency

    console = Console(file=stderr._out)
    with Status("", console=console) as status:

        def move(reference: object, keys: int, is_done: bool) -> None:
            if is_done:
                console.print(_text(reference, keys, is_done=True), highlight=False, markup=False)
            step(_text(reference, keys, is_done=is_done))

        def step(what: str) -> None:
            # Owners choose names.
            status.update(Text(printable(what)))

        yield Progress(move, step)


def _text(reference: object, keys: int, *, is_done: bool) -> str:
    counted = f"{keys:,} {'key' if keys == 1 else 'keys'}"
    return f"{reference}: {counted}" if is_done else f"{reference}: {counted} so far"
