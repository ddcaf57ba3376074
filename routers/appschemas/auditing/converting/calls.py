"""Calls: a field's line with `IdentityKey` where it had `ForeignKey`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

import libcst as cst
from django.db import models

from appschemas.auditing.converting.arguments import added, argument, named, with_value, without
from appschemas.auditing.converting.declarations import Declaration
from appschemas.auditing.converting.keys import declared_as, in_python, key_of, target_of
from appschemas.auditing.converting.layout import laid_out
from appschemas.auditing.converting.listed import NotConverted
from appschemas.auditing.converting.names import UNKNOWN
from appschemas.auditing.converting.source import Edit, Source
from appschemas.fields import IdentityManyToMany

PACKAGE: Final = "appschemas"
MODELS: Final = "django.db.models"


def check_call(found: Declaration, field: Any) -> None:
    """Whether the field's line is a plain call of Django's own class.

    Raises:
        NotConverted: it is not, or it says what an identity key cannot say.
    """
    value = found.source.names.value(found.call.func, found.owner)
    if value is not type(field):
        written = cst.Module([]).code_for_node(found.call.func)
        raise NotConverted(f"it is made by {written}(), and not by a call of its class", found.line)
    if any(each.star == "*" for each in found.call.args):
        raise NotConverted("its arguments are a list that is made elsewhere", found.line)
    names = {each.keyword.value for each in found.call.args if each.keyword is not None}
    starred = any(each.star == "**" for each in found.call.args)
    if starred and not {"to", "on_delete"} & names and not found.call.args[0].star == "":
        raise NotConverted("its arguments are a dictionary that is made elsewhere", found.line)


def key_call(found: Declaration, field: Any, more: dict[str, str]) -> Edit:
    """The edit that makes an identity key of a foreign key or one-to-one field.

    Args:
        found: The field's line.
        field: The field.
        more: Keyword arguments that are added, as source text.

    Raises:
        NotConverted: the type of its key cannot be written.
    """
    return _edit(
        found,
        declared_as(field),
        _ORDER[type(field)],
        gone=("to_field", "parent_link"),
        put={"to": _target(found, field), "on_delete": _action(found, field)},
        more={**more, **key_words(found.source, target_of(field))},
    )


def many_to_many_call(found: Declaration, field: Any, more: dict[str, str]) -> Edit:
    """The edit that makes an `IdentityManyToMany` of a many-to-many field."""
    old = argument(found.call, "through", _ORDER[models.ManyToManyField].index("through"))
    is_label = old is not None and isinstance(found.source.names.value(old.value, found.owner), str)
    through = {} if is_label or "through" not in more else {"through": more["through"]}
    return _edit(
        found,
        IdentityManyToMany,
        _ORDER[models.ManyToManyField],
        gone=("symmetrical", "db_table", "db_constraint"),
        put={"to": _label(found, field), **through},
        more=more,
    )


def key_words(source: Source, target: Any) -> dict[str, str]:
    """The argument that says which type the keys of a model have, where it is to be said.

    Raises:
        NotConverted: the type cannot be written.
    """
    key = key_of(target)
    return {} if key is None else {"key": _written(source, key)}


# Private
# -------

# https://docs.djangoproject.com/en/stable/ref/models/fields/#module-django.db.models.fields.related
_ORDER: Final[dict[Any, tuple[str, ...]]] = {
    models.ForeignKey: (
        *("to", "on_delete", "related_name", "related_query_name", "limit_choices_to"),
        *("parent_link", "to_field", "db_constraint"),
    ),
    models.OneToOneField: ("to", "on_delete", "to_field"),
    models.ManyToManyField: (
        *("to", "related_name", "related_query_name", "limit_choices_to", "symmetrical"),
        *("through", "through_fields", "db_constraint", "db_table"),
    ),
}


def _edit(
    found: Declaration,
    kind: Any,
    order: tuple[str, ...],
    *,
    gone: Collection[str],
    put: Mapping[str, str],
    more: Mapping[str, str],
) -> Edit:
    """Another class is called: without `gone`, with other values `put`, and with `more`."""
    func = found.source.names.written(PACKAGE, kind)
    kept = order.index("on_delete") + 1 if "on_delete" in order else 1
    # Enough for a line that is to be broken; the formatter knows it better.
    indent = len(found.source.tree.default_indent) * (found.owner.__qualname__.count(".") + 1)
    before = indent + len(f"{found.name} = ")

    def edit(call: cst.Call) -> cst.Call:
        call = without(named(call, order, kept), gone)
        for name, value in put.items():
            if value and (old := argument(call, name, order.index(name))) is not None:
                call = with_value(call, old, value)
        for name, value in more.items():
            if argument(call, name, order.index(name) if name in order else 99) is None:
                call = added(call, name, value)
        call = call.with_changes(func=cst.parse_expression(func))
        return laid_out(call, before, indent, found.source.tree)

    return edit


def _target(found: Declaration, field: Any) -> str:
    """What is to be written for `to`; empty where it may stay."""
    label = target_of(field)._meta.label
    old = argument(found.call, "to", 0)
    if old is None:
        return ""
    value = found.source.names.value(old.value, found.owner)
    is_plain = isinstance(old.value, cst.SimpleString)
    if isinstance(value, str) and (value == label or not is_plain):
        # settings.AUTH_USER_MODEL and other names of a label say more than the label.
        return "" if value.count(".") == 1 else _quoted(label, old)
    if value is UNKNOWN:
        # Such as get_user_model(): what it returns is a class or a label all the same.
        return ""
    return _quoted(label, old)


def _label(found: Declaration, field: Any) -> str:
    """The same for a many-to-many field, whose target cannot be a class."""
    old = argument(found.call, "to", 0)
    if old is None:
        return ""
    is_known = isinstance(found.source.names.value(old.value, found.owner), str)
    return _target(found, field) if is_known else _quoted(target_of(field)._meta.label, old)


def _quoted(label: str, old: cst.Arg) -> str:
    quote = old.value.quote if isinstance(old.value, cst.SimpleString) else '"'
    return f"{quote}{label}{quote}"


def _action(found: Declaration, field: Any) -> str:
    on_delete = field.remote_field.on_delete
    plain = in_python(on_delete)
    return "" if plain is on_delete else found.source.names.written(MODELS, plain)


def _written(source: Source, key: models.Field[Any, Any]) -> str:
    _, path, args, options = key.deconstruct()
    module = MODELS if path.startswith(f"{MODELS}.") else path.rpartition(".")[0]
    words = [*map(repr, args), *(f"{name}={value!r}" for name, value in options.items())]
    return f"{source.names.written(module, type(key))}({', '.join(words)})"
