"""Protocols: what the parts of an identity key know of the whole."""

from __future__ import annotations

from typing import Any, Protocol

from django.db import models


class Key(Protocol):
    """An identity key, as its descriptor and its form field see it."""

    key: models.Field[Any, Any]
    name: str
    attname: str
    null: bool
    to: str

    @property
    def target(self) -> type[models.Model]:
        """The model that the key is of."""

    def targets(self, **hints: Any) -> models.QuerySet[Any]:
        """All rows of the other side; `hints` are for routers."""

    def is_target(self, instance: models.Model) -> bool:
        """Whether it is an instance of the other side."""

    def key_type(self) -> models.Field[Any, Any]:
        """The primary key of the other side, or a field of its type."""

    def key_of(self, instance: models.Model) -> Any:
        """The key of an instance of the other side."""
