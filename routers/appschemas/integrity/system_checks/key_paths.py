"""System checks of what leads through an identity key, and would fail at run time or stay for good.

Django's own checks take an identity key for a foreign key, which a query may join: they pass what
then fails at the first page that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any, Final

from django.apps import apps
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.core import checks
from django.db import models
from django.db.models.constants import LOOKUP_SEP

from appschemas.exceptions import CrossSchemaJoin
from appschemas.fields import IdentityKey, IdentityManyToMany, IdentityRelation
from appschemas.integrity.system_checks.documented import documented

_OTHERWISE: Final = "Name the key itself, or a field of this model."
_ALL_OF_THEM: Final = "Name the path alone, without RelatedOnlyFieldListFilter, to offer all rows."


@documented
def check_key_paths(**kwargs: Any) -> list[checks.CheckMessage]:
    """Whether options of models and of the admin lead through keys only where a query may."""
    found = [
        message
        for model in apps.get_models(include_auto_created=True)
        for message in (*_orderings(model), *_frozen(model), *_between(model))
    ]
    return [*found, *(each for admin in _admins() for each in _of_admin(admin))]


# Private
# -------


def _orderings(model: Any) -> Iterator[checks.CheckMessage]:
    for each in model._meta.ordering:
        if refused := _refusal(partial(model._base_manager.order_by, each)):
            yield checks.Error(
                f"Meta.ordering of {model._meta.label} leads through an identity key. {refused}",
                hint=_OTHERWISE,
                obj=model,
                id="appschemas.E060",
            )


def _frozen(model: Any) -> Iterator[checks.CheckMessage]:
    """Expressions that become part of a table, and the keys of the moment with them."""
    options = model._meta
    parts = [(each.name, vars(each).values()) for each in (*options.constraints, *options.indexes)]
    parts += [(each.name, [each.expression]) for each in options.local_fields if each.generated]
    for name, values in parts:
        for path in dict.fromkeys(path for value in values for path in _paths(value)):
            if _is_behind_key(model, path):
                yield checks.Error(
                    f"{name} of {options.label} says {path!r}, which lies behind an identity key: "
                    "the keys of the moment would be written into the table for good.",
                    hint=_OTHERWISE,
                    obj=model,
                    id="appschemas.E061",
                )


def _between(model: Any) -> Iterator[checks.CheckMessage]:
    """What Django checks of a many-to-many field, and of no private one."""
    for field in model._meta.private_fields:
        if isinstance(field, IdentityManyToMany) and field.model is model:
            yield from field.check(from_model=model)


def _admins() -> Iterator[Any]:
    if apps.is_installed("django.contrib.admin"):
        sites = apps.get_app_config("admin").module.sites
        yield from (admin for site in sites.all_sites for admin in site._registry.values())


def _of_absent(admin: Any) -> Iterator[checks.CheckMessage]:
    """Options that need the other side, where that is not installed: Django only says they fail."""
    for option in _NEED_THE_OTHER_SIDE:
        given = getattr(admin, option) or ()
        for item in [given] if isinstance(given, str) else given if given is not True else ():
            path = item[0] if isinstance(item, tuple) else item
            name, _, behind = str(path).lstrip("-^=@").partition(LOOKUP_SEP)
            key = next((each for each in admin.model._meta.fields if each.name == name), None)
            is_absent = isinstance(key, IdentityKey) and not isinstance(key, IdentityRelation)
            if key is not None and is_absent and (behind or option in _TAKES_RELATIONS):
                yield checks.Info(
                    f"{option} of {admin} names {path!r}, which needs {key.to}, whose app is not "
                    "installed here. What Django's checks say of it is true of this subset alone.",
                    obj=admin.__class__,
                    id="appschemas.I064",
                )


_TAKES_RELATIONS: Final = ("raw_id_fields", "autocomplete_fields", "radio_fields")
_NEED_THE_OTHER_SIDE: Final = (
    *_TAKES_RELATIONS,
    "list_display",
    "list_filter",
    "list_select_related",
    "search_fields",
    "date_hierarchy",
    "ordering",
)


def _of_admin(admin: Any) -> Iterator[checks.CheckMessage]:
    yield from _of_absent(admin)
    rows = admin.model._default_manager
    options: list[tuple[str, Any, Callable[[str], Any]]] = [
        ("ordering", admin.ordering or (), rows.order_by),
        ("search_fields", admin.search_fields, lambda path: rows.filter(**{_searched(path): ""})),
        ("date_hierarchy", [admin.date_hierarchy], lambda path: rows.annotate(at=models.F(path))),
    ]
    options.append(("list_display", [*_sorted_by(admin)], rows.order_by))
    options.append(("list_filter", _that_occur(admin), lambda path: rows.values(f"{path}__pk")))
    for name, paths, build in options:
        for path in paths:
            if isinstance(path, str) and (refused := _refusal(partial(build, path))):
                yield _message(admin, name, path, refused)


def _message(admin: Any, option: str, path: str, refused: str) -> checks.CheckMessage:
    if option == "list_display":
        return checks.Warning(
            f"The list of {admin} cannot be sorted by {path!r}: its head would be a link to an "
            f"error. {refused}",
            hint="Set sortable_by to the columns that can be sorted by; () for none.",
            obj=admin.__class__,
            id="appschemas.W063",
        )
    return checks.Error(
        f"{option} of {admin} names {path!r}. {refused}",
        hint=_ALL_OF_THEM if option == "list_filter" else _OTHERWISE,
        obj=admin.__class__,
        id="appschemas.E062",
    )


def _searched(path: str) -> str:
    # https://docs.djangoproject.com/en/stable/ref/contrib/admin/#django.contrib.admin.ModelAdmin.search_fields
    return f"{path.lstrip('^=@')}{LOOKUP_SEP}icontains"


def _sorted_by(admin: Any) -> Iterator[Any]:
    for name in admin.list_display:
        if admin.sortable_by is not None and name not in admin.sortable_by:
            continue
        column = getattr(admin, name, None) if isinstance(name, str) else name
        yield getattr(column, "admin_order_field", None) if callable(column) else name


def _that_occur(admin: Any) -> list[str]:
    """The filters that offer what is in the rows that are listed, for which they read these."""
    given = (each for each in admin.list_filter or () if isinstance(each, tuple | list))
    return [path for path, kind in given if issubclass(kind, RelatedOnlyFieldListFilter)]


def _refusal(build: Callable[[], Any]) -> str:
    try:
        build()
    except CrossSchemaJoin as refused:
        return str(refused)
    except Exception:
        return ""
    return ""


def _paths(value: Any) -> Iterator[str]:
    """The names that an expression, a condition or a list of them says."""
    if isinstance(value, tuple | list):
        for each in value:
            yield from _paths(each)
    elif isinstance(value, models.Q):
        for child in value.children:
            if isinstance(child, tuple):
                yield child[0]
            yield from _paths(child[1] if isinstance(child, tuple) else child)
    elif isinstance(value, models.F):
        yield value.name
    elif hasattr(value, "get_source_expressions"):
        yield from _paths([each for each in value.get_source_expressions() if each is not None])


def _is_behind_key(model: Any, path: str) -> bool:
    names = path.split(LOOKUP_SEP)
    for name, after in pairwise([*names, ""]):
        field = next((each for each in model._meta.fields if each.name == name), None)
        if isinstance(field, IdentityRelation):
            behind = {each.name for each in field.related_model._meta.get_fields()}
            return after in behind - {field.target_field.name}
        if field is None or field.related_model is None:
            return False
        model = field.related_model
    return False
