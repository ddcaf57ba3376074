"""schema_doctor: what is wrong from the settings to the server, and what to type."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandError, CommandParser

from appschemas.management.command import EngineCommand, add_json
from appschemas.management.doctor.examination import examine
from appschemas.management.doctor.symptoms import Sign, lines_of
from appschemas.management.short_lived import ShortLived
from appschemas.management.terminal import width_of


class Command(ShortLived, EngineCommand):
    """Exits 1 where something is wrong; changes nothing."""

    help = (
        "Looks at versions, settings, contract, logins, poolers and the database, and says on one "
        "screen what is wrong and what to type. Where settings cannot be imported: "
        "python -m appschemas doctor."
    )
    examples = (("", "what is wrong, from the settings to the server"),)
    # It tells of them itself, and goes on.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        add_json(parser)

    def handle(self, *args: Any, json: bool, **options: Any) -> None:
        symptoms = list(examine())
        if json:
            self.stdout.write(_dumped([asdict(each) for each in symptoms], indent=2))
        else:
            for line in lines_of(symptoms, self.style, width_of(self.stdout)):
                self.stdout.write(line)
        if any(each.sign is Sign.WRONG for each in symptoms):
            raise CommandError("Correct the first, then look again.", returncode=1)


_dumped = json.dumps
