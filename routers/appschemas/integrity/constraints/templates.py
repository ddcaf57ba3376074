"""Templates: SQL with places for names, put together as text at once.

A project of some hundred keys has tens of thousands of statements. `psycopg.sql` parses a template
each time that it is formatted, and walks what it makes of it each time that it is read; here a
template is parsed once, and a name is quoted once.
"""

from __future__ import annotations

from functools import lru_cache
from string import Formatter

from psycopg.sql import SQL, Composable, Composed, Identifier, Literal


class Template(SQL):
    """SQL with `{}` or `{name}` for what is put in; what is put together is one text."""

    def format(self, *args: Composable, **kwargs: Composable) -> Composed:
        """The text with these in their places, as `psycopg.sql.SQL.format()` would make it."""
        rest = iter(args)
        parts = []
        for text, name in _pieces(self.as_string(None)):
            parts.append(text)
            if name is not None:
                parts.append((kwargs[name] if name else next(rest)).as_string(None))
        return Composed([SQL("".join(parts))])


@lru_cache(maxsize=1 << 14)
def identifier(*names: str) -> SQL:
    """A name, with that of what it lies in before it, as SQL's identifier."""
    return SQL(Identifier(*names).as_string(None))


def literal(text: str) -> SQL:
    """A text as SQL's literal."""
    if "'" in text or "\\" in text:
        return SQL(Literal(text).as_string(None))
    return SQL(f"'{text}'")


# Private
# -------


@lru_cache
def _pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    """Each text and the name that follows it, empty where it is the next."""
    return tuple((text, name) for text, name, _, _ in Formatter().parse(template))
