"""Shapes: the parts of one check, written once, with the names of another put in.

A project has hundreds of keys and few shapes of them: so many columns, of these types, checked in
this way. What differs is names. To compose the SQL of each takes far longer than to fill it in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import islice
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


# A name in a shape, which none in a contract or a model is like.
MARK: Final = "\x02{}\x03"
# What ends a text among others.
END: Final = "\x04"
Compose = Callable[[KeyConstraint, Sides], Iterable[ConstraintObject]]


def filled_in(
    constraint: KeyConstraint, sides: Sides, compose: Compose, version: str = VERSION
) -> Iterable[ConstraintObject]:
    """What `compose` makes of the constraint, from what it has made of one of the same shape.

    Where a name needs escaping anywhere, nothing is filled in, and all is composed. The names of
    functions end in `version`.
    """
    names = names_of(constraint, sides, version)
    if not are_plain(names):
        return compose(constraint, sides)
    form, parts = _template(*shape_of(constraint, sides), compose, version)
    texts = form.filled(names)
    return [part.made(texts) for part in parts]


@dataclass(frozen=True, slots=True)
class Form:
    """Texts as one, with a place for each name."""

    text: str

    @classmethod
    def of(cls, texts: Iterable[str], marks: Mapping[str, str]) -> Form:
        """That of texts in which marks stand for names; `marks` are by what they stand for."""
        text = END.join(texts).replace("%", "%%")
        # The longest of them first: some have others in them.
        for name, mark in sorted(marks.items(), key=lambda item: -len(item[1])):
            text = text.replace(mark, f"%({name})s")
        return cls(text)

    def filled(self, names: Mapping[str, str]) -> Iterator[str]:
        """The texts, with the names in their places."""
        return iter((self.text % names).split(END))


def are_plain(names: Mapping[str, str]) -> bool:
    """Whether an identifier, a literal, format() and a COMMENT all write each of them as it is."""
    return all(map(_PLAIN.fullmatch, names.values()))


def shape_of(constraint: KeyConstraint, sides: Sides) -> tuple[KeyConstraint, Sides]:
    """The constraint with marks for its names."""
    schema, table, referenced = map(MARK.format, ("schema", "table", "referenced"))
    tables = [name for name, _ in constraint.referenced_tables]
    references = tuple(
        replace(
            each,
            schema=schema,
            table=table,
            referenced_schema=referenced,
            referenced_table=MARK.format(f"table{tables.index(each.referenced_table)}"),
            referenced_column=MARK.format(f"key{at}"),
            column=MARK.format(f"column{at}"),
        )
        for at, each in enumerate(constraint.references)
    )
    return (
        KeyConstraint(
            schema, table, referenced, constraint.check_each, constraint.deferrable, references
        ),
        replace(
            sides,
            referencing=Side(schema, MARK.format("owner"), MARK.format("keys")),
            referenced=Side(referenced, MARK.format("parents"), MARK.format("parents_keys")),
        ),
    )


def names_of(constraint: KeyConstraint, sides: Sides, version: str) -> dict[str, str]:
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
    names |= _objects(_ONCE, constraint, "", version, "")
    for at, (table, _) in enumerate(constraint.referenced_tables):
        names[f"table{at}"] = table
        names |= _objects(_EACH, constraint, table, version, f" {at}")
    return names


# Private
# -------

_PLAIN: Final = re.compile(r"\w+")
# The ends of the names of functions and of triggers, there once and for each referenced table.
_ONCE: Final = ("check_insert", "check_update"), ("insert", "update")
_EACH: Final = (
    ("holds", "keys", "rows", "missing", "restrict", "restrict_set", "restrict_truncate"),
    ("delete", "update", "truncate"),
)


def _objects(
    ends: tuple[tuple[str, ...], ...], constraint: KeyConstraint, table: str, version: str, at: str
) -> dict[str, str]:
    functions, triggers = ends
    return {
        f"{what} {end}{at}": object_name(constraint, what, table, end)
        for whats, end in ((functions, version), (triggers, ""))
        for what in whats
    }


@dataclass(frozen=True, slots=True)
class _Part:
    """One object: what all of the shape have in common, and what has names in it.

    `varying` is the length of each field that is a tuple, and 0 for a text.
    """

    kind: type[ConstraintObject]
    same: Mapping[str, Any]
    varying: Mapping[str, int]

    def made(self, texts: Iterator[str]) -> ConstraintObject:
        """The object, of as many of the texts as it has."""
        values: dict[str, Any] = {
            field: tuple(islice(texts, length)) if length else next(texts)
            for field, length in self.varying.items()
        }
        return self.kind(**self.same, **values)


@lru_cache(maxsize=256)
def _template(
    shape: KeyConstraint, sides: Sides, compose: Compose, version: str
) -> tuple[Form, tuple[_Part, ...]]:
    """All texts with names in them as one, with a place for each name, and what they are of."""
    texts: list[str] = []
    parts = []
    for each in compose(shape, sides):
        values = {field.name: getattr(each, field.name) for field in fields(each)}
        marked = {name: value for name, value in values.items() if _is_marked(value)}
        for value in marked.values():
            texts += value if isinstance(value, tuple) else (value,)
        varying = {
            name: len(value) if isinstance(value, tuple) else 0 for name, value in marked.items()
        }
        same = {name: value for name, value in values.items() if name not in marked}
        parts.append(_Part(type(each), same, varying))
    return Form.of(texts, names_of(shape, sides, version)), tuple(parts)


def _is_marked(value: Any) -> bool:
    if isinstance(value, tuple):
        return any(map(_is_marked, value))
    return isinstance(value, str) and "\x02" in value
