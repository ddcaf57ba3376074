"""Claims: which tables the models of which apps have, read off a state without rendering it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db.backends.utils import strip_quotes, truncate_name

from appschemas.contract.schema import MAX_NAME


def tables_of(state: Any, app_label: str, but: Container[str] = ()) -> frozenset[str]:
    """The tables of an app's models in a `ProjectState`, those of many-to-many relations included.

    Args:
        state: A `django.db.migrations.state.ProjectState`; it is not changed and not rendered.
        app_label: The app.
        but: Lower-case names of models that are passed over.
    """
    named = (each for each in state.models.items() if each[0][0] == app_label)
    models = (model for (_, name), model in named if name not in but)
    return frozenset(table for model in models for table in _tables(model))


def claims_of(state: Any, app_labels: Iterable[str]) -> dict[str, frozenset[str]]:
    """The tables of each of these apps."""
    return {label: tables_of(state, label) for label in app_labels}


# Private
# -------


def _tables(model: Any) -> Iterator[str]:
    options = model.options
    if options.get("proxy") or not options.get("managed", True) or _is_swapped(model):
        return
    default = truncate_name(f"{model.app_label}_{model.name_lower}", MAX_NAME)
    table = strip_quotes(options.get("db_table") or default)
    yield table
    for name, field in model.fields.items():
        if field.many_to_many and _makes_a_table(field):
            yield strip_quotes(field.db_table or truncate_name(f"{table}_{name}", MAX_NAME))


def _is_swapped(model: Any) -> bool:
    if not (setting := model.options.get("swappable")):
        return False
    chosen = str(getattr(settings, setting, "") or "").lower()
    return bool(chosen) and chosen != f"{model.app_label}.{model.name_lower}"


def _makes_a_table(field: Any) -> bool:
    through = field.remote_field.through
    return through is None or bool(getattr(getattr(through, "_meta", None), "auto_created", False))
