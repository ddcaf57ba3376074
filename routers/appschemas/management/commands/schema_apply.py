"""schema_apply: make the database what the contract asks for, or say what that would take."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.core.management.base import CommandError, CommandParser

from appschemas.conf import get_contract
from appschemas.database.apply.apply import apply, make_plan
from appschemas.database.apply.attempts import SHORT_LOCK_TIMEOUT, Patience
from appschemas.database.apply.blockers import Blocker, looking
from appschemas.database.apply.lock_timeout import seconds
from appschemas.database.apply.rehearsal import rehearse
from appschemas.database.apply.remove import plan_removal, remove
from appschemas.database.apply.shared_roles import refuse_shared_roles
from appschemas.database.apply.verify import without_unfinished
from appschemas.database.model_state import ModelState
from appschemas.database.plan.changes import Plan
from appschemas.database.plan.shared_schema import refuse_begun_split, refuse_shared_schema
from appschemas.database.servers import Database, databases_of, passwords
from appschemas.management.command import (
    EngineCommand,
    add_database,
    add_json,
    add_patience,
)
from appschemas.management.output import closing_line, plan_as_json, plan_lines
from appschemas.management.progress import progress
from appschemas.management.short_lived import ShortLived
from appschemas.management.summary import lock_lines
from appschemas.management.terminal import printable, shown, width_of


class Command(ShortLived, EngineCommand):
    """Prints the plan; changes nothing unless told to."""

    help = (
        "Shows what roles, schemas, owners, grants and checks the database lacks or has too many "
        "of, what changing it locks and what it will not touch; with --apply it changes it, in "
        "transactions so short that everybody can work on."
    )
    examples = (
        ("", "show what would be done, and what it locks"),
        ("--apply", "do it"),
        ("--sql", "what would be sent, to be read"),
        ("--apply --set-passwords", "with the passwords that the URLs have"),
        ("--remove --to shop_owner", "show how all of it is taken back"),
    )

    def add_arguments(self, parser: CommandParser) -> None:
        mode = parser.add_mutually_exclusive_group()
        mode.add_argument("--apply", action="store_true", help="Change it.")
        mode.add_argument(
            "--check", action="store_true", help="Exit 1 if there is something to change."
        )
        mode.add_argument("--sql", action="store_true", help="Print what --apply would send.")
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
        add_patience(parser, SHORT_LOCK_TIMEOUT)
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
        self,
        *args: Any,
        apply: bool,
        check: bool,
        sql: bool,
        json: bool,
        verbosity: int,
        **options: Any,
    ) -> None:
        if sql and json:
            raise CommandError("--sql prints SQL, and --json the plan: choose one.")
        if options["remove"] and sql:
            raise CommandError("--remove shows its SQL as its plan: leave out --sql.")
        databases = databases_of(get_contract(), options["database"])
        if not (options["share_roles"] or options["remove"]):
            self._refuse_shared_roles(databases)
        patience = Patience(
            options["lock_timeout"],
            seconds(options["retry_for"]),
            self._tell if verbosity else _hush,
        )
        if options["remove"]:
            plans = self._remove(databases, patience, options["to"], apply=apply)
            if json:
                self.stdout.write(_json(plans, patience, applied=apply))
            elif verbosity:
                self._print_removal(plans, applied=apply)
            if check and any(plan.changes for plan in plans.values()):
                raise CommandError("There is something to take away.", returncode=1)
            return
        if sql:
            self._print_sql(databases, patience)
            return
        quiet = json or not verbosity
        plans = {
            database: self._applied(database, patience, options, quiet=quiet)
            if apply
            else self._planned(database, quiet=quiet)
            for database in databases
        }
        if json:
            self.stdout.write(_json(plans, patience, applied=apply))
        elif verbosity:
            self._print(plans, patience, applied=apply, every=verbosity > 1)
        if check and any(plan.changes for plan in plans.values()):
            raise CommandError("The database is out of step with the contract.", returncode=1)

    # Private
    # -------

    def _refuse_shared_roles(self, databases: Iterable[Database]) -> None:
        for database in databases:
            with looking(database.alias) as connection:
                refuse_shared_roles(connection, database.contract)

    def _remove(
        self,
        databases: Iterable[Database],
        patience: Patience,
        owner: str | None,
        *,
        apply: bool,
    ) -> dict[Database, Plan]:
        if not owner:
            raise CommandError("Say whose the tables are to be: --remove --to ROLE")
        plans = {}
        for each in databases:
            with looking(each.alias) as connection:
                refuse_begun_split(connection, each.contract)
                changes = (
                    remove(connection, each.contract, owner, patience)
                    if apply
                    else plan_removal(connection, each.contract, owner)
                )
            plans[each] = Plan(("",), changes)
        return plans

    def _print_removal(self, plans: dict[Database, Plan], *, applied: bool) -> None:
        width = width_of(self.stdout)
        for database, plan in plans.items():
            for line in plan_lines(str(database), plan, self.style, done=applied, width=width):
                self.stdout.write(line)
        if not any(plan.changes for plan in plans.values()):
            self.stdout.write("There is nothing of the engine's. Nothing to take away.")
        elif not applied:
            self.stdout.write("Tables and rows stay. Run again with --apply to change it.")

    def _planned(self, database: Database, *, quiet: bool) -> Plan:
        installed = ModelState.of(database.contract)
        with looking(database.alias) as connection, progress(self.stderr, quiet=quiet) as told:
            refuse_shared_schema(connection, database.contract, installed)
            plan = make_plan(connection, database.contract, installed, told.step)
        return without_unfinished(plan, database.contract)

    def _applied(
        self, database: Database, patience: Patience, options: dict[str, Any], *, quiet: bool
    ) -> Plan:
        installed = ModelState.of(database.contract)
        with looking(database.alias) as connection:
            refuse_shared_schema(connection, database.contract, installed)
            try:
                with progress(self.stderr, quiet=quiet) as told:
                    done = apply(
                        connection,
                        database.contract,
                        installed,
                        patience=patience,
                        passwords=passwords(database),
                        set_passwords=options["set_passwords"],
                        progress=told.keys,
                        step=told.step,
                    )
                    plan = make_plan(connection, database.contract, installed, told.step)
            except KeyboardInterrupt:
                raise CommandError(
                    "Interrupted. What was made stays; run it again to go on from there.",
                    returncode=130,
                ) from None
        return without_unfinished(replace(plan, changes=done), database.contract)

    def _print_sql(self, databases: Iterable[Database], patience: Patience) -> None:
        for database in databases:
            installed = ModelState.of(database.contract)
            with looking(database.alias) as connection:
                refuse_shared_schema(connection, database.contract, installed)
                statements = rehearse(connection, database.contract, installed, patience)
            how = "psql -X -v ON_ERROR_STOP=1" if statements else "nothing to change"
            self.stdout.write(f"-- {database}: {how}")
            for statement in statements:
                # A file and psql get it as it is.
                self.stdout.write(shown(statement) if self.stdout.isatty() else statement)

    def _print(
        self, plans: dict[Database, Plan], patience: Patience, *, applied: bool, every: bool
    ) -> None:
        width = width_of(self.stdout)
        for database, plan in plans.items():
            for line in plan_lines(
                str(database), plan, self.style, done=applied, every=every, width=width
            ):
                self.stdout.write(line)
            if not applied:
                for line in lock_lines(plan, patience.lock_timeout):
                    self.stdout.write(line)
        self.stdout.write(closing_line(list(plans.values()), applied=applied))

    def _tell(self, what: str, blockers: frozenset[Blocker]) -> None:
        named = "; ".join(map(str, sorted(blockers))) or "somebody"
        self.stderr.write(printable(f"waiting for {named}: {what[:200]}"), lambda text: text)


def _hush(what: str, blockers: frozenset[Blocker]) -> None:
    """Nobody wants to hear."""


def _json(plans: dict[Database, Plan], patience: Patience, *, applied: bool) -> str:
    values = [
        plan_as_json(str(database), plan, patience.lock_timeout) for database, plan in plans.items()
    ]
    return json.dumps({"applied": applied, "databases": values}, indent=2)
