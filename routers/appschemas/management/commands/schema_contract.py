"""schema_contract, for a project that has adopted its contract."""

from __future__ import annotations

from appschemas.auditing.management.commands.schema_contract import Command

__all__ = ["Command"]
