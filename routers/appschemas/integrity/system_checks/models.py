"""System checks: what the models say against what the contract says; no database is asked."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Final

from django.apps import apps
from django.core import checks

from appschemas.conf import get_contract, settings_error
from appschemas.contract.contract import Contract
from appschemas.contract.schema import CACHE_APP
from appschemas.exceptions import AppSchemasError
from appschemas.fields import IdentityKey
from appschemas.integrity.discovery import crossing_fields, target_label
from appschemas.integrity.key_types import bare_type
from appschemas.integrity.system_checks.documented import documented

# Fields that point into other schemas, with the labels of their targets.
_Crossing = list[tuple[Any, str]]
CORRECT: Final = "Correct it, then look again: manage.py check."


@documented
def check_contract(**kwargs: Any) -> list[checks.CheckMessage]:
    """Everything that can be seen without a database."""
    error = settings_error()
    if not error:
        try:
            contract = get_contract()
        except AppSchemasError as refused:
            error = str(refused)
    if error:
        return [checks.Error(error, hint=CORRECT, id="appschemas.E001")]
    crossing = [
        field
        for model in apps.get_models(include_auto_created=True)
        for field in crossing_fields(model, contract)
    ]
    return [
        *_unclaimed_apps(contract),
        *_absent_apps(contract),
        *_keys(contract),
        *_foreign_keys(contract, crossing),
        *_references(contract, crossing),
        *_published(contract),
        *_pending(contract, crossing),
    ]


# Private
# -------


def _unclaimed_apps(contract: Contract) -> Iterator[checks.CheckMessage]:
    for config in apps.get_app_configs():
        claimed = contract.schema_of_app(config.label)
        if claimed is None and any(model._meta.managed for model in config.get_models()):
            yield checks.Error(
                f"App {config.label!r} has models, but no schema of the contract claims it.",
                hint=f"Add {config.label!r} to the apps of a schema, or write a new "
                f"[schemas.{config.label}]: manage.py schema_contract --write.",
                obj=config.label,
                id="appschemas.E002",
            )


def _absent_apps(contract: Contract) -> Iterator[checks.CheckMessage]:
    for schema in contract.installed:
        for app in schema.apps:
            if app != CACHE_APP and not apps.is_installed(app) and app not in apps.app_configs:
                yield checks.Error(
                    f"Schema {schema.name!r} claims app {app!r}, which is not installed"
                    f"{_meant(app)}.",
                    hint="Correct it, or let it go: manage.py schema_contract --write. To run a "
                    "part of the apps alone, name its schemas in APPSCHEMAS.",
                    obj=app,
                    id="appschemas.E009",
                )


def _meant(app: str) -> str:
    close = get_close_matches(app, apps.app_configs, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _keys(contract: Contract) -> Iterator[checks.CheckMessage]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            if isinstance(field, IdentityKey):
                yield from _key_problems(field, contract)


def _foreign_keys(contract: Contract, crossing: _Crossing) -> Iterator[checks.CheckMessage]:
    for field, label in crossing:
        home = contract.schema_of_app(field.model._meta.app_label)
        if home is None or isinstance(field, IdentityKey):
            continue
        if _label(field) not in {each.lower() for each in home.pending}:
            yield checks.Error(
                f"{field} is a foreign key to {label}, which lives in another schema.",
                hint=f'Declare it as IdentityKey("{label}", ...) instead, or list '
                f'"{field.model._meta.label}.{field.name}" as pending in '
                f"[schemas.{home.name}].",
                obj=field,
                id="appschemas.E003",
            )


def _key_problems(
    field: IdentityKey[Any, Any], contract: Contract
) -> Iterator[checks.CheckMessage]:
    home = contract.schema_of_app(field.model._meta.app_label)
    # Of a proxy, what counts is where its table lies.
    target = contract.publisher_of(target_label(field) or field.to)
    if home is not None and home == target:
        yield checks.Error(
            f"{field} is an identity key to {field.to}, which lives in the same schema.",
            hint=f"Declare it as ForeignKey({field.to!r}, ...).",
            obj=field,
            id="appschemas.E010",
        )
    try:
        key = field.target._meta.pk
    except LookupError:
        if field.to.partition(".")[0] in apps.app_configs:
            yield checks.Error(
                f"{field} points at {field.to}, and that app has no such model.",
                hint=f"App {field.to.partition('.')[0]!r} has {_models_of(field.to)}.",
                obj=field,
                id="appschemas.E023",
            )
        return
    if key is not None and bare_type(_as_column(key)) != bare_type(field):
        yield checks.Error(
            f"{field} holds {bare_type(field)}, but the key of {field.to} is "
            f"{bare_type(_as_column(key))}.",
            hint=f"Declare the key's type: IdentityKey(..., key=models.{type(key).__name__}()).",
            obj=field,
            id="appschemas.E016",
        )


def _references(contract: Contract, crossing: _Crossing) -> Iterator[checks.CheckMessage]:
    used: dict[str, dict[str, list[str]]] = {schema.name: {} for schema in contract.schemas}
    for field, label in crossing:
        home = contract.schema_of_app(field.model._meta.app_label)
        if home is not None:
            used[home.name].setdefault(label.lower(), []).append(str(field))
    for schema in contract.schemas:
        declared = {label.lower(): label for label in schema.references}
        for label in sorted(used[schema.name].keys() - declared.keys()):
            fields = ", ".join(used[schema.name][label])
            yield checks.Error(
                f"Schema {schema.name!r} holds keys of {_spelt(label)} ({fields}), and the "
                "contract does not declare it.",
                hint=f'Add "{_spelt(label)}" to references of [schemas.{schema.name}]: '
                f"manage.py schema_contract --write.",
                obj=schema.name,
                id="appschemas.E004",
            )
        installed = any(app in apps.app_configs for app in schema.apps)
        for label in sorted(declared.keys() - used[schema.name].keys()) if installed else ():
            yield checks.Error(
                f"Schema {schema.name!r} declares a reference to {declared[label]}, and no "
                "field uses it.",
                hint=f"Remove it from references of [schemas.{schema.name}]: "
                f"manage.py schema_contract --write.",
                obj=schema.name,
                id="appschemas.E005",
            )


def _published(contract: Contract) -> Iterator[checks.CheckMessage]:
    for schema in contract.schemas:
        for label in schema.publishes:
            app, _, name = label.partition(".")
            if app in apps.app_configs and name.lower() not in apps.all_models[app]:
                yield checks.Error(
                    f"Schema {schema.name!r} publishes {label}, and there is no such model.",
                    hint=f"App {app!r} has {_models_of(label)}.",
                    obj=schema.name,
                    id="appschemas.E006",
                )


def _pending(contract: Contract, crossing: _Crossing) -> Iterator[checks.CheckMessage]:
    foreign = {_label(field) for field, _ in crossing if not isinstance(field, IdentityKey)}
    for schema in contract.schemas:
        for label in schema.pending:
            if label.lower() not in foreign and label.partition(".")[0] in apps.app_configs:
                yield checks.Error(
                    f"Schema {schema.name!r} lists {label} as pending, and it is no foreign key "
                    "that leaves the schema.",
                    hint="The list may only shrink; remove it: manage.py schema_contract --write.",
                    obj=schema.name,
                    id="appschemas.E013",
                )


def _models_of(label: str) -> str:
    """The models that the app of this label has, to choose from."""
    config = apps.get_app_config(label.partition(".")[0])
    return ", ".join(sorted(model.__name__ for model in config.get_models())) or "no models"


def _as_column(key: Any) -> IdentityKey[Any, Any]:
    """The key as a column that refers to it, so that both sides are named by one rule."""
    while key.remote_field is not None and not isinstance(key, IdentityKey):
        key = key.target_field
    if isinstance(key, IdentityKey):
        return key
    return IdentityKey("app.Model", on_delete=lambda *args: None, key=key)


def _label(field: Any) -> str:
    return f"{field.model._meta.label}.{field.name}".lower()


def _spelt(label: str) -> str:
    try:
        return apps.get_model(label)._meta.label
    except LookupError:
        return label
