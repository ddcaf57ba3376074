"""Portals: the cursors that SQL declares, each of which belongs to the alias that declared it.

PostgreSQL keeps a cursor per connection and asks no rights when its rows are fetched
(https://www.postgresql.org/docs/current/sql-fetch.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from appschemas.backend.session.statements.side_effects import GAP, LeavesSchema, text_of


class Portals:
    """Which alias declared a cursor, by its name, for one session.

    What a function declares is not known, and whoever has its name may fetch from it. `are_new` is
    whether there are any since the last transaction ended.
    """

    def __init__(self) -> None:
        self._aliases: dict[str, str] = {}
        self._holding: set[str] = set()
        self.are_new = False

    def declare(self, name: str, alias: str, *, holds: bool) -> None:
        """Remember that a cursor of `alias` has this name, and whether it is WITH HOLD."""
        self._aliases[name] = alias
        (self._holding.add if holds else self._holding.discard)(name)
        self.are_new = True

    def close(self, name: str) -> None:
        """Forget it."""
        self._aliases.pop(name, None)
        self._holding.discard(name)

    def end_transaction(self) -> None:
        """Only those WITH HOLD are left."""
        if self.are_new:
            self._aliases = {name: self._aliases[name] for name in self._holding}
            self.are_new = False

    def forget(self) -> None:
        """There is another connection, which has none."""
        self._aliases.clear()
        self._holding.clear()
        self.are_new = False

    def is_foreign(self, name: str, alias: str) -> bool:
        """Whether another alias has declared it."""
        return self._aliases.get(name, alias) != alias

    def refuse_foreign(self, name: str, alias: str) -> None:
        """Refuse rows of a cursor that another alias has declared.

        Raises:
            LeavesSchema: it has.
        """
        if self.is_foreign(name, alias):
            other = self._aliases[name]
            raise LeavesSchema(
                f"The cursor {name!r} was declared on the alias {other!r}, with its rights, and is "
                f"asked for rows on {alias!r}. Fetch them on {other!r}."
            )

    def refuse_statement(self, query: Any, alias: str) -> None:
        """Refuse FETCH, MOVE and CLOSE of a cursor of another alias.

        Raises:
            LeavesSchema: it is one.
        """
        if self._aliases:
            for found in _all(_USES, text_of(query)):
                self.refuse_foreign(_name(found), alias)

    def notice_statement(self, query: Any, alias: str) -> None:
        """Remember what DECLARE declares, and forget what CLOSE closes."""
        text = text_of(query)
        for found in _all(_DECLARES, text):
            self.declare(_name(found), alias, holds=found["hold"] is not None)
        for found in _all(_CLOSES, text):
            if found["plain"] and found["plain"].lower() == "all":
                self.forget()
            else:
                self.close(_name(found))


# Private
# -------

_NAME: Final = r'(?:"(?P<quoted>(?:[^"]|"")+)"|(?P<plain>[^\W\d][\w$]*))'
# Each statement of a text, after any comments.
_BEGINS: Final = rf"(?:\A|;){GAP}*"
_DECLARES: Final = re.compile(
    rf"{_BEGINS}DECLARE{GAP}+{_NAME}[^;]*?\bCURSOR\b(?:{GAP}+(?P<hold>WITH{GAP}+HOLD))?",
    re.IGNORECASE | re.DOTALL,
)
_ENDS: Final = rf"{GAP}*(?=;|\Z)"
_USES: Final = re.compile(
    rf"{_BEGINS}(?:FETCH|MOVE|CLOSE)\b[^;]*?{_NAME}{_ENDS}", re.IGNORECASE | re.DOTALL
)
_CLOSES: Final = re.compile(rf"{_BEGINS}CLOSE{GAP}+{_NAME}{_ENDS}", re.IGNORECASE | re.DOTALL)


def _all(pattern: re.Pattern[str], text: str) -> Iterable[re.Match[str]]:
    """Its matches in each statement of a text; one with rows by the thousands is not searched."""
    if ";" in text:
        return pattern.finditer(text)
    return filter(None, [pattern.match(text)])


def _name(found: re.Match[str]) -> str:
    quoted: str | None = found["quoted"]
    return quoted.replace('""', '"') if quoted else found["plain"].lower()
