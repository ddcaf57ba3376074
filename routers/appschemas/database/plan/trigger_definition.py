"""Trigger definitions: whether the trigger that is there is the one that a check is made of.

A trigger's COMMENT says who made it and proves nothing: whoever makes a trigger anew can copy it.
What is compared is the statement that would make the trigger and the one that the server prints for
it, token by token.
https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CATALOG
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from appschemas.database.objects import Trigger
from appschemas.integrity.constraints.ddl import ConstraintTrigger, fingerprint_of


def differences(desired: ConstraintTrigger, actual: Trigger) -> Iterator[str]:
    """What is not as it should be, in the words of CREATE TRIGGER; nothing if it is the same."""
    wanted = _clauses(_statement(desired))
    found = _clauses(actual.definition, actual.domains)
    yield from (clause for clause in wanted if wanted[clause] != found[clause])
    if actual.operators:
        yield f"operator {', '.join(actual.operators)} in WHEN"
    if fingerprint_of(actual.comment) != desired.fingerprint:
        yield "fingerprint"


# Private
# -------

_TOKEN: Final = re.compile(r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'|[\w$]+|::|[^\s\w]')
# Parentheses and casts to what all types of a kind are compared in are the server's own: it prints
# what it made of the condition. None of these loses anything of a key.
_CASTS: Final = ("text", "character varying", "inet", "numeric")
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


def _statement(desired: ConstraintTrigger) -> str:
    statements = (each.sql.as_string(None) for each in desired.create())
    return next(text for text in statements if text.startswith("CREATE"))


def _clauses(statement: str, domains: tuple[str, ...] = ()) -> dict[str, str]:
    """The clauses by their keywords, names unquoted where they are quoted for no reason."""
    tokens = _normal(statement, domains)
    found = _CLAUSES.fullmatch(tokens)
    parts = found.groupdict() if found else {}
    return {word: parts.get(clause) or "" for clause, word in _WORDS.items()}


@cache
def _normal(statement: str, domains: tuple[str, ...]) -> str:
    tokens = " ".join(_token(each) for each in _TOKEN.findall(statement) if each not in "()")
    casts = "|".join(map(re.escape, (*_CASTS, *domains)))
    tokens = re.sub(rf" :: (?:{casts})(?= |$)", "", tokens)
    return _OWN_OPERATOR.sub(r"\1", tokens).replace(_AT_ONCE, " not deferrable")


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
