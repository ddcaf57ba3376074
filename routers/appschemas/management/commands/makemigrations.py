"""makemigrations: a relation that becomes one of identity form keeps its rows."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import makemigrations

from appschemas.management.conversions import Autodetector


class Command(makemigrations.Command):
    """Django's makemigrations, which writes what keeps the rows, and says where rows would go."""

    def autodetector(self, *states: Any) -> Autodetector:
        made = Autodetector(*states)
        for loss in made.losses:
            self.stderr.write(self.style.WARNING(f"WARNING: {loss}"))
        return made
