"""Groups: the project's apps in a given number of schemas, so that few keys run between these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from appschemas.auditing.drafting.relations import Relation
from appschemas.exceptions import AppSchemasError


@dataclass(frozen=True, slots=True)
class Proposal:
    """Some groups of apps, and the relations that run between two of them."""

    groups: tuple[frozenset[str], ...]
    cut: tuple[Relation, ...]

    def split_from(self, coarser: Proposal) -> str:
        """The group of `coarser` that is in two here, in words."""
        for group in coarser.groups:
            parts = [part for part in self.groups if part < group]
            if len(parts) == 2:
                small = min(parts, key=lambda part: (len(part), sorted(part)))
                return f"{', '.join(sorted(small))} apart"
        return "other groups"


def proposals(apps: Collection[str], relations: Iterable[Relation]) -> tuple[Proposal, ...]:
    """A proposal for each number of groups, from one to all apps by themselves.

    Each splits one group of the one before, where that costs the fewest relations: never more than
    2 - 2/k times the fewest that k groups can cut (Saran and Vazirani, "Finding k cuts within twice
    the optimal", 1995), and moves apps between groups while that cuts fewer still.

    Raises:
        AppSchemasError: networkx is not installed.
    """
    between = tuple(
        each
        for each in relations
        if each.home in apps and each.target in apps and each.home != each.target
    )
    graph = _graph(apps, between)
    groups = [frozenset(apps)] if apps else []
    found = []
    while groups:
        found.append(_proposal(_improved(groups, between), between))
        splits = [
            (cost, sorted(small), group, small)
            for group in groups
            if len(group) > 1
            for cost, small in [_min_cut(graph.subgraph(group))]
        ]
        if not splits:
            break
        _, _, group, small = min(splits, key=lambda split: split[:2])
        groups = [*(each for each in groups if each != group), small, group - small]
    return tuple(found)


def choose(found: tuple[Proposal, ...], number: int) -> Proposal:
    """The proposal with that many groups.

    Raises:
        AppSchemasError: there are fewer apps, or none.
    """
    if not found:
        raise AppSchemasError(
            "--group is for apps that no schema claims yet, and there is none: remove the schemas "
            "to be grouped anew from the contract first."
        )
    if not 1 <= number <= len(found):
        raise AppSchemasError(
            f"--group {number}: the project has {len(found)} apps of its own to put into groups; "
            f"choose a number from 1 to {len(found)}."
        )
    return found[number - 1]


# Private
# -------


def _networkx() -> Any:
    try:
        import networkx  # noqa: PLC0415 - optional dependency
    except ImportError:
        raise AppSchemasError(
            '--group needs networkx: pip install "django-appschemas[groups]"'
        ) from None
    return networkx


def _graph(apps: Collection[str], between: Iterable[Relation]) -> Any:
    graph = _networkx().Graph()
    graph.add_nodes_from(sorted(apps))
    weights = Counter(tuple(sorted((each.home, each.target))) for each in between)
    graph.add_edges_from((*pair, {"weight": weight}) for pair, weight in sorted(weights.items()))
    return graph


def _min_cut(graph: Any) -> tuple[int, frozenset[str]]:
    """What the cheapest way to part a group costs, and its smaller side."""
    networkx = _networkx()
    parts = [frozenset(part) for part in networkx.connected_components(graph)]
    if len(parts) > 1:
        return 0, min(parts, key=lambda part: (len(part), sorted(part)))
    cost, sides = networkx.stoer_wagner(graph)
    return cost, min(map(frozenset, sides), key=lambda side: (len(side), sorted(side)))


def _improved(
    groups: Collection[frozenset[str]], between: Iterable[Relation]
) -> list[frozenset[str]]:
    """The groups after each move of one app that cuts fewer, and leaves none of them empty."""
    group_of = {app: number for number, group in enumerate(groups) for app in group}
    pairs = Counter((each.home, each.target) for each in between)
    moved = True
    while moved:
        moved = False
        for app, here in sorted(group_of.items()):
            pulls: Counter[int] = Counter()
            for (home, target), weight in pairs.items():
                if app in (home, target):
                    pulls[group_of[target if app == home else home]] += weight
            best = max(sorted(pulls), key=lambda number: pulls[number], default=here)
            if pulls[best] > pulls[here] and list(group_of.values()).count(here) > 1:
                group_of[app], moved = best, True
    return [
        frozenset(app for app, number in group_of.items() if number == each)
        for each in sorted(set(group_of.values()))
    ]


def _proposal(groups: Iterable[frozenset[str]], between: Iterable[Relation]) -> Proposal:
    group_of = {app: group for group in groups for app in group}
    cut = tuple(each for each in between if group_of[each.home] != group_of[each.target])
    return Proposal(tuple(sorted(groups, key=lambda group: (-len(group), sorted(group)))), cut)
