"""Trigger definitions: whether the trigger that is there is the one that a check is made of.

A trigger's COMMENT says who made it and proves nothing: whoever makes a trigger anew can copy it.
What is compared is the statement that would make the trigger and the one that the server prints for
it, token by token.
https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CATALOG
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from appschemas.database.objects import Trigger
from appschemas.database.plan.changes import quoted
from appschemas.integrity.constraints.ddl import ConstraintTrigger, fingerprint_of


def differences(
    desired: ConstraintTrigger, actual: Trigger, compared_as: Mapping[str, str]
) -> Iterator[str]:
    """What is not as it should be, in the words of CREATE TRIGGER; nothing if it is the same.

    Args:
        desired: The trigger as a check is made of it.
        actual: The one that is there.
        compared_as: The types that columns of its table are cast to where they are compared.
    """
    if not _are_alike(desired, actual):
        wanted = _clauses(desired.definition().as_string(None))
        found = _clauses(actual.definition, compared_as)
        yield from (clause for clause in wanted if wanted[clause] != found[clause])
    if actual.operators:
        yield f"operator {', '.join(actual.operators)} in WHEN"
    if fingerprint_of(actual.comment) != desired.fingerprint:
        yield "fingerprint"


def runs_before_a_row(actual: Trigger) -> bool:
    """Whether the trigger may change a row that is to be written, or skip it."""
    clauses = _clauses(actual.definition)
    return clauses["event"].startswith("before") and clauses["FOR EACH"] == "row"


# Private
# -------

_NAME: Final = re.compile(r"[a-z_][a-z0-9_]*")
_QUOTED: Final = re.compile(rf'"({_NAME.pattern})"')
_WORD: Final = re.compile(r"[\w$]+")
# What marks and places are made of.
_NOT_PLAIN: Final = re.compile(r"[${}]")


def _are_alike(desired: ConstraintTrigger, actual: Trigger) -> bool:
    """Whether they are seen to be the same without taking each apart; most differ in names only.

    What was found to be the same once is the same with other names in the places of its own.
    """
    parts = _QUOTED.split(desired.condition)
    names = [desired.schema, desired.table, desired.name, desired.function_schema]
    names += [desired.function, *(desired.of or ()), *parts[1::2]]
    if _NOT_PLAIN.search(actual.definition + desired.condition) or not all(
        map(_NAME.fullmatch, names)
    ):
        return False
    kind = (
        *(desired.event, desired.each, desired.transition, desired.deferred, desired.of is None),
        *parts[::2],
        *map(names.index, names),
    )
    forms = _forms.setdefault(kind, set())
    if any(form.format(*names) == actual.definition for form in forms):
        return True
    if not _are_alike_but_for_names(desired, actual, names):
        return False
    places = {name: f"{{{at}}}" for at, name in reversed([*enumerate(names)])}
    forms.add(_WORD.sub(lambda word: places.get(word[0], word[0]), actual.definition))
    return True


# What the server printed for triggers that are as they should be, with a place for each name, by
# all else that these are made of.
_forms: dict[tuple[object, ...], set[str]] = {}


def _are_alike_but_for_names(desired: ConstraintTrigger, actual: Trigger, names: list[str]) -> bool:
    """A mark is put in place of each name, which neither has anywhere before: what is the same
    then was the same.
    """
    marks = {name: f"n${at}" for at, name in enumerate(names)}

    def marked(text: str) -> str:
        return _WORD.sub(lambda word: marks.get(word[0], word[0]), text)

    alike = replace(
        desired,
        schema=marks[desired.schema],
        table=marks[desired.table],
        name=marks[desired.name],
        function_schema=marks[desired.function_schema],
        function=marks[desired.function],
        owner="",
        of=desired.of and (marks[desired.of[0]], marks[desired.of[1]]),
        condition=marked(desired.condition),
    )
    return _wanted(alike) == _found(marked(actual.definition))


@cache
def _wanted(trigger: ConstraintTrigger) -> dict[str, str]:
    return _clauses(trigger.definition().as_string(None))


@cache
def _found(definition: str) -> dict[str, str]:
    return _clauses(definition)


_TOKEN: Final = re.compile(r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'|[\w$]+|::|[^\s\w]')
# Parentheses are the server's own: it prints what it made of the condition.
_OWN_OPERATOR: Final = re.compile(r"operator pg_catalog \. (\S+)")
_AT_ONCE: Final = " not deferrable initially immediate"
# Each clause ends where the next one begins; they stand in this order.
_CLAUSES: Final = re.compile(
    r"create (?P<kind>constraint )?trigger .+? (?P<event>(?:before|after|instead of) .+?) on .+?"
    r"(?P<referenced> from .+?)?(?P<deferrable> not deferrable.*?| deferrable.*?)?"
    r"(?P<transition> referencing .+?)? for each (?P<each>row|statement)"
    r"(?P<condition> when .+?)? execute (?:function|procedure) (?P<function>.+)"
)
_WORDS: Final = {
    "kind": "CONSTRAINT",
    "event": "event",
    "referenced": "FROM",
    "deferrable": "DEFERRABLE",
    "transition": "REFERENCING",
    "each": "FOR EACH",
    "condition": "WHEN",
    "function": "function or arguments",
}


def _clauses(statement: str, compared_as: Mapping[str, str] | None = None) -> dict[str, str]:
    """The clauses by their keywords, names unquoted where they are quoted for no reason."""
    tokens = _normal(statement)
    for name, kind in (compared_as or {}).items() if " :: " in tokens else ():
        # There, and to that type alone: any other cast may make equal what is not.
        column, cast = _normal(f". {quoted(name)}"), _normal(f":: {kind}")
        for row in ("old", "new"):
            tokens = tokens.replace(f" {row} {column} {cast} ", f" {row} {column} ")
    found = _CLAUSES.fullmatch(tokens)
    # What is none of these is the same as itself alone.
    parts = found.groupdict() if found else dict.fromkeys(_WORDS, tokens)
    return {word: parts.get(clause) or "" for clause, word in _WORDS.items()}


@cache
def _normal(statement: str) -> str:
    tokens = " ".join(_tokens(statement))
    return _OWN_OPERATOR.sub(r"\1", tokens).replace(_AT_ONCE, " not deferrable")


def _tokens(statement: str) -> Iterator[str]:
    texts = ["", *(each for each in _TOKEN.findall(statement) if each not in "()"), ""]
    for before, text, after in zip(texts, texts[1:], texts[2:], strict=False):
        # A keyword that the server sees no reason to quote, as part of a name.
        is_name = "." in (before, after) and text.lower() in _RESERVED
        yield _token(f'"{text}"' if is_name else text)


def _token(text: str) -> str:
    if text.startswith('"'):
        # One word, whatever is in it, and never a keyword that ends a clause.
        name = text[1:-1].replace('""', '"')
        if re.fullmatch(r"[a-z_][a-z0-9_$]*", name) and name not in _RESERVED:
            return name
        return re.sub(r"\s", lambda space: f"\0{ord(space[0])}\0", text)
    return text if text.startswith("'") else text.lower()


_RESERVED: Final = frozenset(
    {"after", "before", "create", "constraint", "deferrable", "each", "execute", "for", "from",
     "function", "initially", "instead", "not", "of", "on", "operator", "procedure", "referencing",
     "row", "statement", "trigger", "when"}
)  # fmt: skip
