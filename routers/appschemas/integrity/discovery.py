"""Discovery: the references that models need, read off the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.apps import apps as installed_apps
from django.db import models
from django.db.backends.utils import strip_quotes

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.exceptions import NotInstalled
from appschemas.fields import IdentityKey
from appschemas.integrity.key_types import bare_type
from appschemas.integrity.references import Reference
from appschemas.integrity.stand_ins import key_column_of


def crossing_fields(
    model: type[models.Model], contract: Contract
) -> Iterator[tuple[models.Field[Any, Any], str]]:
    """The fields of `model` that point into another schema, with the label of their target."""
    if not _has_table(model) or (home := home_of(model, contract)) is None:
        return
    for field in model._meta.local_concrete_fields:
        label = target_label(field)
        if label and _leaves(field, label, home, contract):
            yield field, label


def leaves_schema(field: models.Field[Any, Any], contract: Contract) -> bool:
    """Whether `field` points at a model of another schema of the contract."""
    label, home = target_label(field), home_of(field.model, contract)
    return home is not None and label is not None and _leaves(field, label, home, contract)


def home_of(model: type[models.Model], contract: Contract) -> Schema | None:
    """The schema in which the model's table lies, or None."""
    return contract.schema_of_table(model._meta.app_label, table_of(model))


def table_of(model: type[models.Model]) -> str:
    """The name of the model's table as the catalog has it: Django takes one in quotes as it is."""
    return strip_quotes(model._meta.db_table)


def target_label(field: models.Field[Any, Any]) -> str | None:
    """`app.Model` whose table a key field points at, whether or not that app is installed.

    A key of a proxy is one of the model that has the table.
    """
    if isinstance(field, IdentityKey):
        found = _target_model(field.model, field.to)
        return _with_table(found)._meta.label if found and found._meta.proxy else field.to
    if field.remote_field is None or not field.concrete:
        return None
    target = field.remote_field.model
    return target if isinstance(target, str) else _with_table(target)._meta.label


def references_of(model: type[models.Model], contract: Contract) -> tuple[Reference, ...]:
    """The references that leave the table of `model`, foreign keys not yet converted included.

    Raises:
        NotInstalled: a field points at a model that is not there, or not there any more.
    """
    for field, label in crossing_fields(model, contract):
        known = _target_model(model, label) or label.partition(".")[0] in contract.left_out
        if not known:
            raise NotInstalled(
                f"{field} points at {label}, which is not there; migrate that schema first, "
                "or correct the name."
            )
    return all_references_of(model, contract)


def all_references_of(model: type[models.Model], contract: Contract) -> tuple[Reference, ...]:
    """The same, those included of which it is not known where they end."""
    home = home_of(model, contract)
    references = (
        _reference(field, home, referenced, _target_model(model, label))
        if referenced.name not in contract.stand_ins
        else _reference_to_stand_in(field, home, referenced, label)
        for field, label in crossing_fields(model, contract)
        if _is_checked(field)
        and (referenced := _home_of_target(model, label, contract)) is not None
    )
    return tuple(sorted(references))


def installed_references(
    contract: Contract, registry: Any = installed_apps
) -> tuple[Reference, ...]:
    """The references of every model of `registry`, those that end at models not in it left out."""
    return tuple(reference for reference in references_in(registry, contract) if reference.is_known)


def references_in(registry: Any, contract: Contract) -> Iterator[Reference]:
    """All references of the models of `registry`, tables of many-to-many relations included."""
    for model in registry.get_models(include_auto_created=True):
        yield from all_references_of(model, contract)


# Private
# -------


def _has_table(model: type[models.Model]) -> bool:
    options = model._meta
    return options.managed and not options.proxy and not options.swapped and not options.abstract


def _is_checked(field: models.Field[Any, Any]) -> bool:
    """Whether the database holds the key: with `db_constraint=False` nobody does, in one schema."""
    if isinstance(field, IdentityKey):
        return field.is_checked
    return not isinstance(field, models.ForeignKey) or field.db_constraint


def _leaves(field: models.Field[Any, Any], label: str, home: Schema, contract: Contract) -> bool:
    target = _home_of_target(field.model, label, contract)
    return target != home if target else label.partition(".")[0] in contract.left_out


def _reference(
    field: models.Field[Any, Any],
    home: Schema | None,
    referenced: Schema,
    target: type[models.Model] | None,
) -> Reference:
    key = field.target_field if field.remote_field else target._meta.pk if target else None
    return Reference(
        # crossing_fields() gives none that lack it.
        schema=home.name if home else "",
        table=table_of(field.model),
        referenced_schema=referenced.name,
        referenced_table=table_of(target) if target else "",
        referenced_column=key.column if key else "",
        column=field.column,
        key_type=bare_type(field),
        check_each=field.check_each if isinstance(field, IdentityKey) else "row",
        deferrable=not isinstance(field, IdentityKey) or field.deferrable is not None,
    )


def _reference_to_stand_in(
    field: models.Field[Any, Any], home: Schema | None, referenced: Schema, label: str
) -> Reference:
    key = key_column_of(label)
    reference = _reference(field, home, referenced, None)
    return replace(reference, referenced_table=key.table, referenced_column=key.column)


def _with_table(model: type[models.Model]) -> type[models.Model]:
    return model._meta.concrete_model or model


def _home_of_target(model: type[models.Model], label: str, contract: Contract) -> Schema | None:
    if contract.elsewhere and (target := _target_model(model, label)) is not None:
        return home_of(target, contract)
    return contract.publisher_of(label)


def _target_model(model: type[models.Model], label: str) -> type[models.Model] | None:
    for registry in (model._meta.apps, installed_apps):
        try:
            return registry.get_model(label)
        except LookupError:
            continue
    return None
