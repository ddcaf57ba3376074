"""Lookups: `account__in=<queryset>` is two statements, keys first."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import models
from django.db.models.expressions import RawSQL
from django.db.models.lookups import Exact, In
from django.db.models.sql.query import Query
from django.db.models.sql.where import OR, WhereNode

from appschemas.exceptions import CrossSchemaJoin
from appschemas.fields import IdentityKey
from appschemas.fields.key_sets import keys_within_limit


def in_two_steps(lookup: In | Exact, alias: str) -> Any:
    """`lookup` with the values that its subquery has, or the one value, read on `alias`.

    A NULL among them makes what is not found unknown, as `IN (SELECT ..)` does in SQL: NOT of it
    then holds for no row.

    Raises:
        TooManyKeys: they are more than the limit.
        CrossSchemaJoin: it says something of the query that it stands in.
    """
    if lookup.rhs.get_external_cols():
        raise CrossSchemaJoin(
            f"A subquery of {lookup.rhs.model._meta.label} is compared with a column of the query "
            "that it stands in, of another schema, which is a join. Compare in Python, or say "
            "it without OuterRef()."
        )
    rows = lookup.rhs.get_compiler(using=alias).results_iter()
    name = getattr(getattr(lookup.lhs, "target", None), "name", lookup.lhs)
    values = keys_within_limit((row[0] for row in rows), f"{name}__in")
    apart = copy(lookup)
    if isinstance(lookup, Exact):
        (apart.rhs,) = values or (None,)
        return apart if apart.rhs is not None else RawSQL("NULL::boolean", ())
    apart.rhs = [value for value in dict.fromkeys(values) if value is not None]
    if None not in values:
        return apart
    unknown = RawSQL("NULL::boolean", ())
    return WhereNode([*([apart] if apart.rhs else []), unknown], connector=OR)


@IdentityKey.register_lookup
class KeyIn(In):
    """`key = ANY (array)`: one parameter, one plan, however many keys."""

    def get_prep_lookup(self) -> Any:
        _refuse_rows_of_others(self)
        return super().get_prep_lookup()

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        # A query of another schema comes here as its values: the compiler has read them.
        if not self.rhs_is_direct_value() or any(
            hasattr(value, "resolve_expression") for value in self.rhs
        ):
            return super().as_sql(compiler, connection)
        field = self.lhs.output_field
        least, most = _bounds(field, connection)
        keys = [
            key
            for key in dict.fromkeys(self.rhs)
            if key is not None and (least is None or least <= key <= most)
        ]
        if not keys:
            raise EmptyResultSet
        lhs, params = self.process_lhs(compiler, connection)
        array = [field.get_db_prep_value(key, connection) for key in keys]
        # varchar(64)[] would cut what is longer; the bare type does not.
        kind = field.db_type(connection).partition("(")[0]
        return "{} = ANY (%s::{}[])".format(lhs, kind), [*params, array]  # noqa: UP032


@IdentityKey.register_lookup
class KeyExact(Exact):
    """`key = value`, or the one row of a queryset."""

    def get_prep_lookup(self) -> Any:
        _refuse_rows_of_others(self)
        return super().get_prep_lookup()


# Private
# -------


def _bounds(field: Any, connection: Any) -> tuple[int | None, int | None]:
    """What an integer column can hold: of a greater number there is no row, and no array."""
    if not isinstance(getattr(field, "key", field), models.IntegerField):
        return None, None
    bounds: tuple[int | None, int | None] = connection.ops.integer_field_range(
        field.get_internal_type()
    )
    return bounds


def _refuse_rows_of_others(lookup: Any) -> None:
    """As Django does for a foreign key: a queryset of another model has other keys.

    Raises:
        ValueError: it is of neither the target, nor a model whose key is one of the target.
    """
    rows, key = lookup.rhs, lookup.lhs.output_field
    if not isinstance(rows, Query) or rows.has_select_fields or not isinstance(key, IdentityKey):
        return
    model: Any = rows.model
    if key.is_target(model) or key.has_key_of(model):
        return
    if model._meta.label_lower not in {each._meta.label_lower for each in key.parents()}:
        raise ValueError(
            f'Cannot use QuerySet for "{model._meta.object_name}": Use a QuerySet for "{key.to}".'
        )
