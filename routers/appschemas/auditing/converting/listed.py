"""Listed: what is left to people, with the place where it stands and the reason."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from appschemas.exceptions import AppSchemasError


@dataclass(frozen=True, slots=True, order=True)
class Listed:
    """Something that a person has to look at: `path:line  what: why`; 0 is no line."""

    path: str
    line: int
    what: str
    why: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}  {self.what}: {self.why}" if place else f"{self.what}: {self.why}"


class NotConverted(AppSchemasError):
    """A relation that is left as it is; the message is the reason, `line` where it was seen."""

    def __init__(self, why: str, line: int = 0) -> None:
        super().__init__(why)
        self.line = line


def shown(path: Path | str) -> str:
    """A path as people type it: relative to where the command runs, if it lies below."""
    try:
        return str(Path(path).resolve().relative_to(Path.cwd()))
    except ValueError:
        return os.fspath(path)
