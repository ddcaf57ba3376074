"""Lookups: `account__in=<queryset>` is two statements, keys first."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models.expressions import RawSQL
from django.db.models.lookups import Exact, In
from django.db.models.sql.query import Query
from django.db.models.sql.where import OR, WhereNode

from appschemas.fields import IdentityKey
from appschemas.fields.key_sets import keys_within_limit


def in_two_steps(lookup: In, alias: str) -> In | WhereNode:
    """`lookup` with the values that its subquery has, read on `alias`.

    A NULL among them makes what is not found unknown, as `IN (SELECT ..)` does in SQL: NOT of it
    then holds for no row.

    Raises:
        TooManyKeys: they are more than the limit.
    """
    rows = lookup.rhs.get_compiler(using=alias).results_iter()
    name = getattr(getattr(lookup.lhs, "target", None), "name", lookup.lhs)
    values = keys_within_limit((row[0] for row in rows), f"{name}__in")
    apart = copy(lookup)
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
        keys = list(dict.fromkeys(key for key in self.rhs if key is not None))
        if not keys:
            raise EmptyResultSet
        lhs, params = self.process_lhs(compiler, connection)
        field = self.lhs.output_field
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
