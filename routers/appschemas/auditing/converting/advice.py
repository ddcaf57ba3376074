"""Advice: the line to write where a query may not go on over an identity key."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

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
    if not found.behind:
        return (
            f"{field.name} is a key of {there.label}, in another schema: write "
            f"{found.path}__in={there.object_name}.objects.filter(...)"
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


def compared(found: Crossing, reference: str) -> str:
    """What is refused of a condition on the other side; empty where it is two steps.

    Args:
        found: Where its path crosses.
        reference: What it is compared with: `F()` or `OuterRef()` of the query itself, `None` in a
            list, or nothing of the kind.
    """
    if not reference:
        return ""
    field = found.field
    there = field.related_model._meta.label
    if reference == "None":
        isnull = "__".join((found.path, *found.behind[:-1], "isnull"))
        return (
            f"{field.name} is a key of {there}, in another schema, and None in a list is not the "
            f"same to filter() and to exclude(): write | Q({isnull}=True)"
        )
    return (
        f"{field.name} is a key of {there}, in another schema, and {reference} is of this query: "
        f'read rows.select_related("{found.path}"), and compare in Python'
    )


def searched(found: Crossing) -> str:
    """What is refused of a search, whose condition nobody writes; empty where it is two steps."""
    if not (found.is_reverse or found.is_many):
        return ""
    ends = (found.field.related_model, found.field.model)
    here, there = (each._meta for each in (ends if found.is_reverse else ends[::-1]))
    return (
        f"a search cannot go from {here.label} to many rows of {there.label} or behind it, in "
        "another schema: take it out, or ask twice in get_search_results(), by pk__in"
    )


def of_another(here: Any, there: Any, converted: Collection[Any]) -> str:
    """What is refused of a subquery; empty where both sides lie in one schema.

    Args:
        here: The model of the query around it, None if that is not known.
        there: The model of the subquery, None if that is not known.
        converted: The fields that lead from one schema to another.
    """
    if there is None:
        return ""
    apart = {
        (one, other)
        for field in converted
        for ends in ((field.model, field.related_model), (field.related_model, field.model))
        for one, other in (tuple(each._meta.app_label for each in ends),)
    }
    app = there._meta.app_label
    if here is None:
        around = sorted({one for one, other in apart if other == app})
        if not around:
            return ""
        where = f"if the query around it is one of {', '.join(around)}, it is of another schema"
    elif (here._meta.app_label, app) in apart:
        where = f"{there._meta.label} lies in another schema than {here._meta.label}"
    else:
        return ""
    return (
        f"{where}: ask twice, pk__in={there._meta.object_name}.objects.filter(...).values(<key>) "
        "for Exists, or join within joined() where reads allow it"
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
    names = {name for each in here.get_fields() for name in (each.name, _attname(each))} | {"pk"}
    if found.behind == ("isnull",):
        written = f"{here.object_name}.objects.values({field.name!r})"
        return f"{refused}write pk__in={written}, in exclude() for isnull=True"
    if not found.behind or found.behind[0] not in names:
        behind = "__".join(("pk", *found.behind))
    written = f"{here.object_name}.objects.filter({behind}=...).values({field.name!r})"
    return f"{refused}write {'__'.join((*found.before, 'pk__in'))}={written}"


def _attname(field: Any) -> str:
    return str(getattr(field, "attname", field.name))
