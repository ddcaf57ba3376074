"""Foreign keys: an identity key in the place of one, or of a one-to-one field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from appschemas.auditing.converting.calls import check_call, key_call
from appschemas.auditing.converting.conversion import Conversion
from appschemas.auditing.converting.declarations import Declaration, Declarations
from appschemas.auditing.converting.keys import identity_key_of
from appschemas.auditing.converting.listed import NotConverted
from appschemas.auditing.converting.migrations import alter_field
from appschemas.auditing.converting.project_files import ProjectFiles
from appschemas.auditing.converting.reverse import reverse_names
from appschemas.auditing.drafting.origins import Origin, origin_of
from appschemas.contract.contract import Contract
from appschemas.integrity.discovery import leaves_schema


def convert(field: Any, found: Declarations, files: ProjectFiles, contract: Contract) -> Conversion:
    """What a foreign key takes that leaves its schema.

    Raises:
        NotConverted: it cannot be converted.
    """
    check_kind(field, models.ForeignKey, models.OneToOneField)
    declaration = found.of(field)
    check_call(declaration, field)
    made = Conversion()
    for each in declaration.fields:
        _check(each, declaration, contract)
    for each in (*declaration.fields, *_in_histories(declaration, contract)):
        options = each.model._meta
        made.labels.append(f"{options.label}.{each.name}")
        made.fields.append(each)
        operation = alter_field(options.object_name, each.name, identity_key_of(each))
        made.operations.append((options.app_label, operation))
    edit = key_call(declaration, field, reverse_names(declaration, field, files))
    made.edit(declaration.source, declaration.call, edit)
    return made


def check_kind(field: Any, *kinds: Any) -> None:
    """Whether a field is one of Django's own.

    Raises:
        NotConverted: its class is another, whose behaviour nobody here knows.
    """
    kind = type(field)
    if kind not in kinds:
        raise NotConverted(
            f"it is a {kind.__module__}.{kind.__qualname__}, and an identity key would not do "
            "what that does"
        )


# Private
# -------


def _in_histories(declaration: Declaration, contract: Contract) -> Iterator[Any]:
    """The copies of the field in models of histories, which simple-history makes of it anew.

    Of a one-to-one field it makes a foreign key, and of such a key, too: that copy stays as it is.
    """
    for model in declaration.models:
        name = getattr(model._meta, "simple_history_manager_attribute", None)
        history = getattr(getattr(model, name, None), "model", None) if name else None
        field = history and {each.name: each for each in history._meta.fields}.get(declaration.name)
        copied = model._meta.get_field(declaration.name)
        if field and not copied.one_to_one and leaves_schema(field, contract):
            yield field


def _check(field: Any, declaration: Declaration, contract: Contract) -> None:
    model, target = field.model._meta, field.remote_field.model._meta
    reason = ""
    if not leaves_schema(field, contract):
        reason = (
            f"its line is that of {model.label}.{field.name}, too, which stays within its schema"
        )
    elif origin_of(apps.get_app_config(model.app_label)) is not Origin.OWN:
        reason = (
            f"its line is that of {model.label}.{field.name}, too, whose migrations are not the "
            "project's"
        )
    elif target.label != declaration.fields[0].remote_field.model._meta.label:
        reason = "its line points at another model in each class"
    elif field.remote_field.field_name != target.pk.name:
        reason = (
            f"it holds {target.label}.{field.remote_field.field_name}, and an identity key holds "
            "the primary key: let it hold that first"
        )
    elif getattr(model.order_with_respect_to, "name", None) == field.name:
        reason = f"{model.label} has order_with_respect_to by it"
    if reason:
        raise NotConverted(reason, declaration.line)
