"""Kinds: the functions and the triggers among what checks consist of, each in one order."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from appschemas.integrity.constraints.ddl import (
    ConstraintFunction,
    ConstraintObject,
    ConstraintTrigger,
)


def only_functions(objects: Iterable[ConstraintObject]) -> list[ConstraintFunction]:
    """The functions among `objects`."""
    found = (each for each in objects if isinstance(each, ConstraintFunction))
    return sorted(found, key=attrgetter("schema", "name", "arguments"))


def only_triggers(objects: Iterable[ConstraintObject]) -> list[ConstraintTrigger]:
    """The triggers among `objects`."""
    found = (each for each in objects if isinstance(each, ConstraintTrigger))
    return sorted(found, key=attrgetter("schema", "table", "name"))
