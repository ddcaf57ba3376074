"""Batches of a stream, and the transaction that one is stored in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import Protocol, TypeVar

from django.db import transaction

from appschemas.conf import get_contract

T = TypeVar("T")


class Report(Protocol):
    """Called after each batch: so many of so many commits or files are done."""

    def __call__(self, what: str, done: int, total: int) -> None: ...


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size` items, the last one may be shorter."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch


@contextmanager
def atomic(*apps: str) -> Iterator[None]:
    """One transaction across the apps; one on each server, where their schemas have several."""
    schemas = (get_contract().schema_of_app(app) for app in apps)
    with ExitStack() as stack:
        for alias in dict.fromkeys(schema.alias for schema in schemas if schema):
            stack.enter_context(transaction.atomic(using=alias))
        yield
