"""schema_split: the tables of a database in use go from one schema into many, and back."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError, CommandParser
from psycopg import Error as PostgreSQLError

from appschemas.conf import get_contract
from appschemas.database.apply.attempts import Patience
from appschemas.database.apply.blockers import Blocker, looking
from appschemas.database.apply.lock_timeout import seconds
from appschemas.database.apply.shared_roles import refuse_shared_roles
from appschemas.database.model_state import ModelState
from appschemas.database.plan.shared_schema import refuse_taken_name
from appschemas.database.servers import Database, databases_of, passwords
from appschemas.database.split.refusals import refuse_changed_contract, refuse_nothing
from appschemas.database.split.run import Choices, split, unsplit
from appschemas.database.split.status import status_of
from appschemas.database.split.steps import LOCK_TIMEOUT, Steps
from appschemas.database.split.wall import close, finish, reopen
from appschemas.exceptions import AppSchemasError
from appschemas.management.command import (
    EngineCommand,
    add_database,
    add_json,
    add_patience,
    first_line,
)
from appschemas.management.progress import progress
from appschemas.management.split_screen import screen_json, screen_lines
from appschemas.management.terminal import printable


class Command(EngineCommand):
    """Prints what would move; moves nothing unless told to."""

    help = (
        "Shows what a split of the shared schema would move, leave and stop at; with --apply moves "
        "it while the code of before runs on, one table in a short transaction; --undo takes it "
        "back, and --status says where every schema stands."
    )
    examples = (
        ("", "what would move, what would stay, what stops it"),
        ("--apply", "go on as far as it goes"),
        ("--only papers --apply", "one schema"),
        ("--status", "where every schema stands, and the next command"),
        ("--wall papers", "take what the contract does not give in it"),
        ("--undo", "put everything back"),
    )

    def add_arguments(self, parser: CommandParser) -> None:
        mode = parser.add_mutually_exclusive_group()
        mode.add_argument("--apply", action="store_true", help="Go on as far as it goes.")
        mode.add_argument("--undo", action="store_true", help="Put everything back.")
        mode.add_argument("--status", action="store_true", help="Say where every schema stands.")
        mode.add_argument(
            "--finish", action="store_true", help="End it: nothing can be undone after that."
        )
        parser.add_argument(
            "--wall",
            metavar="SCHEMA",
            default="",
            help="Take what the contract does not give in a schema; with --undo give it back.",
        )
        parser.add_argument("--only", metavar="SCHEMA", default="", help="Only this schema.")
        parser.add_argument(
            "--compat-views",
            action="store_true",
            help="Do not wait for sessions of before: leave a view in the place of each table.",
        )
        parser.add_argument(
            "--subscribers-moved",
            action="store_true",
            help="Go on although a publication is followed: its subscribers move the tables, too.",
        )
        parser.add_argument(
            "--share-roles",
            action="store_true",
            help="Go on although another database of the server has the contract's roles.",
        )
        add_json(parser)
        add_database(parser)
        add_patience(parser, LOCK_TIMEOUT)

    def handle(self, *args: Any, database: str | None, only: str, **options: Any) -> None:
        contract = get_contract()
        for name in filter(None, (only, options["wall"])):
            if name not in contract:
                known = ", ".join(each.name for each in contract.schemas)
                raise CommandError(f"No schema {name!r} in the contract; there are: {known}.")
        for each in databases_of(contract, database):
            self._handle(each, only if only in each.contract else "", options)

    # Private
    # -------

    def _handle(self, database: Database, only: str, options: dict[str, Any]) -> None:
        quiet = options["json"] or not options["verbosity"]
        patience = Patience(options["lock_timeout"], seconds(options["retry_for"]), self._waits)
        with looking(database.alias) as connection:
            with progress(self.stderr, quiet=quiet) as told:
                steps = Steps(
                    connection,
                    database.contract,
                    ModelState.of(database.contract),
                    patience,
                    told=_nobody if quiet else self._tell,
                    progress=told.keys,
                )
                if not steps.state.is_begun:
                    refuse_taken_name(connection, database.contract, steps.installed)
                try:
                    self._run(steps, database, only, options)
                except KeyboardInterrupt:
                    raise CommandError(
                        f"Interrupted. {steps.so_far} Where it stands: "
                        "manage.py schema_split --status",
                        returncode=130,
                    ) from None
                except PostgreSQLError as error:
                    # Told as it is: what knows an unsplit database would name this command.
                    raise AppSchemasError(
                        f"{first_line(error)}. What was made stays; the next run goes on from "
                        "there. Where it stands: manage.py schema_split --status"
                    ) from error
            followed = options["subscribers_moved"]
            status = status_of(connection, steps.look(), followed=followed)
        if options["json"]:
            self.stdout.write(screen_json(str(database), status))
        elif options["verbosity"]:
            modes = ("status", "apply", "undo", "wall", "finish")
            every = not any(options[each] for each in modes)
            for line in screen_lines(str(database), status, self.style, every=every):
                self.stdout.write(line)

    def _run(self, steps: Steps, database: Database, only: str, options: dict[str, Any]) -> None:
        # What such a contract says of where it stands would be wrong as well.
        refuse_changed_contract(steps)
        if options["wall"]:
            if options["wall"] in database.contract:
                (reopen if options["undo"] else close)(steps, options["wall"])
        elif options["finish"]:
            finish(steps)
        elif options["undo"]:
            unsplit(steps, only, subscribers_moved=options["subscribers_moved"])
        elif options["apply"]:
            if not options["share_roles"]:
                refuse_shared_roles(steps.connection, database.contract)
            choices = Choices(
                only,
                compat_views=options["compat_views"],
                subscribers_moved=options["subscribers_moved"],
                passwords=passwords(database),
            )
            split(steps, choices)
        elif not options["status"]:
            refuse_nothing(steps)
        changes = any(options[each] for each in ("undo", "apply", "wall", "finish"))
        if changes and not steps.made and not options["json"]:
            self.stdout.write("Nothing to do: it is done.")

    def _tell(self, line: str) -> None:
        self.stdout.write(printable(line))

    def _waits(self, what: str, blockers: frozenset[Blocker]) -> None:
        named = "; ".join(map(str, sorted(blockers))) or "somebody"
        self.stderr.write(printable(f"waiting for {named}: {what[:200]}"), lambda text: text)


def _nobody(line: str) -> None:
    """Nobody wants to hear."""
