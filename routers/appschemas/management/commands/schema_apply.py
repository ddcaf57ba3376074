"""schema_apply: make the database what the contract asks for, or say what that would take."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandError, CommandParser

from appschemas.conf import get_contract
from appschemas.database.apply.apply import apply, make_plan
from appschemas.database.apply.remove import plan_removal, remove
from appschemas.database.apply.shared_roles import refuse_shared_roles
from appschemas.database.model_state import ModelState
from appschemas.database.plan.changes import Plan
from appschemas.database.plan.shared_schema import refuse_shared_schema
from appschemas.database.servers import Database, admin_connection, databases_of, passwords
from appschemas.management.command import (
    EngineCommand,
    add_database,
    add_json,
    add_lock_timeout,
)
from appschemas.management.output import counted, plan_as_json, plan_lines


class Command(EngineCommand):
    """Prints the plan; changes nothing unless told to."""

    help = (
        "Shows what roles, schemas, owners, grants and checks the database lacks or has too many "
        "of, and with --apply changes it, in one transaction."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        mode = parser.add_mutually_exclusive_group()
        mode.add_argument("--apply", action="store_true", help="Change it.")
        mode.add_argument(
            "--check", action="store_true", help="Exit 1 if there is something to change."
        )
        parser.add_argument(
            "--remove",
            action="store_true",
            help="Take away what was made instead: roles, grants, checks. Tables and rows stay.",
        )
        parser.add_argument(
            "--to", metavar="ROLE", help="With --remove: whose the tables are to be."
        )
        add_json(parser)
        add_database(parser)
        add_lock_timeout(parser)
        parser.add_argument(
            "--set-passwords",
            action="store_true",
            help="Give login roles that exist the passwords of the settings, too.",
        )
        parser.add_argument(
            "--share-roles",
            action="store_true",
            help="Go on although another database of the server has the contract's roles.",
        )

    def handle(
        self, *args: Any, apply: bool, check: bool, json: bool, verbosity: int, **options: Any
    ) -> None:
        databases = databases_of(get_contract(), options["database"])
        if options["remove"]:
            self._remove(databases, options, apply=apply, check=check, json=json)
            return
        if not options["share_roles"]:
            self._refuse_shared_roles(databases)
        plans = {
            database: self._applied(database, options) if apply else self._planned(database)
            for database in databases
        }
        if json:
            self.stdout.write(_json(plans, applied=apply))
        elif verbosity:
            self._print(plans, applied=apply)
        if check and any(plan.changes for plan in plans.values()):
            raise CommandError("The database is out of step with the contract.", returncode=1)

    # Private
    # -------

    def _refuse_shared_roles(self, databases: Iterable[Database]) -> None:
        for database in databases:
            with admin_connection(database.alias) as connection:
                refuse_shared_roles(connection, database.contract)

    def _remove(
        self,
        databases: Iterable[Database],
        options: dict[str, Any],
        *,
        apply: bool,
        check: bool,
        json: bool,
    ) -> None:
        if not (owner := options["to"]):
            raise CommandError("Say whose the tables are to be: --remove --to ROLE")
        plans = {}
        for each in databases:
            with admin_connection(each.alias) as connection:
                if apply:
                    timeout = options["lock_timeout"]
                    changes = remove(connection, each.contract, owner, lock_timeout=timeout)
                else:
                    changes = plan_removal(connection, each.contract, owner)
            plans[each] = Plan(("",), changes)
        if json:
            self.stdout.write(_json(plans, applied=apply))
        else:
            for database, plan in plans.items():
                for line in plan_lines(str(database), plan, self.style, done=apply):
                    self.stdout.write(line)
            if not apply and any(plan.changes for plan in plans.values()):
                self.stdout.write("Tables and rows stay. Run again with --apply to change it.")
        if check and any(plan.changes for plan in plans.values()):
            raise CommandError("There is something to take away.", returncode=1)

    def _planned(self, database: Database) -> Plan:
        installed = ModelState.of(database.contract)
        with admin_connection(database.alias) as connection:
            refuse_shared_schema(connection, database.contract, installed)
            return make_plan(connection, database.contract, installed)

    def _applied(self, database: Database, options: dict[str, Any]) -> Plan:
        installed = ModelState.of(database.contract)
        with admin_connection(database.alias) as connection:
            refuse_shared_schema(connection, database.contract, installed)
            done = apply(
                connection,
                database.contract,
                installed,
                lock_timeout=options["lock_timeout"],
                passwords=passwords(database),
                set_passwords=options["set_passwords"],
            )
            plan = make_plan(connection, database.contract, installed)
        return Plan(plan.sections, done, plan.findings)

    def _print(self, plans: dict[Database, Plan], *, applied: bool) -> None:
        for database, plan in plans.items():
            for line in plan_lines(str(database), plan, self.style, done=applied):
                self.stdout.write(line)
        changes = any(plan.changes for plan in plans.values())
        line = counted(plans.values(), "changed" if applied else "to change", findings=False)
        if not changes:
            line += " Nothing to change."
        elif not applied:
            line += " Run again with --apply to change it."
        self.stdout.write(line)


def _json(plans: dict[Database, Plan], *, applied: bool) -> str:
    values = [plan_as_json(str(database), plan) for database, plan in plans.items()]
    return json.dumps({"applied": applied, "databases": values}, indent=2)
