"""Advice: the line to write where a query may not go on over an identity key."""

from __future__ import annotations

from django.db.models import ForeignKey

from appschemas.auditing.converting.paths import Crossing


def advice(found: Crossing, is_condition: bool, is_order: bool) -> str:
    """What is refused, and what to write instead.

    Args:
        found: Where the path crosses.
        is_condition: Whether it is one of `filter()` and its like.
        is_order: Whether rows are sorted by it.
    """
    if found.is_reverse:
        return _from_behind(found, is_condition)
    field, there = found.field, found.field.related_model._meta
    behind = "__".join(found.behind)
    if is_condition:
        return (
            f"{field.name} has many rows behind one key: write {found.path}__in="
            f"{there.object_name}.objects.filter({behind}=...)"
        )
    how = "select_related" if isinstance(field, ForeignKey) else "prefetch_related"
    loaded = f'{how}("{found.path}")'
    attribute = ".".join((*found.before, field.name, *found.behind))
    if how == "prefetch_related":
        written = f"rows.{loaded}, and Python over row.{field.name}.all()"
    elif is_order:
        written = f"sorted(rows.{loaded}, key=lambda row: row.{attribute})"
    else:
        written = f"rows.{loaded}, and row.{attribute}"
    return (
        f"{field.name} is a key of {there.label}, in another schema: write {written}; or begin "
        f"with {there.object_name}, or join within joined() where reads allow it"
    )


# Private
# -------


def _from_behind(found: Crossing, is_condition: bool) -> str:
    field = found.field
    here, there = field.model._meta, field.related_model._meta
    refused = f"from {there.label} a query cannot go to {here.label}, in another schema: "
    if not is_condition:
        return f"{refused}begin with {here.object_name}, or read both and put them together"
    behind = "__".join(found.behind)
    names = {each.name for each in here.get_fields()} | {"pk"}
    if found.behind == ("isnull",):
        written = f"{here.object_name}.objects.values({field.name!r})"
        return f"{refused}write pk__in={written}, in exclude() for isnull=True"
    if not found.behind or found.behind[0] not in names:
        behind = "__".join(("pk", *found.behind))
    written = f"{here.object_name}.objects.filter({behind}=...).values({field.name!r})"
    return f"{refused}write {'__'.join((*found.before, 'pk__in'))}={written}"
