"""schema_convert, for a project that has adopted its contract."""

from __future__ import annotations

from appschemas.auditing.management.commands.schema_convert import Command

__all__ = ["Command"]
