"""Draft: the contract that the installed models need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from django.apps import apps

from appschemas.auditing.drafting.groups import Proposal, choose, proposals
from appschemas.auditing.drafting.history import relations_in_sql
from appschemas.auditing.drafting.homes import apart, settle
from appschemas.auditing.drafting.relations import Relation, relations
from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.fields import IdentityKey
from appschemas.integrity.discovery import crossing_fields
from appschemas.integrity.migration_files import created_extensions
from appschemas.integrity.reach import reaching_migrations
from appschemas.integrity.transition import NeededRead, needed_reads, pending_joins


@dataclass
class _Found:
    references: set[str] = field(default_factory=set)
    pending: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Draft:
    """The contract that the installed models need, and what it was made from.

    `relations` are those of the models and, within SQL of their history, of migrations; `reasons`
    says why an app lies in the platform's schema; `needed` are the reads of the transition, those
    that are written among them; `groups` are the proposals for `--group`, one a number of groups.
    """

    contract: Contract
    relations: tuple[Relation, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)
    needed: tuple[NeededRead, ...] = ()
    groups: tuple[Proposal, ...] = ()


def draft(contract: Contract | None, groups: int | None = None) -> Draft:
    """The contract that the installed models need, with what it was made from.

    Grouping, aliases, reads, extensions and what is published without being used stay as `contract`
    has them. Schemas that it does not know read what their pending keys join, and are read in turn.

    Args:
        contract: The contract as it stands.
        groups: In how many schemas apps that no schema claims are put; each has its own by default.

    Raises:
        AppSchemasError: there are not as many apps, or networkx is not installed.
    """
    between = relations()
    found = proposals(apart(contract, between), between) if groups is not None else ()
    homes = settle(contract, between, choose(found, groups).groups if groups is not None else ())
    whole = _with_keys(homes.contract)
    created = {name for _, name in created_extensions()}
    needed = needed_reads(pending_joins(whole))
    known = {schema.name for schema in contract.schemas} if contract else set()
    reaching = reaching_migrations(whole)
    return Draft(
        replace(
            whole,
            schemas=tuple(
                _with_history(_with_reads(schema, known, needed), contract, reaching)
                for schema in whole.schemas
            ),
            extension_names=tuple(sorted({*whole.extension_names, *created})),
        ),
        (*between, *relations_in_sql()),
        homes.reasons,
        needed,
        found,
    )


# Private
# -------


def _with_keys(grouped: Contract) -> Contract:
    found = {schema.name: _Found() for schema in grouped.schemas}
    used: set[str] = set()
    for model in apps.get_models(include_auto_created=True):
        home = grouped.schema_of_app(model._meta.app_label)
        for each, label in crossing_fields(model, grouped):
            if home is None:
                continue
            label = _spelt(label)
            used.add(label)
            found[home.name].references.add(label)
            if not isinstance(each, IdentityKey):
                found[home.name].pending.add(f"{each.model._meta.label}.{each.name}")
    return replace(
        grouped,
        schemas=tuple(
            replace(
                schema,
                publishes=tuple(sorted(_published(schema, used))),
                references=tuple(sorted(found[schema.name].references)),
                pending=tuple(sorted(found[schema.name].pending)),
            )
            for schema in grouped.schemas
        ),
    )


def _with_reads(schema: Schema, known: Collection[str], needed: Iterable[NeededRead]) -> Schema:
    new = (
        each.schema
        for each in needed
        if each.reader == schema.name and {each.reader, each.schema} - set(known)
    )
    return replace(schema, reads=tuple(dict.fromkeys((*schema.reads, *new))))


def _with_history(schema: Schema, contract: Contract | None, reaching: Iterable[str]) -> Schema:
    """Migrations of the past are those that are there when the schema's keys are first written."""
    names = [name for name in reaching if name.partition(".")[0] in schema.apps]
    known = contract[schema.name] if contract and schema.name in contract else None
    if known and contract and any(map(_is_written, contract.schemas)):
        names = [name for name in names if name in known.history]
    return replace(schema, history=tuple(names))


def _is_written(schema: Schema) -> bool:
    return bool(schema.publishes or schema.references or schema.history)


def _published(schema: Schema, used: Iterable[str]) -> Iterator[str]:
    for label in schema.publishes:
        app, _, name = label.partition(".")
        if name.lower() in apps.all_models[app]:
            yield _spelt(label)
    for label in used:
        if label.partition(".")[0] in schema.apps and label not in schema.publishes:
            yield label


def _spelt(label: str) -> str:
    try:
        return apps.get_model(label)._meta.label
    except LookupError:
        return label
