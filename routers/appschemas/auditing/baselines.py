"""Baselines: the crossings that are known; the list may only shrink."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from appschemas.auditing.crossings import Crossing, CrossingKey
from appschemas.exceptions import AppSchemasError

VERSION: Final = 1


def load(path: Path) -> set[CrossingKey]:
    """The crossings that the baseline lists.

    Raises:
        AppSchemasError: the file cannot be read or is no baseline.
    """
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        if value["version"] != VERSION:
            raise ValueError(value["version"])
        return {
            CrossingKey(each["kind"], each["file"], each["function"], tuple(each["tables"]))
            for each in value["known"]
        }
    except OSError as error:
        raise AppSchemasError(
            f"{path} cannot be read ({error.strerror}); write the first baseline by updating it."
        ) from None
    except (ValueError, KeyError, TypeError):
        raise AppSchemasError(f"{path} is no baseline of version {VERSION}.") from None


def write(path: Path, crossings: Iterable[Crossing]) -> None:
    """Write the crossings as known."""
    known = [asdict(key) for key in sorted({crossing.key for crossing in crossings})]
    text = json.dumps({"version": VERSION, "known": known}, indent=2)
    path.write_text(text + "\n", encoding="utf-8")


def differences(
    known: set[CrossingKey], crossings: Iterable[Crossing], *, whole: bool
) -> Iterator[str]:
    """One line for each crossing that is new, and, after a whole run, each that is gone."""
    found = {crossing.key: crossing for crossing in crossings}
    for key in sorted(found.keys() - known):
        yield f"+ {_line(key, found[key].site.line)}"
    if whole:
        for key in sorted(known - found.keys()):
            yield f"- {_line(key)} is gone: remove it from the baseline"


# Private
# -------


def _line(key: CrossingKey, line: int | None = None) -> str:
    site = f"{key.file}:{line}" if line else key.file
    return f"{site} {key.function}: {key.kind} of {', '.join(key.tables) or '?'}"
