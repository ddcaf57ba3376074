"""Query paths: what a query may say of the other side of an identity key, when it is built.

A condition is one of two steps; a value, an order or an expression would be a join, and there is
none. So the method of Django's that follows names along relations stops at a key, whose column it
finds, and hands back what lies behind it as it hands back transforms. Three others, which resolve
values, an order and what is distinct, then refuse at once what would fail when the query runs.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from functools import partial
from typing import Any

from django.core.exceptions import FieldDoesNotExist, FieldError
from django.db.models import ForeignKey
from django.db.models.constants import LOOKUP_SEP
from django.db.models.expressions import Col
from django.db.models.sql.query import Query

from appschemas.conf import get_contract
from appschemas.fields import IdentityKey, IdentityRelation
from appschemas.fields.key_paths import KeyPath


def install() -> None:
    """Let a query refuse at once what it could not run."""
    if not hasattr(Query, "appschemas"):
        query: Any = Query
        query.appschemas = True
        query.names_to_path = _stopping_at_keys(query.names_to_path)
        query.setup_joins = _no_value(query.setup_joins)
        query.add_ordering = _no_order(query.add_ordering)
        query.add_distinct_fields = _no_order(query.add_distinct_fields)


# Private
# -------


def _stopping_at_keys(original: Callable[..., Any]) -> Callable[..., Any]:
    """The path to a key ends in its own table, at its column."""

    def names_to_path(
        self: Any, names: Any, opts: Any, allow_many: bool = True, fail_on_missing: bool = False
    ) -> Any:
        if reader := self.__dict__.get("read_by"):
            path, *found = original(self, names, opts, allow_many, fail_on_missing)
            return [_joining(info, reader) for info in path], *found
        key, after = _first_key(names, opts, self._filtered_relations)
        if key is None:
            return original(self, names, opts, allow_many, fail_on_missing)
        if fail_on_missing and names[after:]:
            raise FieldError(
                f"Cannot resolve keyword {names[after]!r} into field. "
                f"Join on {names[after - 1]!r} not permitted."
            )
        path, *_ = original(self, names[:after], opts, allow_many, fail_on_missing)
        return path[:-1], key.as_column, (key.as_column,), names[after:]

    return names_to_path


def _joining(info: Any, reader: str) -> Any:
    """One step of a path, over an identity key where the reader may read what is behind it.

    Raises:
        CrossSchemaJoin: it may not.
    """
    field = info.join_field
    key = field if info.direct else getattr(field, "field", None)
    if not isinstance(key, IdentityRelation):
        return info
    contract = get_contract()
    other = contract.schema_of_app(info.to_opts.app_label)
    if other is not None and other.name not in contract[reader].search_path:
        raise key.refused_to(reader, other.name)
    return info._replace(join_field=key.as_join if info.direct else key.as_join.remote_field)


def _first_key(names: Any, opts: Any, filtered: Any) -> tuple[IdentityRelation | None, int]:
    """The first identity key that the names come to, and how many of them that takes.

    The first name may be one of `filtered`, which stands for the relation that it filters.

    Raises:
        CrossSchemaJoin: they come to one from its other side.
    """
    if names and (relation := filtered.get(names[0])):
        path = relation.relation_name.split(LOOKUP_SEP)
        key, after = _first_key([*path, *names[1:]], opts, {})
        # Of a key within the path of the relation itself Django makes a join, which is refused.
        return (None, 0) if after <= len(path) else (key, after - len(path) + 1)
    for at, name in enumerate(names):
        try:
            field = opts.pk if name == "pk" else opts.get_field(name)
            if not field.is_relation:
                break
        except (AttributeError, FieldDoesNotExist):
            # No options: behind an annotation.
            break
        infos = getattr(field, "path_infos", None)
        if infos is None:
            break
        for info in infos:
            key = info.join_field if info.direct else info.join_field.remote_field
            if isinstance(key, IdentityRelation):
                if not info.direct:
                    raise key.refused_from_behind(names[at + 1 :])
                return key, at + 1
        opts = infos[-1].to_opts
    return None, 0


def _no_value(original: Callable[..., Any]) -> Callable[..., Any]:
    """Conditions come here with the names up to the key, values with those behind it as well."""

    def setup_joins(
        self: Any,
        names: Any,
        opts: Any,
        alias: str,
        can_reuse: Any = None,
        allow_many: bool = True,
    ) -> Any:
        found = original(self, names, opts, alias, can_reuse, allow_many)
        if not isinstance(found.final_field, IdentityKey):
            return found
        column = found.transform_function
        if getattr(column, "has_transforms", False):
            _refuse(column(found.targets[0], alias))
        return found._replace(transform_function=partial(_value, column))

    return setup_joins


def _value(column: Callable[..., Any], field: Any, alias: Any) -> Any:
    """The column in an expression, which has the type of the key, as that of a foreign key has."""
    found = column(field, alias)
    if not (isinstance(found, Col) and isinstance(found.output_field, IdentityKey)):
        return found
    held: Any = found.output_field
    while isinstance(held, ForeignKey | IdentityKey):
        held = held.key_type() if isinstance(held, IdentityKey) else held.target_field
    if not hasattr(held, "model"):
        # The other side is not installed here. Django asks a field that has a name for its model.
        held = copy(held)
        held.name = None
    return Col(found.alias, found.target, held)


def _no_order(original: Callable[..., Any]) -> Callable[..., Any]:
    def add_ordering(self: Any, *ordering: Any) -> Any:
        for item in ordering:
            name = item.removeprefix("-") if isinstance(item, str) else ""
            if LOOKUP_SEP in name and name not in self.annotations and name not in self.extra:
                _refuse(_resolved(self, name.split(LOOKUP_SEP)))
        return original(self, *ordering)

    return add_ordering


def _resolved(query: Any, names: list[str]) -> Any:
    """What the names behind an identity key stand for; None where there is no such key."""
    try:
        *_, field, targets, rest = query.names_to_path(names, query.model._meta)
    except FieldError:
        return None
    if not (rest and isinstance(field, IdentityKey)):
        return None
    found: Any = query._get_col(targets[0], field, query.model._meta.db_table)
    for name in rest:
        found = query.try_transform(found, name)
    return found


def _refuse(found: Any) -> None:
    if isinstance(found, KeyPath):
        raise found.refusal()
