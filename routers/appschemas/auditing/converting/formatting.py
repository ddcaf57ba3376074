"""Formatting: what the project's own formatter would make of a changed file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Final


def formatted(path: Path, before: bytes | None, after: bytes) -> bytes:
    """The new text as ruff or black would have it, where the old one is as that would have it.

    Args:
        path: Where the file lies, since its folder says by which rules.
        before: The old text; of a file that is new, None: then every formatter of the project fits.
        after: The new text.
    """
    for name, options in _FORMATTERS:
        program = _program(name)
        if not program:
            continue
        command = (program, *options, str(path), "-")
        if before is None or _made(command, before) == before:
            return _made(command, after) or after
    return after


# Private
# -------

_FORMATTERS: Final = (
    ("ruff", ("format", "--quiet", "--stdin-filename")),
    ("black", ("--quiet", "--stdin-filename")),
)


@cache
def _program(name: str) -> str:
    """The formatter beside this Python, or on the PATH; empty where there is none."""
    beside = Path(sys.executable).parent
    return shutil.which(name, path=str(beside)) or shutil.which(name) or ""


def _made(command: tuple[str, ...], text: bytes) -> bytes:
    """What the formatter makes of the text; nothing where it refuses."""
    # The project's own formatter, on a file that it is meant for.
    done = subprocess.run(command, input=text, capture_output=True, check=False)  # noqa: S603
    return done.stdout if done.returncode == 0 else b""
