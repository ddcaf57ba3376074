"""Call sites: the line of the user's code that a statement comes from, read off the stack."""

from __future__ import annotations

import sysconfig
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any, Final

import django
import psycopg

from appschemas.conf import PACKAGE


@dataclass(frozen=True, slots=True, order=True)
class CallSite:
    """A line of the user's code, its file relative to the working directory."""

    file: str
    line: int
    function: str


# Of what a server's thread or a package does by itself.
NOWHERE: Final = CallSite("(no line of yours)", 0, "")


def origin(frame: FrameType | None) -> tuple[CallSite | None, str, bool, str]:
    """The user's line nearest to the statement, the app of its model, and whether owners run it."""
    site: CallSite | None = None
    app = test = ""
    routed = by_owner = False
    while frame is not None:
        code = frame.f_code
        file = code.co_filename
        if site is None and not _is_foreign(file):
            site = CallSite(_relative(file), frame.f_lineno, code.co_qualname)
        elif not routed and site is None and (model := _model(file, frame)) is not None:
            app, routed = model._meta.app_label, True
        by_owner = by_owner or _is_owners(file)
        if code.co_name == "run" and not test and file.endswith("unittest/case.py"):
            test = frame.f_locals["self"].id()
        frame = frame.f_back
    return site, app, by_owner, test


# Private
# -------

_DJANGO: Final = str(Path(django.__file__).parent)
_COMPILER: Final = str(Path(_DJANGO, "db", "models", "sql", "compiler.py"))
_QUERY: Final = str(Path(_DJANGO, "db", "models", "query.py"))
# Whatever runs below these runs as the owner of a schema, not as the application.
_OWNERS: Final = tuple(
    str(Path(_DJANGO, *parts))
    for parts in (
        ("db", "migrations"),
        ("db", "backends", "base", "creation.py"),
        ("core", "management", "commands", "flush.py"),
        ("core", "management", "commands", "migrate.py"),
    )
)
_FOREIGN: Final = tuple(
    {
        _DJANGO,
        str(PACKAGE),
        str(Path(psycopg.__file__).parent),
        *(sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")),
    }
)


def _model(file: str, frame: FrameType) -> Any:
    if file == _COMPILER:
        return getattr(getattr(frame.f_locals.get("self"), "query", None), "model", None)
    if file == _QUERY and type(frame.f_locals.get("self")).__name__ == "RawQuerySet":
        return frame.f_locals["self"].model
    return None


@cache
def _is_foreign(file: str) -> bool:
    return file.startswith(("<", *_FOREIGN)) or not file.endswith(".py")


@cache
def _is_owners(file: str) -> bool:
    return file.startswith(_OWNERS)


@cache
def _relative(file: str) -> str:
    path = Path(file)
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else file
