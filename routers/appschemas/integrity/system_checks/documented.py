"""Documented: a check whose every message leads to the page of its ID."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.core.checks import CheckMessage

from appschemas.exceptions import with_pages


def documented(check: Callable[..., Iterable[CheckMessage]]) -> Callable[..., list[CheckMessage]]:
    """The same check, for Django's registry."""

    @wraps(check)
    def checked(*args: Any, **kwargs: Any) -> list[CheckMessage]:
        return with_pages(check(*args, **kwargs))

    return checked
