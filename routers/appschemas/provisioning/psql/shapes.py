"""Shapes: the SQL that keys alike are checked by, written once; each key brings its names.

psql puts its variables in no quoted text, and the bodies of functions are quoted: so the statements
are one text with words in braces, which a query fills in and `\\gexec` sends
(https://www.postgresql.org/docs/current/app-psql.html). What is sent is, to the letter, what the
engine sends: a key of which that cannot be so has its statements in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from appschemas.contract.contract import Contract
from appschemas.integrity.constraints import key_triggers
from appschemas.integrity.constraints.ddl import ConstraintObject, ConstraintTrigger
from appschemas.integrity.constraints.names import VERSION
from appschemas.integrity.constraints.objects import objects_of
from appschemas.integrity.constraints.shapes import Sides
from appschemas.integrity.references import KeyConstraint
from appschemas.provisioning.psql.script import as_text

# What the text is quoted by.
QUOTE: Final = "$statements$"


@dataclass(frozen=True, slots=True)
class Alike:
    """What checks alike have in common.

    Attributes:
        text: Their statements, with `{{word}}` for each name.
        words: All of these, in the order in which they are set.
        of_objects: Those of the names of the objects.
        due: The objects: (schema, name, fingerprint) as SQL of psql's.
    """

    text: str
    words: tuple[str, ...]
    of_objects: tuple[str, ...]
    due: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a key's check has in common with those alike, and what it alone has.

    Attributes:
        kind: How and by what type it is checked, for the name of a file.
        text: Its statements, with `{{word}}` for each name.
        due: Its objects: (schema, name, fingerprint) as SQL of psql's.
        names: What stands for the words.
    """

    kind: str
    text: str
    due: tuple[tuple[str, str, str], ...]
    names: Mapping[str, str]


def shape_of(
    constraint: KeyConstraint,
    contract: Contract,
    statements: str = "",
    known: dict[object, Alike] | None = None,
) -> Shape | None:
    """The shape of a key's check; None where its names would not come through psql as they are.

    Args:
        constraint: What holds the key.
        contract: Names schemas and roles.
        statements: What `statements_of()` says of it, if it is there already.
        known: Remembers what those alike have in common.
    """
    symbols = _symbols(constraint, contract)
    alike = _renamed(constraint, symbols)
    schemas = tuple(
        replace(contract[name], name=symbols[f"{which}schema"][1])
        for which, name in (("", constraint.schema), ("referenced_", constraint.referenced_schema))
    )
    renamed = replace(contract, schemas=schemas)
    known = {} if known is None else known
    likeness = alike, Sides.of(alike, renamed)
    if likeness not in known:
        marks = {symbol: word for word, (_, symbol) in symbols.items()}
        known[likeness] = _written(alike, renamed, marks)
    found = known[likeness]
    reals = {word: real for word, (real, _) in symbols.items()}
    for word, real in zip(found.of_objects, objects_of(constraint, contract), strict=True):
        reals |= {word: _stem(real), f"{word}_is": real.fingerprint}
    names = {word: reals[word] for word in found.words}
    if not all(map(_PLAIN.fullmatch, names.values())) or QUOTE in found.text:
        return None
    if filled(found.text, names) != (statements or statements_of(constraint, contract)):
        return None
    return Shape(_kind(constraint), found.text, found.due, names)


def filled(text: str, names: Mapping[str, str]) -> str:
    """The text with the names for its words."""
    pieces = text.replace("}}", "{{").split("{{")
    pieces[1::2] = [names.get(word, word) for word in pieces[1::2]]
    return "".join(pieces)


def statements_of(constraint: KeyConstraint, contract: Contract) -> str:
    """What makes one key's check, as the engine sends it."""
    return "\n".join(as_text(key_triggers.create(constraint, contract, validate=True)))


# Private
# -------

# What psql takes as it stands, and what SQL quotes nowhere in another way.
_PLAIN: Final = re.compile(r"(?:appschemas:)?[A-Za-z0-9_]+")
_PART: Final = re.compile(r"_[0-9a-f]{8}_([a-z_]+?)(?:_v[0-9]+)?$")


def _written(alike: KeyConstraint, contract: Contract, marks: Mapping[str, str]) -> Alike:
    """The check between what `marks` name, with their words in place of them."""
    objects = objects_of(alike, contract)
    of_objects = tuple(_words(objects, alike))
    side = {alike.schema: ":'schema'", alike.referenced_schema: ":'referenced_schema'"}
    words, due = dict(marks), []
    for word, each in zip(of_objects, objects, strict=True):
        words |= {_stem(each): word, each.fingerprint: f"{word}_is"}
        version = f" || '_{VERSION}'" if each.name != _stem(each) else ""
        schema = side.get(each.schema, f"'{each.schema}'")
        due.append((schema, f":'{word}'{version}", f":'{word}_is'"))
    text = statements_of(alike, contract)
    for mark in sorted(words, key=len, reverse=True):
        text = text.replace(mark, f"{{{{{words[mark]}}}}}")
    return Alike(text, tuple(words.values()), of_objects, tuple(due))


def _symbols(constraint: KeyConstraint, contract: Contract) -> dict[str, tuple[str, str]]:
    """(real name, a character that stands for it) by word.

    Those of schemas sort as their roles do, among each other and beside the engine's own role.
    """
    columns = sorted({each.column for each in constraint.references})
    ends = sorted(
        {(each.referenced_table, each.referenced_column) for each in constraint.references}
    )
    named = [
        ("schema", constraint.schema),
        ("referenced_schema", constraint.referenced_schema),
        ("table", constraint.table),
        *zip(_numbered("column", len(columns)), columns, strict=True),
        *zip(_numbered("referenced_table", len(ends)), (table for table, _ in ends), strict=True),
        *zip(_numbered("referenced_column", len(ends)), (name for _, name in ends), strict=True),
    ]
    first, second = sorted((constraint.schema, constraint.referenced_schema))
    codes = {
        name: (_LOW if contract[name].keys < contract.keys_role else _HIGH) + place
        for place, name in enumerate((first, second))
    }
    others = iter(range(_HIGH + 2, _HIGH + len(named)))
    return {
        word: (real, chr(codes[real] if word.endswith("schema") else next(others)))
        for word, real in named
    }


# Characters that no name has: those of control, which sort before all letters, and those that are
# nobody's (https://www.unicode.org/faq/private_use.html), which sort behind.
_LOW: Final = 1
_HIGH: Final = 0xE000


def _numbered(word: str, count: int) -> Iterator[str]:
    return (word if number == 1 else f"{word}_{number}" for number in range(1, count + 1))


def _renamed(constraint: KeyConstraint, symbols: Mapping[str, tuple[str, str]]) -> KeyConstraint:
    """The same check between what the characters name."""

    def symbol(kind: str, real: str) -> str:
        return next(
            symbol
            for word, (name, symbol) in symbols.items()
            if re.fullmatch(rf"{kind}(_\d+)?", word) and name == real
        )

    schema, referenced = symbols["schema"][1], symbols["referenced_schema"][1]
    return replace(
        constraint,
        schema=schema,
        table=symbols["table"][1],
        referenced_schema=referenced,
        by=constraint.by and symbol("referenced_column", constraint.by),
        references=tuple(
            replace(
                each,
                schema=schema,
                table=symbols["table"][1],
                column=symbol("column", each.column),
                referenced_schema=referenced,
                referenced_table=symbol("referenced_table", each.referenced_table),
                referenced_column=symbol("referenced_column", each.referenced_column),
            )
            for each in constraint.references
        ),
    )


def _words(objects: Iterable[ConstraintObject], alike: KeyConstraint) -> Iterator[str]:
    """A word for each object: what it does, and on which side where both have such a trigger."""
    taken: dict[str, int] = {}
    for symbol in objects:
        part = _PART.search(symbol.name)
        word = part[1] if part else symbol.name
        if isinstance(symbol, ConstraintTrigger) and symbol.schema == alike.referenced_schema:
            word = f"referenced_{word}"
        taken[word] = count = taken.get(word, 0) + 1
        yield word if count == 1 else f"{word}_{count}"


def _stem(made: ConstraintObject) -> str:
    return made.name.removesuffix(f"_{VERSION}")


def _kind(constraint: KeyConstraint) -> str:
    columns, tables = len(constraint.references), len(constraint.referenced_tables)
    words = [
        constraint.check_each,
        *([] if constraint.deferrable else ["immediate"]),
        *sorted({each.key_type for each in constraint.references}),
        *([f"{columns} columns"] if columns > 1 else []),
        *([f"{tables} tables"] if tables > 1 else []),
        # Locks are taken, and roles are named, in the order of the schemas' names.
        *(["referenced first"] if constraint.referenced_schema < constraint.schema else []),
    ]
    return re.sub(r"[^a-z0-9]+", "_", " ".join(words).lower()).strip("_")
