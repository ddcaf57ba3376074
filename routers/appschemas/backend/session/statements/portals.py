"""Portals: the cursors that SQL declares, each of which belongs to the alias that declared it.

PostgreSQL keeps a cursor per connection and asks no rights when its rows are fetched
(https://www.postgresql.org/docs/current/sql-fetch.html).
"""

from __future__ import annotations

import re
from typing import Any, Final

from appschemas.backend.session.statements.side_effects import LeavesSchema


class Portals:
    """Which alias declared a cursor, by its name, for one session.

    What a function declares is not known, and whoever has its name may fetch from it.
    """

    def __init__(self) -> None:
        self._aliases: dict[str, str] = {}

    def declare(self, name: str, alias: str) -> None:
        """Remember that a cursor of `alias` has this name."""
        self._aliases[name] = alias

    def close(self, name: str) -> None:
        """Forget it."""
        self._aliases.pop(name, None)

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
        if self._aliases and isinstance(query, str) and (found := _USES.match(query)):
            self.refuse_foreign(_name(found), alias)

    def notice_statement(self, query: Any, alias: str) -> None:
        """Remember what DECLARE declares."""
        if isinstance(query, str) and (found := _DECLARES.match(query)):
            self.declare(_name(found), alias)

    def __bool__(self) -> bool:
        return bool(self._aliases)


# Private
# -------

_NAME: Final = r'(?:"(?P<quoted>(?:[^"]|"")+)"|(?P<plain>[^\W\d][\w$]*))'
_DECLARES: Final = re.compile(rf"\s*DECLARE\s+{_NAME}", re.IGNORECASE)
_USES: Final = re.compile(
    rf"\s*(?:FETCH|MOVE|CLOSE)\b.*?{_NAME}\s*;?\s*$", re.IGNORECASE | re.DOTALL
)


def _name(found: re.Match[str]) -> str:
    quoted: str | None = found["quoted"]
    return quoted.replace('""', '"') if quoted else found["plain"].lower()
