"""Shapes: the parts of one check, written once, with the names of another put in.

A project has hundreds of keys and few shapes of them: so many columns, of these types, checked in
this way. What differs is names. To compose the SQL of each takes far longer than to fill it in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any, Final

from appschemas.contract.contract import Contract
from appschemas.integrity.constraints.ddl import ConstraintObject
from appschemas.integrity.constraints.names import VERSION, object_name
from appschemas.integrity.references import KeyConstraint


@dataclass(frozen=True, slots=True)
class Side:
    """A schema at one end of a check, with the roles that take part."""

    name: str
    owner: str
    keys: str


@dataclass(frozen=True, slots=True)
class Sides:
    """Both ends of a check; `everybody` is the role that looks up all keys."""

    referencing: Side
    referenced: Side
    everybody: str
    extensions: str

    @classmethod
    def of(cls, constraint: KeyConstraint, contract: Contract) -> Sides:
        """Those of a constraint's schemas."""
        referencing, referenced = (
            Side(each.name, each.owner, each.keys)
            for each in (contract[constraint.schema], contract[constraint.referenced_schema])
        )
        return cls(referencing, referenced, contract.keys_role, contract.extensions)


Compose = Callable[[KeyConstraint, Sides], Iterable[ConstraintObject]]


def filled_in(
    constraint: KeyConstraint, sides: Sides, compose: Compose
) -> Iterable[ConstraintObject]:
    """What `compose` makes of the constraint, from what it has made of one of the same shape.

    Where a name needs escaping anywhere, nothing is filled in, and all is composed.
    """
    names = _names(constraint, sides)
    if not all(map(_PLAIN.fullmatch, names.values())):
        return compose(constraint, sides)
    return [
        kind(**same, **{field: _fill(value, names) for field, value in varying.items()})
        for kind, same, varying in _templates(*_shape(constraint, sides), compose)
    ]


# Private
# -------

# What an identifier, a literal, format() and a COMMENT all write as it is.
_PLAIN: Final = re.compile(r"\w+")
# A name in a shape, which none in a contract or a model is like.
_MARK: Final = "\x02{}\x03"
# The ends of the names of objects, there once and for each referenced table.
_ONCE: Final = (
    ("check_insert", VERSION),
    ("check_update", VERSION),
    ("insert", ""),
    ("update", ""),
)
_EACH: Final = (
    *((what, VERSION) for what in ("holds", "keys", "rows", "missing")),
    *((what, VERSION) for what in ("restrict", "restrict_set", "restrict_truncate")),
    *((what, "") for what in ("delete", "update", "truncate")),
)


def _shape(constraint: KeyConstraint, sides: Sides) -> tuple[KeyConstraint, Sides]:
    """The constraint with marks for its names."""
    schema, table, referenced = map(_MARK.format, ("schema", "table", "referenced"))
    tables = [name for name, _ in constraint.referenced_tables]
    references = tuple(
        replace(
            each,
            schema=schema,
            table=table,
            referenced_schema=referenced,
            referenced_table=_MARK.format(f"table{tables.index(each.referenced_table)}"),
            referenced_column=_MARK.format(f"key{at}"),
            column=_MARK.format(f"column{at}"),
        )
        for at, each in enumerate(constraint.references)
    )
    return (
        KeyConstraint(
            schema, table, referenced, constraint.check_each, constraint.deferrable, references
        ),
        replace(
            sides,
            referencing=Side(schema, _MARK.format("owner"), _MARK.format("keys")),
            referenced=Side(referenced, _MARK.format("parents"), _MARK.format("parents_keys")),
        ),
    )


def _names(constraint: KeyConstraint, sides: Sides) -> dict[str, str]:
    """Each name of the constraint, by what it is."""
    names = {
        "schema": constraint.schema,
        "table": constraint.table,
        "referenced": constraint.referenced_schema,
        "owner": sides.referencing.owner,
        "keys": sides.referencing.keys,
        "parents": sides.referenced.owner,
        "parents_keys": sides.referenced.keys,
    }
    for at, each in enumerate(constraint.references):
        names |= {f"key{at}": each.referenced_column, f"column{at}": each.column}
    for what, version in _ONCE:
        names[f"{what} {version}"] = object_name(constraint, what, "", version)
    for at, (table, _) in enumerate(constraint.referenced_tables):
        names[f"table{at}"] = table
        for what, version in _EACH:
            names[f"{what} {version} {at}"] = object_name(constraint, what, table, version)
    return names


@lru_cache(maxsize=256)
def _templates(
    shape: KeyConstraint, sides: Sides, compose: Compose
) -> list[tuple[type[ConstraintObject], dict[str, Any], dict[str, Any]]]:
    """What is made of the shape: the fields without marks, and those with places for names."""
    marks = sorted(_names(shape, sides).items(), key=lambda item: -len(item[1]))
    made = []
    for each in compose(shape, sides):
        values = {field.name: getattr(each, field.name) for field in fields(each)}
        same = {name: value for name, value in values.items() if not _is_marked(value)}
        varying = {name: _template(values[name], marks) for name in values.keys() - same.keys()}
        made.append((type(each), same, varying))
    return made


def _is_marked(value: Any) -> bool:
    if isinstance(value, tuple):
        return any(map(_is_marked, value))
    return isinstance(value, str) and "\x02" in value


def _template(value: Any, marks: list[tuple[str, str]]) -> Any:
    """The value with a place where each mark stands, the longest of them first."""
    if isinstance(value, tuple):
        return tuple(_template(each, marks) for each in value)
    text = value.replace("%", "%%")
    for name, mark in marks:
        text = text.replace(mark, f"%({name})s")
    return text


def _fill(template: Any, names: Mapping[str, str]) -> Any:
    if isinstance(template, tuple):
        return tuple([each % names for each in template])
    return template % names
