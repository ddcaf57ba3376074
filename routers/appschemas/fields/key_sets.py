"""Key sets: what a query in two steps takes from its first one, up to a limit.

A condition that names a few keys is as good as a join; one that names a hundred thousand is not,
and nothing in the code shows which it will be on a day to come. So there is a limit, and an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import Any, Final

from django.conf import settings
from django.db import models

from appschemas.exceptions import TooManyKeys

DEFAULT_LIMIT: Final = 10_000
# Told of each query in two steps, while it is compiled: its condition, and how many keys that has.
observers: Final[list[Callable[[str, int], None]]] = []


@contextmanager
def key_limit(most: int) -> Iterator[None]:
    """Another limit than `APPSCHEMAS_KEY_LIMIT` for the queries that run in the block.

    Args:
        most: How many keys of another schema one condition may name.
    """
    token = _limit.set(most)
    try:
        yield
    finally:
        _limit.reset(token)


def keys_within_limit(rows: Any, condition: str) -> list[Any]:
    """The keys in `rows`, an iterable or a queryset of them; None counts as one.

    Raises:
        TooManyKeys: there are more than the limit.
    """
    most = _limit.get()
    if most is None:
        most = getattr(settings, "APPSCHEMAS_KEY_LIMIT", DEFAULT_LIMIT)
    sliceable = hasattr(rows, "query") and not rows.query.is_sliced
    found = list(rows[: most + 1] if sliceable else islice(rows, most + 1))
    if len(found) > most:
        raise TooManyKeys(condition, most)
    for tell in observers:
        tell(condition, len(found))
    return found


def told_apart(value: Any) -> Any:
    """Something with a hash that two values of a condition share only if they are the same.

    Two persons of one name look alike, so an instance is its model and its key; a query is itself.
    """
    if isinstance(value, models.Model):
        return type(value), value.pk if value.pk is not None else id(value)
    if isinstance(value, list | tuple | set | frozenset):
        return type(value), tuple(map(told_apart, value))
    try:
        hash(value)
    except TypeError:
        return type(value), id(value)
    return type(value), value


# Private
# -------

_limit: ContextVar[int | None] = ContextVar("appschemas_key_limit", default=None)
