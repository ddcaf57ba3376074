"""schema_provision: a database with everything in it, for whoever needs one."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EPERM
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.core.management.base import CommandError, CommandParser
from django.db import connections

from appschemas.conf import contract_path, get_contract
from appschemas.contract.contract import Contract
from appschemas.contract.schema import DEFAULT_ALIAS
from appschemas.contract.subset import VARIABLE, chosen, shrunk
from appschemas.database.apply.planning import StepProgress, silent
from appschemas.database.servers import Database, databases_of
from appschemas.management.command import EngineCommand, add_database, add_json
from appschemas.provisioning import databases, templates
from appschemas.provisioning.databases import repoint_aliases


class Command(EngineCommand):
    """Makes the database, or finds that it is there and of the same making."""

    help = (
        "Makes a database with the schemas, roles, tables and checks of the contract, or of some "
        "schemas of it, and prints its URLs; what is there and up to date is left as it is."
    )
    examples = (
        ("--name shop_ci --env-file .env.ci", "a whole database; its URLs go into the file"),
        (
            "--only papers --name papers_ci --env-file papers.env",
            "one schema alone",
        ),
    )
    # A subset is checked where it is installed, and nothing is there to ask yet.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--only",
            metavar="NAMES",
            help="These schemas (a,b) alone; what they hold keys of is stood in for.",
        )
        parser.add_argument(
            "--name",
            help="Of the database (default: that of DATABASE_URL with _provisioned behind it, and "
            "the schemas of --only).",
        )
        add_database(parser)
        parser.add_argument(
            "--template",
            action="store_true",
            help="Clone a template, which is built where there is none and kept for the next one.",
        )
        parser.add_argument(
            "--replace",
            action="store_true",
            help="Drop the database of that name, whatever it is, and make it anew.",
        )
        parser.add_argument(
            "--env-file",
            type=Path,
            metavar="PATH",
            help="Append the variables to this file, with the passwords, which are not printed.",
        )
        add_json(parser)

    def handle(self, *args: Any, only: str | None, **options: Any) -> None:
        if only and tuple(only.replace(",", " ").split()) != chosen():
            shrunk(Contract.load(contract_path()), only.replace(",", " ").split())
            return _in_subset(only)
        variables: dict[str, str] = {VARIABLE: ",".join(chosen())} if chosen() else {}
        for database in databases_of(get_contract(), options["database"]):
            name = self._made(database, options)
            variables |= _urls(database, name)
        if path := options["env_file"]:
            _append(path, variables)
        shown = {key: _without_password(value) for key, value in variables.items()}
        if options["json"]:
            self.stdout.write(json.dumps(shown, indent=2))
        elif options["verbosity"]:
            for variable, value in shown.items():
                self.stdout.write(f"{variable}={value}")

    # Private
    # -------

    def _made(self, database: Database, options: dict[str, Any]) -> str:
        verbosity, replace = options["verbosity"], options["replace"]
        settings = connections[database.alias].settings_dict
        name = options["name"] or "_".join((settings["NAME"], "provisioned", *chosen()))[:63]
        if name == settings["NAME"]:
            raise CommandError(f"{name!r} is the database of DATABASE_URL; give another --name.")
        with databases.maintenance(database.alias) as server:
            is_strange = databases.exists(server, name) and not templates.is_ours(server, name)
        if is_strange and not replace:
            raise CommandError(
                f"There is a database {name!r} that this command did not make; give another "
                "--name, or drop it with --replace."
            )
        before = settings["NAME"]
        with self._progress(verbosity, quiet=options["json"]) as progress:
            kept = templates.provide(
                database, name, keep=not replace, template=options["template"], progress=progress
            )
        repoint_aliases(database, before)
        if verbosity and not options["json"]:
            self.stdout.write(f"{name}: {'is there, and up to date' if kept else 'made'}")
        return str(name)

    @contextmanager
    def _progress(self, verbosity: int, *, quiet: bool) -> Iterator[StepProgress]:
        if not verbosity or quiet:
            yield silent
            return
        if self.stdout.isatty() and find_spec("rich"):
            from rich.console import Console  # noqa: PLC0415 - optional dependency

            with Console(file=self.stdout._out).status("Starting") as status:
                yield lambda what: status.update(what)
            return

        def say(what: str) -> None:
            if verbosity >= 2 or not what.startswith("migration "):
                self.stdout.write(f"  {what}")

        yield say


def _in_subset(only: str) -> None:
    """The same command in a process whose settings are those of the subset."""
    given = [word for word in sys.argv[2:] if sys.argv[1:2] == ["schema_provision"]]
    done = subprocess.run(  # noqa: S603 - this very command
        [sys.executable, "-m", "django", "schema_provision", *given],
        env={
            **os.environ,
            VARIABLE: only,
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        },
        check=False,
    )
    if done.returncode:
        sys.exit(done.returncode)


def _urls(database: Database, name: str) -> dict[str, str]:
    """The variables of the settings that mean this database, for each login."""
    settings = connections[database.alias].settings_dict
    if DEFAULT_ALIAS not in database.aliases:
        schemas = database.contract.installed
        return {f"{each.name.upper()}_DATABASE_URL": _url(settings, name) for each in schemas}
    urls = {"DATABASE_URL": _url(settings, name)}
    for job in ("MIGRATOR", "ADMIN"):
        if settings.get(job):
            urls[f"{job}_DATABASE_URL"] = _url({**settings, **settings[job]}, name)
    return urls


def _url(settings: dict[str, Any], name: str) -> str:
    password = f":{quote(settings['PASSWORD'], safe='')}" if settings["PASSWORD"] else ""
    user = quote(settings["USER"], safe="") + password
    port = f":{settings['PORT']}" if settings["PORT"] else ""
    place = f"{user}@" if user else ""
    return f"postgresql://{place}{quote(settings['HOST'], safe='')}{port}/{quote(name)}"


def _without_password(value: str) -> str:
    scheme, separator, rest = value.partition("://")
    user, at, place = rest.rpartition("@")
    name, colon, _ = user.partition(":")
    return f"{scheme}{separator}{name}{':***' if colon else ''}{at}{place}"


def _append(path: Path, variables: dict[str, str]) -> None:
    # Readable by its owner only from the first byte on, also where it was readable by others; what
    # waits for somebody at its other end is not waited for.
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        with os.fdopen(os.open(path, flags, 0o600), "w") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
                raise PermissionError(EPERM, os.strerror(EPERM), path)
            os.fchmod(file.fileno(), 0o600)
            file.writelines(f"{name}={value}\n" for name, value in variables.items())
    except OSError as error:
        raise CommandError(
            f"{path}: {error.strerror}; nothing was written. It must be a file that this user "
            "owns, since passwords go into it."
        ) from None
