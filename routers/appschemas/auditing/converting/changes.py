"""Changes: the files of a plan as a diff, written all together or not at all."""

from __future__ import annotations

import difflib
import io
import subprocess
import sys
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from os import environ, pathsep
from pathlib import Path
from typing import Final

from django.conf import settings

from appschemas.auditing.converting.listed import shown
from appschemas.exceptions import AppSchemasError


@dataclass(frozen=True, slots=True)
class Change:
    """A file's text before, None of a new file, and after."""

    path: Path
    before: bytes | None
    after: bytes

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff, as `git diff` would show them."""
        name = shown(self.path)
        old, new = _text(self.before or b""), _text(self.after)
        head = (f"a/{name}" if self.before is not None else "/dev/null", f"b/{name}")
        lines = difflib.unified_diff(old.splitlines(), new.splitlines(), *head, lineterm="")
        yield from lines


def write(changes: Sequence[Change]) -> None:
    """Write every file; what the project says of itself then decides whether they stay.

    Raises:
        AppSchemasError: a file is not as it was read, or cannot be written; or `check` or
            `makemigrations` finds something in the new code that it does not find in the old. Every
            file is as it was before.
    """
    with _all_or_none() as written:
        _write(changes, written)
        said = _complaints()
        if not said:
            return
        # Perhaps it says so anyway.
        _put_back(written)
        if new := [each for each in said if each not in _complaints()]:
            raise AppSchemasError(
                "With these changes manage.py says:\n"
                + "\n".join(new[:_LONGEST])
                + "\nNothing was changed. Convert without what it names: give the names of the "
                "apps, models or fields that are to be converted."
            )
        _write(changes, written)


# Private
# -------

_LONGEST: Final = 20
_QUESTIONS: Final = (("check",), ("makemigrations", "--check", "--dry-run"))


@contextmanager
def _all_or_none() -> Iterator[list[Change]]:
    """What is written in this block is put back when it ends with an error."""
    written: list[Change] = []
    try:
        yield written
    except OSError as error:
        _put_back(written)
        raise AppSchemasError(f"{error}. Nothing was changed.") from None
    except BaseException:
        _put_back(written)
        raise


def _text(source: bytes) -> str:
    """Python's text in the encoding that its first lines name."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    return source.decode(encoding, errors="replace")


def _write(changes: Iterable[Change], written: list[Change]) -> None:
    for each in changes:
        now = each.path.read_bytes() if each.path.exists() else None
        if now != each.before:
            raise AppSchemasError(
                f"{shown(each.path)} was changed meanwhile. Nothing was changed; run this again."
            )
        written.append(each)
        each.path.write_bytes(each.after)


def _put_back(written: list[Change]) -> None:
    while written:
        each = written.pop()
        if each.before is None:
            each.path.unlink(missing_ok=True)
        else:
            each.path.write_bytes(each.before)


def _complaints() -> list[str]:
    """What Django's own commands say against the project, asked of a process that reads it anew."""
    said: list[str] = []
    for command in _QUESTIONS:
        done = _django(command)
        if done.returncode:
            lines = [line for line in f"{done.stdout}\n{done.stderr}".splitlines() if line.strip()]
            is_traceback = any(line.startswith("Traceback") for line in lines)
            said += lines[-1:] if is_traceback else filter(_is_complaint, lines)
    return said


def _is_complaint(line: str) -> bool:
    """Whether a line says what is wrong: not the head of a list, nor the name of a new file."""
    return "(appschemas.I" not in line and not line.strip().endswith((":", ".py"))


def _django(arguments: Iterable[str]) -> subprocess.CompletedProcess[str]:
    paths = pathsep.join(each or "." for each in sys.path)
    return subprocess.run(  # noqa: S603 - this Python, and Django's own command line
        [sys.executable, "-W", "ignore", "-m", "django", *arguments, "--no-color"],
        env={**environ, "PYTHONPATH": paths, "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE},
        capture_output=True,
        text=True,
        check=False,
    )
