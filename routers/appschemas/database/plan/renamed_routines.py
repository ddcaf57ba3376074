"""Renamed routines: functions and procedures whose text names a schema that gets another name.

PostgreSQL keeps their bodies as text, which does not follow. Where each mention of the schema
stands before the name of something in it, it is replaced; where it may be anything else, an alias
or a word in a comment, a human looks at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Final

from psycopg.sql import SQL, Composed, Literal

from appschemas.database.plan.changes import Action, Change, Finding
from appschemas.integrity.constraints.ddl import RoleStatement


@dataclass(frozen=True, slots=True)
class Routine:
    """A function or procedure; `signature` and `definition` are SQL, `path` is its search_path."""

    signature: str
    schema: str
    owner: str
    body: str
    definition: str
    path: str

    def renamed(self, old: str, new: str, relations: Set[str]) -> str | None:
        """Its body with the new name; None where it is not clear what the old one means there.

        Args:
            old: The schema's name.
            new: The name that it gets.
            relations: The names of what lies in it.
        """
        named = re.compile(_QUALIFIER.format(re.escape(old)))
        for match in named.finditer(self.body):
            if (match["quoted"] or match["plain"].lower()) not in relations:
                return None
        body = named.sub(lambda match: f"{match['before']}{new}{match['after']}", self.body)
        left = named.sub("", self.body)
        return None if re.search(_WORD.format(re.escape(old)), left, re.IGNORECASE) else body


def word_of(schema: str) -> str:
    """A regular expression of PostgreSQL's for the name as a word."""
    return rf"(?i)\m{schema}\M"


def renamed_routines(
    routines: list[Routine], old: str, new: str, relations: Set[str], owners: Set[str]
) -> Iterator[Change | Finding]:
    """What becomes of each.

    Args:
        routines: Those whose body or path has the word.
        old: The schema's name.
        new: The name that it gets.
        relations: The names of what lies in it.
        owners: The roles as which a routine may be replaced.
    """
    for each in routines:
        body = each.renamed(old, new, relations)
        if body is None or each.owner not in owners:
            yield Finding(
                each.schema,
                f"{each.signature} names {old} in its text, which does not follow",
                f"read it, and CREATE OR REPLACE it with {new} in place of {old} where the schema "
                "is meant",
                kind="routines",
            )
            continue
        yield Change(
            each.schema,
            Action.ALTER,
            f"replace {each.signature}: {old} is {new}",
            tuple(RoleStatement(each.owner, sql) for sql in _statements(each, body, old, new)),
        )


# Private
# -------

# The name, quoted or not, before a dot and a name; not after a dot, where it is a table's or a
# column's.
_QUALIFIER: Final = (
    r"(?P<before>(?<![\w$.\"])\"?)(?i:{0})"
    r"(?P<after>\"?\s*\.\s*(?:\"(?P<quoted>[^\"]+)\"|(?P<plain>[A-Za-z_][\w$]*)))"
)
_WORD: Final = r"(?<![\w$.]){0}(?![\w$])"
_PATH: Final = SQL("ALTER ROUTINE {routine} SET search_path TO {path}")


def _statements(routine: Routine, body: str, old: str, new: str) -> Iterator[Composed]:
    if body != routine.body:
        head, _, tail = routine.definition.rpartition(routine.body)
        yield SQL("{}").format(SQL(head + body + tail))
    parts = [part.strip().strip('"') for part in routine.path.split(",")]
    if old in parts:
        path = [new if part == old else part for part in parts]
        yield _PATH.format(routine=SQL(routine.signature), path=SQL(", ").join(map(Literal, path)))
