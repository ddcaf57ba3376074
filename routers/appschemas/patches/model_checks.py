"""Model checks: a model is checked against the database of its own schema, not against all others.

`migrate` checks the models against each alias that it works on, and Django asks the routers eight
times for each model and alias whether its table is there: with the schemas, that grows with their
square. A table of a schema's app is in that schema alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model

from appschemas.conf import get_contract


def install() -> None:
    """Let the checks of a model ask about the aliases that may have its table."""
    model: Any = Model
    if not hasattr(model.check, "__wrapped__"):
        model.check = classmethod(_at_home(model.check.__func__))


# Private
# -------


def _at_home(original: Callable[..., Any]) -> Callable[..., Any]:
    def check(cls: Any, **kwargs: Any) -> Any:
        if databases := kwargs.get("databases"):
            kwargs["databases"] = _places(cls, databases)
        return original(cls, **kwargs)

    check.__wrapped__ = original  # type: ignore[attr-defined]
    return check


def _places(model: type[Model], databases: Iterable[str]) -> list[str]:
    """All that are not another schema's."""
    contract = get_contract()
    home = contract.aliases.get(model._meta.app_label)
    if home is None:
        return list(databases)
    return [each for each in databases if each == home or contract.schema_of_alias(each) is None]
