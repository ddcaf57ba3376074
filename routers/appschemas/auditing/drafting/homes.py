"""Homes: the schema of each app that no contract claims yet, and why it goes there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from django.apps import AppConfig, apps
from django.conf import settings

from appschemas.auditing.drafting.origins import Origin, origin_of
from appschemas.auditing.drafting.relations import Relation
from appschemas.contract.contract import Contract
from appschemas.contract.file import is_schema_name
from appschemas.contract.schema import CACHE_APP, DEFAULT_ALIAS, LOGINS, Roles, Schema
from appschemas.integrity.migration_files import apps_with_migrations

PLATFORM: Final = "platform"


@dataclass(frozen=True)
class Homes:
    """A contract in which each installed app has its schema, and no key is listed yet.

    `reasons` says of each app that is new in the platform why it lies there.
    """

    contract: Contract
    reasons: dict[str, str] = field(default_factory=dict)


def unclaimed(contract: Contract | None) -> dict[str, AppConfig]:
    """The installed apps with tables or a history that no schema of `contract` claims, by label."""
    migrated = apps_with_migrations()
    return {
        config.label: config
        for config in sorted(apps.get_app_configs(), key=lambda config: config.label)
        if contract is None or contract.schema_of_app(config.label) is None
        # An app whose models have all moved away has a history that must run somewhere.
        if config.label in migrated or any(m._meta.managed for m in config.get_models())
    }


def apart(contract: Contract | None, relations: Iterable[Relation]) -> tuple[str, ...]:
    """The labels of those of them that do not go to the platform."""
    reasons = _reasons(contract, relations)
    return tuple(label for label in unclaimed(contract) if label not in reasons)


def settle(
    contract: Contract | None,
    relations: Iterable[Relation],
    groups: Iterable[frozenset[str]] = (),
) -> Homes:
    """Every installed app in a schema.

    Django's apps, the user model's app, and third-party apps that hold keys of these share the
    platform's, since nobody can edit the joins between them; each other app has one of its own, or
    its group's. What `contract` claims stays where it is.
    """
    base = contract or Contract(Roles("appschemas_app", "appschemas_migrator"), "extensions", ())
    installed = {CACHE_APP, *(config.label for config in apps.get_app_configs())}
    kept = (
        replace(schema, apps=tuple(app for app in schema.apps if app in installed))
        for schema in base.schemas
    )
    schemas = {schema.name: schema for schema in kept if schema.apps}
    home = base.schema_of_alias(DEFAULT_ALIAS)
    platform = home.name if home else PLATFORM
    reasons = _reasons(contract, relations)
    group_of = {app: group for group in groups for app in group}
    names: dict[frozenset[str], str] = {}
    for label in unclaimed(contract):
        group = group_of.get(label, frozenset({label}))
        if label in reasons:
            names[group] = platform
        elif group not in names:
            names[group] = _name(_leader(group), {*schemas, platform, base.extensions})
        name = names[group]
        alias = DEFAULT_ALIAS if name == platform else name
        fresh = Schema(name=name, alias=alias, apps=(), prefix=base.roles.prefix)
        schemas[name] = replace(
            schemas.get(name, fresh), apps=(*schemas.get(name, fresh).apps, label)
        )
    # What Django itself brings comes first: other apps refer to it.
    ordered = sorted(schemas.values(), key=lambda schema: schema.name != platform)
    return Homes(replace(base, schemas=_with_default(ordered)), reasons)


# Private
# -------

_SUFFIX: Final = "_app"
_LONGEST: Final = 50


def _reasons(contract: Contract | None, relations: Iterable[Relation]) -> dict[str, str]:
    new = unclaimed(contract)
    user_app = settings.AUTH_USER_MODEL.partition(".")[0]
    reasons = {
        label: "Django's own" if origin_of(config) is Origin.DJANGO else "has AUTH_USER_MODEL"
        for label, config in new.items()
        if label == user_app or origin_of(config) is Origin.DJANGO
    }
    home = contract.schema_of_alias(DEFAULT_ALIAS) if contract else None
    inside = {*reasons, *(home.apps if home else ())}
    third = {label for label, config in new.items() if origin_of(config) is Origin.THIRD_PARTY}
    relations = [each for each in relations if each.home in third and each.home != each.target]
    found = True
    while found:
        found = False
        for each in relations:
            if each.home not in inside and each.target in inside:
                reasons[each.home] = f"third-party, holds keys of {each.model}"
                inside.add(each.home)
                found = True
    return reasons


def _leader(group: Collection[str]) -> str:
    """The app that names its group: the one with the most models."""
    sizes = {label: len(list(apps.get_app_config(label).get_models())) for label in group}
    return min(group, key=lambda label: (-sizes[label], label))


def _name(label: str, taken: Collection[str]) -> str:
    """A name for the schema of an app whose label may be no name for a schema."""
    plain = re.sub(r"\W", "_", label.lower(), flags=re.ASCII)[:_LONGEST]
    plain = plain if is_schema_name(plain) and plain not in _TAKEN else f"{plain}{_SUFFIX}"
    plain = plain if is_schema_name(plain) else f"app_{plain}"
    names = (plain, f"{plain}{_SUFFIX}", *(f"{plain}_{number}" for number in range(2, 1000)))
    return next(name for name in names if name not in taken)


# A schema's name is its alias, and the beginning of a variable that may hold its URL.
_TAKEN: Final = frozenset({DEFAULT_ALIAS, *LOGINS})


def _with_default(schemas: list[Schema]) -> tuple[Schema, ...]:
    """Without any of Django's apps the default alias is that of the first schema."""
    if schemas and all(schema.alias != DEFAULT_ALIAS for schema in schemas):
        schemas[0] = replace(schemas[0], alias=DEFAULT_ALIAS)
    return tuple(schemas)
