"""Key paths: `filter(author__name="Ann")` without a join, in two statements.

What is said of the other side is looked up there first, as that schema's role, and what is left is
a condition on the column: `author_id = ANY (keys)`. The first statement runs when the query is
compiled, which is when it is sent, in the same transaction; printing or pickling a query runs it,
too.

Django asks a field for the transforms and lookups behind its name, and takes any callable
(https://docs.djangoproject.com/en/stable/ref/models/lookups/): so nothing of Django is replaced.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.core.exceptions import EmptyResultSet, FieldError
from django.db import models
from django.db.models.constants import LOOKUP_SEP
from django.db.models.expressions import Col, Expression, OuterRef, ResolvedOuterRef
from django.db.models.lookups import Lookup
from django.db.models.sql.query import Query

from appschemas.exceptions import CrossSchemaJoin
from appschemas.fields.key_sets import keys_within_limit, told_apart
from appschemas.fields.protocols import Key


class KeyPath(Expression):
    """A place on the other side, `author__team__name` so far; only a condition may follow."""

    def __init__(self, column: Any, key: Key, names: Iterable[str]) -> None:
        super().__init__()
        self.column, self.key, self.names = column, key, tuple(names)

    def get_transform(self, name: str) -> Callable[[Any], Any]:
        names = (*self.names, name)
        # Names that are not there are refused now, in Django's own words.
        end_of(self.key.target, names)
        return lambda path: KeyPath(path.column, self.key, names)

    def get_lookup(self, name: str) -> Callable[[Any, Any], Any] | None:
        target = self.key.target
        if is_field(target, [*self.names, name]):
            return None
        end, many = end_of(target, self.names)
        if end.get_lookup(name) is None:
            return None
        if many:
            raise CrossSchemaJoin(
                f"{self.key}: {self} has many rows for one key, which a join would count apart. "
                f"Say which keys are meant: {self.key.name}__in="
                f"{self.key.to}.objects.filter({LOOKUP_SEP.join(self.names)}__{name}=...)."
            )
        return partial(KeyCondition, name=name)

    def get_source_expressions(self) -> list[Any]:
        return [self.column]

    def set_source_expressions(self, exprs: Any) -> None:
        (self.column,) = exprs

    @property
    def output_field(self) -> Any:
        raise self.refusal()

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        raise self.refusal()

    def refusal(self) -> CrossSchemaJoin:
        """Why it is nothing but a condition, and what to write."""
        rest = LOOKUP_SEP.join(self.names)
        return CrossSchemaJoin(
            f"{self.key} is an identity key: '{self}' would join into another schema. "
            f"A condition may say it, as in filter({self}=...). For the values themselves write "
            f"select_related({self.key.name!r}) and read .{self.key.name}.{self.names[0]}, or take "
            f"two steps: {self.key.to}.objects.in_bulk(keys) has {rest!r} of each key."
        )

    def __str__(self) -> str:
        return LOOKUP_SEP.join((self.key.name, *self.names))


class KeyCondition(Lookup):
    """A condition on the other side of a key, as one on the key's column.

    Of a row without a key it is false, and of its negation true, as Django writes both for a
    foreign key: `NOT` of it must not be unknown.
    """

    prepare_rhs = False

    def __init__(self, path: KeyPath, rhs: Any, name: str) -> None:
        self.lookup_name = name
        self.key, self.names = path.key, path.names
        self.lhs, self.rhs = path.column, rhs
        self.bilateral_transforms: list[Any] = []
        end, _ = end_of(self.key.target, self.names)
        self.can_use_none_as_rhs = getattr(end.get_lookup(name), "can_use_none_as_rhs", False)
        if _refers_to_the_query(rhs):
            raise CrossSchemaJoin(
                f"{self.key}: '{self}' is compared with a column of this query, which is a join. "
                "Compare in Python, or with Subquery() within one schema."
            )
        if name == "in" and isinstance(rhs, list | tuple | set | frozenset) and None in rhs:
            raise CrossSchemaJoin(
                f"{self.key}: None in the list of '{self}' means one thing to filter() and another "
                f"to exclude(). Leave it out, and say Q({path}__isnull=True) where it is meant."
            )
        # What a foreign key would refuse now is refused now: names, values, types.
        refused_later = rhs is None and not self.can_use_none_as_rhs
        self.rows = None if refused_later else self._rows({self.path: rhs})

    @property
    def path(self) -> str:
        """The condition's name on the other side."""
        return LOOKUP_SEP.join((*self.names, self.lookup_name))

    def get_source_expressions(self) -> list[Any]:
        return [self.lhs]

    def set_source_expressions(self, exprs: Any) -> None:
        (self.lhs,) = exprs

    def get_prep_lookup(self) -> Any:
        return self.rhs

    @property
    def identity(self) -> Any:
        return self.__class__, self.lhs, self.path, told_apart(self.rhs)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        if not compiler.query.alias_cols:
            raise CrossSchemaJoin(
                f"{self.key}: '{self}' cannot stand in a constraint, an index or a generated "
                "column: the keys of this moment would be written into it for good."
            )
        column, params = compiler.compile(self.lhs)
        keys = self._keys(compiler)
        missing = self.lookup_name == "isnull" and bool(self.rhs)
        if not keys:
            if not missing:
                raise EmptyResultSet
            return f"{column} IS NULL", params
        field: Any = self.key
        array = [field.get_db_prep_value(key, connection) for key in keys]
        # varchar(64)[] would cut what is longer; the bare type does not.
        kind = field.db_type(connection).partition("(")[0]
        word = "IS NULL OR" if missing else "IS NOT NULL AND"
        found = "({0} {1} {0} = ANY (%s::{2}[]))".format(column, word, kind)  # noqa: UP032
        return found, [*params, *params, array]

    def __str__(self) -> str:
        return LOOKUP_SEP.join((self.key.name, self.path))

    # Private
    # -------

    def _rows(self, condition: dict[str, Any]) -> models.QuerySet[Any]:
        return self.key.targets().filter(**condition).order_by()

    def _keys(self, compiler: Any) -> list[Any]:
        """The keys, once for a statement, however often it says the condition."""
        known = vars(compiler).setdefault("keys_by_condition", {})
        said = (self.key.to, self.path, told_apart(self.rhs))
        if said not in known:
            rows = self.rows if self.rows is not None else self._rows({self.path: self.rhs})
            rows = rows.using(getattr(compiler, "replica", None))
            known[said] = keys_within_limit(rows.values_list("pk", flat=True), str(self))
        keys: list[Any] = known[said]
        return keys


def end_of(model: type[models.Model], names: Iterable[str]) -> tuple[Any, bool]:
    """What the names lead to from `model`, and whether it has many rows for one.

    Raises:
        FieldError: they lead nowhere.
    """
    query = Query(model)
    path, field, _, rest = query.names_to_path(list(names), model._meta)
    end: Any = Col(model._meta.db_table, field)
    for name in rest:
        end = query.try_transform(end, name)
    return end, any(each.m2m for each in path)


def is_field(model: type[models.Model], names: list[str]) -> bool:
    """Whether the names lead to a field, and not to a transform or a lookup of one."""
    query = Query(model)
    try:
        *_, field, _, rest = query.names_to_path(names, model._meta)
    except FieldError:
        return False
    # Another identity key may stand in between.
    if rest and hasattr(field, "targets"):
        return is_field(field.target, list(rest))
    return not rest


# Private
# -------


def _refers_to_the_query(value: Any) -> bool:
    """Whether it is, or contains, a column of the query that it stands in."""
    if isinstance(value, Col | ResolvedOuterRef | OuterRef | KeyPath | models.F):
        return True
    if isinstance(value, Query):
        return bool(value.get_external_cols())
    if isinstance(value, list | tuple | set | frozenset):
        return any(map(_refers_to_the_query, value))
    sources = getattr(value, "get_source_expressions", None)
    return sources is not None and any(_refers_to_the_query(each) for each in sources() if each)
