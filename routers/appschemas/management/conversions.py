"""Conversions: what keeps the rows where a relation becomes one of identity form.

Django's autodetector compares fields and models one by one. A many-to-many field that becomes a
model between is to it a table to drop and an empty one to create, and bases it does not compare at
all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.apps import apps
from django.db.migrations.operations import RenameField
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState
from django.db.models.fields.related import ForeignKey, ManyToManyField, OneToOneField

from appschemas.fields import IdentityKey, IdentityManyToMany
from appschemas.operations import AlterModelBases, ModelFromManyToMany

Model = tuple[str, str]


def kept_by_app(before: ProjectState, after: ProjectState) -> Iterator[tuple[str, list[Operation]]]:
    """For each app the operations that let rows stay which Django's would drop, to begin with."""
    found: dict[str, list[Operation]] = {}
    for key, model in before.models.items():
        if key in after.models:
            found.setdefault(key[0], []).extend(_kept_by(model, before, after))
    yield from ((app, operations) for app, operations in found.items() if operations)


def bases_by_app(
    before: ProjectState, after: ProjectState
) -> Iterator[tuple[str, list[Operation]]]:
    """For each app the bases that its models have again, once their keys are parent links."""
    found: dict[str, list[Operation]] = {}
    for key, model in before.models.items():
        new = after.models.get(key)
        for parent in _parents(new) - _parents(model) if new else ():
            if _primary_key(model, parent) is not None:
                operation = AlterModelBases(model.name, after.models[key].bases)
                found.setdefault(key[0], []).append(operation)
    yield from found.items()


def losses(before: ProjectState, after: ProjectState) -> Iterator[str]:
    """Conversions that would drop rows, and what to write for each to keep them."""
    for key, model in before.models.items():
        new = after.models.get(key)
        if new is None:
            continue
        for name, field in model.fields.items():
            if _is_automatic(field) and name not in new.fields and _is_identity_form(key, name):
                yield _TABLE.format(".".join(key), name, key[0], model.name, _dotted(field, model))
        for name, field in new.fields.items():
            added = _is_automatic(field) and name not in model.fields
            if added and (gone := _held_before(model, field, before, after)):
                yield _TABLE_AGAIN.format(".".join(key), name, ".".join(gone))
        for parent in _parents(model) - _parents(new):
            if parent[0] != key[0]:
                link, label = _link(model, parent), ".".join(parent)
                yield _LINK.format(".".join(key), label, link)


# Private
# -------


def _kept_by(model: ModelState, before: ProjectState, after: ProjectState) -> Iterator[Operation]:
    """What lets the rows of the model's relations stay that are of identity form afterwards."""
    key = model.app_label, model.name_lower
    for name, field in model.fields.items():
        gone = _is_automatic(field) and name not in after.models[key].fields
        if gone and (between := _between(key, name, field, before, after)) is not None:
            yield from _from_many_to_many(model, name, field, between)
    new = after.models[key]
    for parent in _parents(model) - _parents(new):
        held = _primary_key(new, parent)
        if held is not None:
            yield AlterModelBases(model.name, new.bases)
            link = _link(model, parent)
            if link is not None and link != held:
                yield RenameField(model.name_lower, link, held)


def _from_many_to_many(
    model: ModelState, name: str, field: Any, between: ModelState
) -> Iterator[Operation]:
    held = _ends(between, model, field)
    assert held is not None  # noqa: S101 - it is between
    near, far = held
    key = between.fields[far].clone()
    yield ModelFromManyToMany(model.name, name, between.name, key)
    ends = model.name_lower, _label(field, model)[1]
    if ends[0] == ends[1]:
        ends = f"from_{ends[0]}", f"to_{ends[1]}"
    for old, new in zip(ends, (near, far), strict=True):
        if old != new:
            yield RenameField(between.name_lower, old, new)


def _between(
    key: Model, name: str, field: Any, before: ProjectState, after: ProjectState
) -> ModelState | None:
    """The new model that holds both ends of the field; the one on its table, if there are two."""
    model = before.models[key]
    found = [
        each
        for label, each in after.models.items()
        if label[0] == key[0] and label not in before.models and _ends(each, model, field)
    ]
    table = field.db_table or f"{model.options.get('db_table') or '_'.join(key)}_{name}"
    found.sort(key=lambda each: each.options.get("db_table") != table)
    return found[0] if found else None


def _ends(between: ModelState, model: ModelState, field: Any) -> tuple[str, str] | None:
    """The names of the foreign key of this side, and of the identity key of the other."""
    here, there = (model.app_label, model.name_lower), _label(field, model)
    near = [
        name
        for name, each in between.fields.items()
        if isinstance(each, ForeignKey) and _label(each, between) == here
    ]
    far = [
        name
        for name, each in between.fields.items()
        if isinstance(each, IdentityKey) and _split(each.to) == there
    ]
    return (near[0], far[0]) if len(near) == len(far) == 1 else None


_TABLE: Final = (
    "{0}.{1}: its table is dropped with its rows. To keep them let one new model of {2} hold a "
    "ForeignKey of {3} and an IdentityKey of {4}, or leave through out of IdentityManyToMany."
)
_TABLE_AGAIN: Final = (
    "{0}.{1}: its table is made anew, and {2} is dropped with its rows. To keep them take the "
    "migration back that made {2} (manage.py migrate), and delete its file."
)
_LINK: Final = (
    "{0}: its link to {1} is dropped, and with it whose row each was. To keep it write "
    "{2} = IdentityKey({1!r}, on_delete=models.CASCADE, primary_key=True)."
)


def _is_identity_form(key: Model, name: str) -> bool:
    """Whether the field of the name is a many-to-many over schemas now, of which no state knows."""
    fields = apps.get_model(*key)._meta.private_fields
    return any(isinstance(each, IdentityManyToMany) and each.name == name for each in fields)


def _held_before(
    model: ModelState, field: Any, before: ProjectState, after: ProjectState
) -> Model | None:
    """The model that held both ends of the field, and is gone."""
    for label, each in before.models.items():
        if label not in after.models and _ends(each, model, field):
            return label
    return None


def _dotted(field: Any, model: ModelState) -> str:
    return ".".join(_label(field, model))


def _is_automatic(field: Any) -> bool:
    return isinstance(field, ManyToManyField) and field.remote_field.through is None


def _parents(model: ModelState) -> set[Model]:
    return {_split(base) for base in model.bases if isinstance(base, str)}


def _primary_key(model: ModelState, parent: Model) -> str | None:
    """The name of the identity key of the parent that is the model's primary key."""
    for name, field in model.fields.items():
        if field.primary_key and isinstance(field, IdentityKey) and _split(field.to) == parent:
            return name
    return None


def _link(model: ModelState, parent: Model) -> str | None:
    for name, field in model.fields.items():
        if isinstance(field, OneToOneField) and _label(field, model) == parent:
            return name
    return None


def _label(field: Any, model: ModelState) -> Model:
    to = getattr(field.remote_field, "model", None)
    if not isinstance(to, str):
        return ("", "") if to is None else (to._meta.app_label, to._meta.model_name)
    if to == "self":
        return model.app_label, model.name_lower
    return _split(to if "." in to else f"{model.app_label}.{to}")


def _split(label: str) -> Model:
    app_label, _, name = label.lower().partition(".")
    return app_label, name
