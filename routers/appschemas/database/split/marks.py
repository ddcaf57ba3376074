"""Marks: what the catalog cannot say of a split by itself, in the comment of one schema.

Where a table lies, whose it is and which triggers are on it, the catalog says. What it forgets is
what was there before: whose a table was, how a foreign key was made, what a login's path was, and
since when its sessions start with another. That stands in the comment of the schema of extensions,
written in the transaction that makes it true. What a mover is told there it does with its own
rights, so it is believed only of the role that owns that schema, as which nobody acts: the owner of
an app's schema may write into the comment of its own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from typing import Any, Final

from psycopg.sql import Composed

from appschemas.database.purposes import comment_on_schema

BEGINS: Final = " appschemas:split "
COMPAT: Final = "appschemas:compat"


@dataclass(frozen=True, slots=True)
class FormerKey:
    """A foreign key that was dropped: all that it takes to make it again.

    Attributes:
        referenced_schema: In which the other table lies; `definition` names it.
    """

    table: str
    name: str
    referenced_schema: str
    definition: str


@dataclass(frozen=True, slots=True)
class SplitMark:
    """What is remembered of one schema while its database is being split.

    Attributes:
        source: The schema in which the tables lay.
        since: When the paths of all logins had this schema on them, as the server's clock has it;
            a session that is older may have a path without it. Empty before.
        paths: What was set as the path of each login in this database, empty if nothing was.
        there: The tables that lay in it before.
        moved: Whose each thing was that has moved: `"table person"`, `"function f(integer)"`.
        keys: The foreign keys of its tables that were dropped.
        history: Whether its record of migrations was made by the split.
        walled: Whether nothing is granted any more beyond the contract.
        held: What was granted on each table beyond it, before: (role, privileges).
    """

    source: str
    since: str = ""
    paths: Mapping[str, str] = field(default_factory=dict)
    there: tuple[str, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    keys: tuple[FormerKey, ...] = ()
    history: bool = False
    walled: bool = False
    held: Mapping[str, list[list[str]]] = field(default_factory=dict)

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> SplitMark:
        """From what stands in a comment."""
        keys = tuple(FormerKey(*each) for each in values.get("keys", ()))
        return cls(**{**values, "keys": keys, "there": tuple(values.get("there", ()))})

    def written(self) -> dict[str, Any]:
        """As it stands in a comment; what is not known is left out."""
        values: dict[str, Any] = {
            name: value for name in self.__slots__ if (value := getattr(self, name))
        }
        if self.keys:
            values["keys"] = [list(astuple(each)) for each in self.keys]
        return values


def read_marks(comment: str) -> dict[str, SplitMark]:
    """The marks in a comment, by schema."""
    _, found, text = comment.partition(BEGINS)
    values: dict[str, dict[str, Any]] = json.loads(text) if found else {}
    return {schema: SplitMark.read(each) for schema, each in values.items()}


def marked(schema: str, comment: str, marks: Mapping[str, SplitMark]) -> Composed:
    """COMMENT ON SCHEMA: what it said before, with these marks and no others."""
    values = {name: mark.written() for name, mark in marks.items()}
    text = BEGINS + json.dumps(values, separators=(",", ":")) if values else ""
    return comment_on_schema(schema, comment.partition(BEGINS)[0] + text)
