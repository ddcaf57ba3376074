"""Reverse: the name by which the other side reaches back, said where Django would have made one."""

from __future__ import annotations

from typing import Any

from django.db import models

from appschemas.auditing.converting.declarations import Declaration
from appschemas.auditing.converting.project_files import ProjectFiles


def reverse_names(found: Declaration, field: Any, files: ProjectFiles) -> dict[str, str]:
    """The `related_name` that keeps what the project's code may use, as source text.

    An identity key has no name on the other side unless it says one, where a foreign key has that
    of `Meta.default_related_name`, or `<model>_set`.
    """
    if field._related_name is not None:
        return {}
    default = field.model._meta.default_related_name
    if default is None:
        accessors = {each.remote_field.get_accessor_name() for each in found.fields}
        is_single = isinstance(field, models.OneToOneField)
        if not is_single and not accessors & files.words:
            return {}
        model = "%(class)s" if found.owner._meta.abstract else field.model._meta.model_name
        default = model if is_single else f"{model}_set"
    return {"related_name": f'"{default}"'}
