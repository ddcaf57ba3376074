"""Groups: schemas whose names begin alike, which a map of many shows as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final


def groups_of(names: Iterable[str]) -> dict[str, str]:
    """The group of each name: the word before its first `_`, where others begin with it, too."""
    names = list(names)
    counts = Counter(_first_word(name) for name in names)
    return {
        name: _first_word(name) if counts[_first_word(name)] >= _FEWEST else "" for name in names
    }


# Private
# -------

_FEWEST: Final = 2


def _first_word(name: str) -> str:
    return name.partition("_")[0]
