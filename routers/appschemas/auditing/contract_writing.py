"""Writing the contract: what the models say, kept beside what people wrote into the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import tomlkit
from django.apps import apps

from appschemas.contract.contract import Contract
from appschemas.contract.schema import DEFAULT_ALIAS, Roles, Schema
from appschemas.fields import IdentityKey
from appschemas.integrity.references import crossing_fields

PLATFORM: Final = "platform"
_DERIVED: Final = ("apps", "publishes", "references", "pending")


@dataclass
class _Found:
    references: set[str] = field(default_factory=set)
    pending: set[str] = field(default_factory=set)


def derive_contract(contract: Contract | None) -> Contract:
    """The contract that the installed models need.

    Grouping, aliases, reads and what is published without being used stay as `contract` has them;
    an app that it does not know gets a schema of its own name, Django's own apps the platform's.
    """
    grouped = _grouped(contract)
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


def differences(contract: Contract, desired: Contract) -> Iterator[str]:
    """One line for each thing that the file says and the models do not, or the other way round."""
    for schema in desired.schemas:
        if schema.name not in contract:
            yield f"+ [schemas.{schema.name}] for {', '.join(schema.apps)}"
            continue
        to_toml = contract[schema.name]
        for key in _DERIVED:
            old, new = set(getattr(to_toml, key)), set(getattr(schema, key))
            yield from (f"- {schema.name}.{key}: {each}" for each in sorted(old - new))
            yield from (f"+ {schema.name}.{key}: {each}" for each in sorted(new - old))


def to_toml(desired: Contract, path: Path) -> str:
    """The file's new text; comments, order and unknown layout of an old one are kept."""
    document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else _blank(desired)
    schemas: Any = document.setdefault("schemas", tomlkit.table(is_super_table=True))
    for schema in desired.schemas:
        if schema.name not in schemas:
            schemas[schema.name] = tomlkit.table()
            if schema.alias != schema.name:
                schemas[schema.name]["alias"] = schema.alias
        table = schemas[schema.name]
        for key in _DERIVED:
            _put(table, key, getattr(schema, key))
    return tomlkit.dumps(document)


# Private
# -------


def _grouped(contract: Contract | None) -> Contract:
    base = contract or Contract(Roles("appschemas_app", "appschemas_migrator"), "extensions", ())
    installed = {config.label: config for config in apps.get_app_configs()}
    kept = [
        replace(schema, apps=tuple(app for app in schema.apps if app in installed))
        for schema in base.schemas
    ]
    schemas = {schema.name: schema for schema in kept if schema.apps}
    for label, config in sorted(installed.items()):
        if base.schema_of_app(label) or not any(m._meta.managed for m in config.get_models()):
            continue
        name = PLATFORM if config.name.startswith("django.") else label
        alias = DEFAULT_ALIAS if name == PLATFORM else name
        fresh = Schema(name=name, alias=alias, apps=(), prefix=base.roles.prefix)
        schema = schemas.get(name, fresh)
        schemas[name] = replace(schema, apps=(*schema.apps, label))
    # What Django itself brings comes first: other apps refer to it.
    ordered = sorted(schemas.values(), key=lambda schema: schema.name != PLATFORM)
    return replace(base, schemas=tuple(ordered))


def _published(schema: Schema, used: Iterable[str]) -> Iterator[str]:
    for label in schema.publishes:
        app, _, name = label.partition(".")
        if name.lower() in apps.all_models[app]:
            yield _spelt(label)
    for label in used:
        if label.partition(".")[0] in schema.apps and label not in schema.publishes:
            yield label


def _put(table: Any, key: str, labels: tuple[str, ...]) -> None:
    if list(table.get(key, ())) == list(labels):
        return
    if not labels:
        table.pop(key, None)
        return
    array = tomlkit.array()
    array.extend(labels)
    table[key] = array.multiline(len(labels) > 1)


def _blank(desired: Contract) -> tomlkit.TOMLDocument:
    document = tomlkit.document()
    document.add(
        tomlkit.comment(
            "Which apps live in which PostgreSQL schema, and what crosses between them."
        )
    )
    document["version"] = 1
    roles = tomlkit.table()
    roles["application"], roles["migrator"] = desired.roles.application, desired.roles.migrator
    document["roles"] = roles
    extensions = tomlkit.table()
    extensions["schema"] = desired.extensions
    document["extensions"] = extensions
    return document


def _spelt(label: str) -> str:
    try:
        return apps.get_model(label)._meta.label
    except LookupError:
        return label
