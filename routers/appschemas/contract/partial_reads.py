"""Partial reads: what a schema may SELECT of another that is not all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from appschemas.contract.schema import Schema


class PartialRead(NamedTuple):
    """One entry of `reads`.

    Attributes:
        place: The label of an app, or the name of a schema.
        name: A model of the app, or a table or view of the schema.
        columns: Those that may be read, or fields of the model; none stands for all.
    """

    place: str
    name: str
    columns: tuple[str, ...] = ()

    @property
    def is_model(self) -> bool:
        """Whether a model is named: these begin with a capital, as relations of Django's do not."""
        return self.name[:1].isupper()

    def __str__(self) -> str:
        columns = f" ({', '.join(self.columns)})" if self.columns else ""
        return f"{self.place}.{self.name}{columns}"

    def home(self, schemas: Iterable[Schema]) -> str | None:
        """The schema in which it lies; None where nobody has such an app or schema."""
        for schema in schemas:
            if (self.place in schema.apps) if self.is_model else (self.place == schema.name):
                return schema.name
        return None


def parted(entries: Iterable[str]) -> tuple[tuple[str, ...], tuple[PartialRead, ...]]:
    """The schemas that are read whole, and what is read of others."""
    entries = list(entries)
    return (
        tuple(each for each in entries if "." not in each),
        tuple(_parsed(each) for each in entries if "." in each),
    )


# Private
# -------

_WORD: Final = re.compile(r"\w+")


def _parsed(entry: str) -> PartialRead:
    place, name, *columns = _WORD.findall(entry)
    return PartialRead(place, name, tuple(columns))
