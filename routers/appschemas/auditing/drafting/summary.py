"""Summary: one screen of what a project is, and what its keys take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from django.apps import apps

from appschemas.auditing.drafting.groups import Proposal
from appschemas.auditing.drafting.origins import Origin, origin_of
from appschemas.auditing.drafting.relations import Kind, Relation
from appschemas.contract.contract import Contract
from appschemas.contract.cycles import cycles
from appschemas.contract.schema import DEFAULT_ALIAS
from appschemas.integrity.transition import NeededRead

# What an identity key in the relation's place takes, and why.
_TAKES: Final = {
    Kind.IDENTITY_KEY: "done",
    Kind.FOREIGN_KEY: 'one line: IdentityKey("app.Model", on_delete=...)',
    Kind.SWAPPED: "one line: IdentityKey(settings.AUTH_USER_MODEL, on_delete=...)",
    Kind.ONE_TO_ONE: "one line: IdentityKey(..., unique=True)",
    Kind.MANY_TO_MANY: "thought: its table becomes a model that holds a key of either side",
    Kind.THROUGH: "thought: the keys lie in a third app's table, which takes the lines",
    Kind.INHERITANCE: "thought: the child keeps its key, and the parent's fields are not its own",
    Kind.GENERIC: "nothing: a content type and a number, which no database checks",
    Kind.RAW_SQL: "nothing: history replays as it was written",
}
_LISTED: Final = (Kind.FOREIGN_KEY, Kind.SWAPPED, Kind.ONE_TO_ONE, Kind.MANY_TO_MANY,
                  Kind.THROUGH, Kind.INHERITANCE)  # fmt: skip
_LONGEST_LIST: Final = 8


def summary(
    contract: Contract,
    relations: Iterable[Relation],
    reasons: Mapping[str, str],
    needed: Iterable[NeededRead],
    limit: int = _LONGEST_LIST,
) -> Iterator[str]:
    """The lines of the screen.

    Args:
        contract: Where each app lies.
        relations: Those of the models and of migrations.
        reasons: Why an app lies in the platform's schema.
        needed: The reads that pending relations need.
        limit: How many lines a list may have; what is left out is counted.
    """
    relations = tuple(relations)
    yield from _totals(contract, relations)
    yield from _platform(contract, reasons)
    yield ""
    yield from _table(contract, relations)
    yield from _thoughts(contract, relations, limit)
    yield from _cycles(contract, limit)
    yield from _reads(contract, needed, limit)


def group_lines(found: tuple[Proposal, ...], number: int, limit: int = 5) -> Iterator[str]:
    """What the chosen number of groups cuts, and what each finer one would cost."""
    chosen = found[number - 1]
    yield f"{_counted(number, 'group')} of the project's apps: {_cut(chosen)}."
    for group in chosen.groups:
        yield f"  {', '.join(sorted(group))}"
    for (home, target), those in groupby(
        sorted(chosen.cut, key=lambda each: (each.home, each.target)),
        key=lambda each: (each.home, each.target),
    ):
        fields = [each.field for each in those]
        yield f"  cut: {home} -> {target}: {_shortened(fields, 3)}"
    for finer, before in list(zip(found[number:], found[number - 1 :], strict=False))[:limit]:
        more = len(finer.cut) - len(chosen.cut)
        split = finer.split_from(before)
        yield f"  finer: {len(finer.groups)} groups cut {len(finer.cut)} ({more:+}): {split}"


# Private
# -------


def _totals(contract: Contract, relations: tuple[Relation, ...]) -> Iterator[str]:
    claimed = [c for c in apps.get_app_configs() if contract.schema_of_app(c.label)]
    origins = Counter(origin_of(config) for config in claimed)
    tables = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }
    words = ", ".join(f"{origins[origin]} {origin}" for origin in Origin if origins[origin])
    yield (
        f"{_counted(len(claimed), 'app')} ({words}), {_counted(len(tables), 'table')}, "
        f"{_counted(len(relations), 'relation')}, {_counted(len(contract.schemas), 'schema')}"
    )


def _platform(contract: Contract, reasons: Mapping[str, str]) -> Iterator[str]:
    platform = contract.schema_of_alias(DEFAULT_ALIAS)
    if platform is None:
        return
    plain = [app for app in platform.apps if reasons.get(app, _PLAIN) == _PLAIN]
    told = [f"{app} ({reasons[app]})" for app in platform.apps if app not in plain]
    yield f"{platform.name}: {', '.join([*plain, *told])}"


_PLAIN: Final = "Django's own"


def _table(contract: Contract, relations: Iterable[Relation]) -> Iterator[str]:
    within: Counter[Kind] = Counter()
    between: Counter[Kind] = Counter()
    for each in relations:
        (between if _is_between(each, contract) else within)[each.kind] += 1
    width = max(map(len, Kind))
    yield f"{'relation':<{width}}  within  between  an identity key in its place takes"
    for kind in Kind:
        if within[kind] or between[kind]:
            takes = _TAKES[kind] if between[kind] else ""
            yield f"{kind:<{width}}  {within[kind]:>6}  {between[kind]:>7}  {takes}".rstrip()


def _thoughts(contract: Contract, relations: Iterable[Relation], limit: int) -> Iterator[str]:
    lines = [
        f"  {each.field} -> {each.model}: {_why(each)}"
        for each in relations
        if _is_between(each, contract) and each.kind in _LISTED and not each.is_one_line
    ]
    if lines:
        yield from ("", f"Need thought: {len(lines)}", *_listed(lines, limit))


def _why(relation: Relation) -> str:
    if relation.line:
        return f"{relation.kind}; its line stands in {relation.line} and stays pending"
    return str(relation.kind)


def _cycles(contract: Contract, limit: int) -> Iterator[str]:
    lines = [f"  {each}; {each.advice}" for each in cycles(contract)]
    if lines:
        yield from ("", "Schemas that hold each other's keys, which is fine:")
        yield from _listed(lines, limit)


def _reads(contract: Contract, needed: Iterable[NeededRead], limit: int) -> Iterator[str]:
    pending = sum(len(schema.pending) for schema in contract.schemas)
    if not pending:
        return
    lines = [
        f"  {each.reader} reads {each.schema}: {_because(each, limit)}"
        for each in needed
        if each.schema in contract[each.reader].reads
    ]
    yield ""
    yield (
        f"{_counted(pending, 'pending key')}: guarded like identity keys; joins over them work "
        f"because of {_counted(len(lines), 'read')}:"
    )
    yield from _listed(lines, limit)


def _because(read: NeededRead, limit: int) -> str:
    over = f" over {', '.join(read.over)}" if read.over else ""
    return f"{_shortened(read.fields, 2 if limit <= _LONGEST_LIST else limit)}{over}"


def _is_between(relation: Relation, contract: Contract) -> bool:
    home, away = contract.schema_of_app(relation.home), contract.schema_of_app(relation.target)
    return home is not None and away is not None and home != away


def _cut(proposal: Proposal) -> str:
    return f"{_counted(len(proposal.cut), 'relation')} between them"


def _listed(lines: list[str], limit: int) -> Iterator[str]:
    yield from lines[:limit]
    if len(lines) > limit:
        yield f"  and {len(lines) - limit} more; all: manage.py schema_contract --explain -v 2"


def _shortened(words: Iterable[str], limit: int) -> str:
    words = list(words)
    more = f" and {len(words) - limit} more" if len(words) > limit else ""
    return ", ".join(words[:limit]) + more


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
