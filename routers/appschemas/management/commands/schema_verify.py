"""schema_verify: whether a live database is in step."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from appschemas.conf import get_contract
from appschemas.database.apply.blockers import looking
from appschemas.database.apply.verify import unapplied, verify, without_unfinished
from appschemas.database.model_state import ModelState
from appschemas.database.plan.changes import Plan
from appschemas.database.plan.shared_schema import refuse_shared_schema
from appschemas.database.servers import Database, databases_of
from appschemas.management.command import EngineCommand, add_database, add_json
from appschemas.management.junit import write_junit
from appschemas.management.output import counted, pages_of, plan_as_json, plan_lines
from appschemas.management.progress import Progress, progress
from appschemas.management.short_lived import ShortLived
from appschemas.management.terminal import width_of


class Command(ShortLived, EngineCommand):
    """Exits 0 when all is in step, 1 when anything differs, 3 when this login could not see it."""

    help = (
        "Compares a live database with the contract, the models and the migrations: schemas, "
        "owners, grants, default privileges, checks, foreign keys that cross, tables, and on "
        "request every identity key."
    )
    examples = (
        ("", "is the database in step"),
        ("--orphans", "look up every identity key, too"),
        ("--junit reports/schema_verify.xml", "a file for CI, too"),
    )

    def add_arguments(self, parser: CommandParser) -> None:
        add_json(parser)
        add_database(parser)
        parser.add_argument(
            "--junit",
            type=Path,
            metavar="FILE",
            help="Write a file of JUnit's, too: a case for each schema.",
        )
        parser.add_argument(
            "--orphans",
            action="store_true",
            help="Look up every identity key, too, in batches.",
        )

    def handle(
        self,
        *args: Any,
        json: bool,
        database: str | None,
        orphans: bool,
        junit: Path | None,
        verbosity: int,
        **options: Any,
    ) -> None:
        quiet = json or not verbosity
        try:
            with progress(self.stderr, quiet=quiet) as told:
                plans = {
                    each: self._verified(each, orphans=orphans, told=told)
                    for each in databases_of(get_contract(), database)
                }
        except KeyboardInterrupt:
            raise CommandError("Interrupted; nothing was changed.", returncode=130) from None
        values = {str(each): plan_as_json(str(each), plan) for each, plan in plans.items()}
        if junit:
            write_junit(junit, values)
        if json:
            self.stdout.write(_json(values))
        elif verbosity:
            self._print(plans)
        wrong = [plan for plan in plans.values() if not plan.in_step]
        if any(not plan.is_unseen for plan in wrong):
            raise CommandError("The database is out of step.", returncode=1)
        if wrong:
            raise CommandError("Not everything could be seen; the rest is in step.", returncode=3)

    # Private
    # -------

    def _verified(self, database: Database, *, orphans: bool, told: Progress) -> Plan:
        contract = database.contract
        models = ModelState.of(contract)
        with looking(database.alias) as connection:
            refuse_shared_schema(connection, contract, models)
            plan = verify(
                connection, contract, models, keys=orphans, progress=told.keys, step=told.step
            )
        plan = without_unfinished(plan, contract)
        return replace(plan, findings=(*plan.findings, *unapplied(contract, told.step)))

    def _print(self, plans: dict[Database, Plan]) -> None:
        for database, plan in plans.items():
            for line in plan_lines(str(database), plan, self.style, width=width_of(self.stdout)):
                self.stdout.write(line)
        for page in pages_of(plans.values()):
            self.stdout.write(f"See {page}")
        line = counted(plans.values(), "out of step", findings=True)
        if any(plan.changes for plan in plans.values()):
            line += " To change it: manage.py schema_apply --apply"
        self.stdout.write(line)


def _json(values: dict[str, Any]) -> str:
    return json.dumps({"databases": list(values.values())}, indent=2)
