"""Every Django app in its own PostgreSQL schema, held apart by the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from appschemas.backend.cross_session.detector import autonomous_transaction
    from appschemas.contract.contract import Contract, Schema
    from appschemas.contract.databases import databases
    from appschemas.contract.subset import installed_apps
    from appschemas.fields import IdentityKey
    from appschemas.routers import SearchPathRouter

# Settings import from here, at a time when no model field can be imported yet: names load on use.
_HOMES = {
    "Contract": "contract",
    "IdentityKey": "fields",
    "Schema": "contract",
    "SearchPathRouter": "routers",
    "commits_apart": "backend.hazards",
    "databases": "database_url",
    "installed_apps": "subsets",
}

__all__ = [
    "Contract",
    "IdentityKey",
    "Schema",
    "SearchPathRouter",
    "commits_apart",
    "databases",
    "installed_apps",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
