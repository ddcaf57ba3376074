"""Creation: what checks consist of where nothing of them is there, made of all of them together.

Statement by statement, and role by role, as `create()` has it, a new database would be made for
each of its keys anew: rights lent and taken back, a role taken and left for each object.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from appschemas.integrity.constraints.blocks import Column, with_known_index
from appschemas.integrity.constraints.ddl import (
    ConstraintFunction,
    ConstraintObject,
    RoleStatement,
    executable,
)
from appschemas.integrity.constraints.kinds import only_functions, only_triggers


def create_all(
    objects: Collection[ConstraintObject], indexes: Mapping[Column, int]
) -> Iterator[RoleStatement]:
    """The statements that make all of them, none of which is there.

    Args:
        objects: Functions and triggers; the triggers run these functions, or others.
        indexes: What functions keep unique, by column.
    """
    # The role is taken once for all that it owns.
    functions = sorted(only_functions(objects), key=attrgetter("owner"))
    for _, group in groupby(functions, key=attrgetter("owner")):
        yield from _functions(list(group), indexes)
    for trigger in sorted(only_triggers(objects), key=attrgetter("owner")):
        yield RoleStatement(trigger.owner, trigger.definition())
        yield trigger.comment()


# Private
# -------


def _functions(
    functions: Iterable[ConstraintFunction], indexes: Mapping[Column, int]
) -> Iterator[RoleStatement]:
    functions = sorted(functions, key=attrgetter("executable_by"))
    for each in functions:
        index = indexes.get(each.keeps_unique) if each.keeps_unique else None
        yield RoleStatement(each.owner, with_known_index(*each.definition(), index))
    for _, group in groupby(functions, key=attrgetter("executable_by")):
        yield from executable(list(group))
    for each in functions:
        yield each.comment()
