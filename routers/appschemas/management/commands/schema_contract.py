"""schema_contract, of the app that can be installed by itself before there are schemas."""

from __future__ import annotations

from appschemas.auditing.management.commands.schema_contract import Command

__all__ = ["Command"]
