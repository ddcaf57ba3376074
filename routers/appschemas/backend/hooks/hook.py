"""Hooks: names of other libraries' private API that the engine builds on.

No deprecation is announced before one of them goes, and a method that nobody calls any more fails
nowhere. So each is asserted when a process starts, and one that is missing stops it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from operator import attrgetter
from pkgutil import resolve_name
from typing import Any, Final

from appschemas.exceptions import AppSchemasError


class MissingHook(AppSchemasError):
    """A library has not, or not as it was, what the engine builds on."""


@dataclass(frozen=True, slots=True)
class Hook:
    """A name of somebody else's private API, and how it is used.

    `owner` is `"package.module"`, `"package.module:Class"` or a mapping of these. `takes` are the
    parameters of a function, `called_by` the functions of the owner that must call it, `set_by` the
    method that sets what each instance has by itself.
    """

    owner: str
    name: str
    takes: str | None = None
    called_by: tuple[str, ...] = ()
    set_by: str = ""

    def __str__(self) -> str:
        return f"{self.owner}.{self.name}".replace(":", ".")

    def problem(self) -> str | None:
        """What is not as the engine needs it; None when all is."""
        try:
            owner = resolve_name(self.owner)
        except (AttributeError, ImportError):
            return f"there is no {self.owner}"
        if self.set_by:
            return None if self._names(owner, self.set_by) else f"{self.set_by}() does not set it"
        spaces = (
            [owner] if isinstance(owner, dict) else map(vars, getattr(owner, "__mro__", [owner]))
        )
        space = next((space for space in spaces if self.name in space), None)
        if space is None:
            return "it is gone"
        # Not by getattr(), which would run what stands behind a property.
        found = space[self.name]
        if self.takes is not None and (takes := parameters(found)) != self.takes:
            return f"it takes ({takes}), not ({self.takes})"
        quiet = [caller for caller in self.called_by if not self._names(owner, caller)]
        return f"{quiet[0]}() does not call it" if quiet else None

    def _names(self, owner: Any, function: str) -> bool:
        """Whether the code of a function of the owner has this name in it."""
        try:
            found = attrgetter(function)(owner)
        except AttributeError:
            return False
        return self.name in _code(found).co_names


def require(hooks: tuple[Hook, ...]) -> None:
    """Assert all of them.

    Raises:
        MissingHook: naming the first that is missing, and the library with its version.
    """
    for hook in hooks:
        if (problem := hook.problem()) is not None:
            library = hook.owner.partition(":")[0].partition(".")[0].lstrip("_")
            raise MissingHook(
                f"appschemas cannot work with {library} {_version(library)}: it builds on {hook}, "
                f"and {problem}.{_remedy(library)}"
            )


@cache
def stop_without(hooks: tuple[Hook, ...]) -> None:
    """End the process, with one line, unless all of them are there; asks once.

    No exception would do: Django's commands go on after some, to say more.
    """
    try:
        require(hooks)
    except MissingHook as error:
        sys.exit(str(error))


def parameters(function: Any) -> str:
    """The names of a function's parameters, with the marks of those that are special."""
    code = _code(function)
    names = code.co_varnames
    positional = code.co_argcount
    keywords = positional + code.co_kwonlyargcount
    rest = list(names[keywords:])
    parts = list(names[:positional])
    if code.co_flags & _TAKES_ARGS:
        parts.append(f"*{rest.pop(0)}")
    elif code.co_kwonlyargcount:
        parts.append("*")
    parts += names[positional:keywords]
    if code.co_flags & _TAKES_KWARGS:
        parts.append(f"**{rest.pop(0)}")
    return ", ".join(parts)


# Private
# -------

# https://docs.python.org/3/library/inspect.html#inspect-module-co-flags
_TAKES_ARGS: Final = 0x04
_TAKES_KWARGS: Final = 0x08
# Of what is compiled: it shows neither parameters nor names.
_NO_CODE: Final = (lambda: None).__code__
_OURS: Final = "django-appschemas"


def _namespaces(owner: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(owner, dict):
        yield owner
    else:
        yield from map(vars, getattr(owner, "__mro__", [owner]))


def _code(function: Any) -> Any:
    """The code of a function, behind what decorates it; of what has none, an empty one."""
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    function = getattr(function, "__func__", function)
    return getattr(function, "__code__", _NO_CODE)


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "(of an unknown version)"


def _remedy(library: str) -> str:
    return "".join(f" Install {needed}." for needed in _needed(library))


def _needed(library: str) -> Iterator[str]:
    """What the metadata of this package says of a library."""
    try:
        needs = metadata.requires(_OURS) or []
    except metadata.PackageNotFoundError:
        return
    for need in needs:
        words = need.partition(";")[0].strip()
        if re.match(rf"{library}(?![\w.-])", words, re.IGNORECASE):
            yield f'"{words}"'
            return
