"""schema_contract, for a project that has no schemas yet but wants a contract."""

from __future__ import annotations

from appschemas.management.commands.schema_contract import Command

__all__ = ["Command"]
