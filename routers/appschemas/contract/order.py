"""Order: of a contract's schemas what is referenced or read comes first."""

from __future__ import annotations

import graphlib
from collections.abc import Sequence
from itertools import pairwise

from appschemas.contract.schema import Schema


def referenced_first(schemas: Sequence[Schema]) -> tuple[Schema, ...]:
    """What is referenced comes first, then what is read; the rest is stable.

    Where references lead round, one of them gives way; where reads do, all that are left may wait.
    """
    by_name = {schema.name: schema for schema in schemas}
    home = {app: schema.name for schema in schemas for app in schema.apps}
    position = {name: index for index, name in enumerate(by_name)}
    needed = {
        schema.name: {home[label.partition(".")[0]] for label in schema.references}
        for schema in schemas
    }
    sorter = _without_cycles(needed, position)
    order: list[str] = []
    ready = list(sorter.get_ready())
    while ready:
        ready.sort(key=lambda name: (len({*by_name[name].reads} - {*order}), position[name]))
        order.append(ready.pop(0))
        sorter.done(order[-1])
        ready.extend(sorter.get_ready())
    return tuple(by_name[name] for name in order)


# Private
# -------


def _without_cycles(
    needed: dict[str, set[str]], position: dict[str, int]
) -> graphlib.TopologicalSorter[str]:
    while True:
        sorter = graphlib.TopologicalSorter(needed)
        try:
            sorter.prepare()
        except graphlib.CycleError as error:
            # Each is needed by the next one, and the last is the first again.
            cycle: list[str] = error.args[1]
            before, first = min(pairwise(cycle), key=lambda pair: position[pair[1]])
            needed[first].remove(before)
        else:
            return sorter
