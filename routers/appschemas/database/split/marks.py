"""Marks: what the catalog cannot say of a split by itself, in the comment of each app schema.

Where a table lies, whose it is and which triggers are on it, the catalog says. What it forgets is
what was there before: whose a table was, how a foreign key was made, what a login's path was, and
since when its sessions start with another. That stands in the comment of the schema, written in the
transaction that makes it true.
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
        moved: Whose each thing was that has moved: `"table person"`, `"function f(integer)"`.
        keys: The foreign keys of its tables that were dropped.
        history: Whether its record of migrations was made by the split.
        walled: Whether nothing is granted any more beyond the contract.
        held: What was granted on each table beyond it, before: (role, privileges).
    """

    source: str
    since: str = ""
    paths: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    keys: tuple[FormerKey, ...] = ()
    history: bool = False
    walled: bool = False
    held: Mapping[str, list[list[str]]] = field(default_factory=dict)

    @classmethod
    def read(cls, comment: str) -> SplitMark | None:
        """The mark in a comment, or None."""
        _, found, text = comment.partition(BEGINS)
        if not found:
            return None
        values: dict[str, Any] = json.loads(text)
        values["keys"] = tuple(FormerKey(*each) for each in values.get("keys", ()))
        return cls(**values)

    def written(self) -> str:
        """As it stands in a comment; what is not known is left out."""
        values: dict[str, Any] = {
            name: value for name in self.__slots__ if (value := getattr(self, name))
        }
        if self.keys:
            values["keys"] = [list(astuple(each)) for each in self.keys]
        return BEGINS + json.dumps(values, separators=(",", ":"))


def marked(schema: str, comment: str, mark: SplitMark | None) -> Composed:
    """COMMENT ON SCHEMA: what it said before, with this mark, or with none."""
    purpose = comment.partition(BEGINS)[0]
    return comment_on_schema(schema, purpose + (mark.written() if mark else ""))
