"""`make up`: a database with all schemas, roles, grants and tables, and some history in it.

Run as `python -m config.up`, as often as one likes: what is there already is left as it is.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from psycopg import sql
from rich.console import Console

from appschemas.contract.contract import Contract
from config.logins import LoginError, administrator, checked, kept
from config.paths import LOCAL, ROOT
from config.server import Server, ServerError

DATABASE: Final = "appschemas"
MANAGE: Final = "manage.py"
WRONG_URL: Final = 2
# Seconds after which a step that says nothing is seen to go on.
SILENCE: Final = 5


@dataclass(frozen=True, slots=True)
class Step:
    """What Python runs, what the user reads above it, and how much of what it says."""

    heading: str
    command: tuple[str, ...]
    # Of hundreds of lines about what it made, the last one; all of them where it fails.
    brief: bool = False


STEPS: Final = (
    Step("Schemas, roles and grants", (MANAGE, "schema_apply", "--apply"), brief=True),
    Step("Tables and identity keys", (MANAGE, "migrate"), brief=True),
    # What names a table could not be granted before it was there.
    Step("Grants and checks on the new tables", (MANAGE, "schema_apply", "--apply"), brief=True),
    Step("The database against the contract", (MANAGE, "schema_verify"), brief=True),
    Step("This repository's own history", (MANAGE, "collect_git", ".")),
    Step("What is there", (MANAGE, "schema_report")),
    Step("What the database refuses", ("-m", "config.wall")),
    Step("What to do next", ("-m", "config.next_steps")),
)


def main() -> int:
    """Take every step; returns the exit code of the first that fails."""
    console = Console(highlight=False, soft_wrap=True)
    try:
        admin_url = _administrators_url(console)
        administrator(admin_url).close()
    except LoginError as error:
        return _refuse(str(error), WRONG_URL)
    except (ServerError, PermissionError) as error:
        return _refuse(str(error), 1)
    contract = Contract.load(ROOT / "config" / "schemas.toml")
    environ = {**os.environ, **kept(LOCAL / "env", admin_url, contract)}
    for number, step in enumerate(STEPS, start=1):
        console.print(f"\n[bold]\\[{number}/{len(STEPS)}] {step.heading}[/bold]")
        if code := take(step, environ):
            return _refuse(f"Stopped at: python {' '.join(step.command)}", code)
    return 0


def take(step: Step, environ: Mapping[str, str]) -> int:
    """Run one command; of a traceback only its last line is shown, and how to see the rest."""
    running = subprocess.Popen(  # noqa: S603 - one of STEPS
        [sys.executable, *step.command],
        cwd=ROOT,
        env={**environ},
        stdout=subprocess.PIPE if step.brief else None,
        stderr=subprocess.PIPE,
        text=True,
    )
    output, complaint = _waited(running)
    said = output.strip()
    if said:
        print(said if running.returncode else _in_one_line(said), flush=True)
    complaint = complaint.strip()
    if "Traceback (most recent call last)" in complaint:
        complaint = complaint.splitlines()[-1]
    if complaint:
        print(complaint, file=sys.stderr, flush=True)
    return running.returncode


# Private
# -------


def _administrators_url(console: Console) -> str:
    given = os.environ.get("DATABASE_URL")
    if given:
        return checked(given)
    server = Server()
    ran = server.running()
    maintenance = server.start()
    console.print(f"[bold]The embedded server[/bold] {'runs already' if ran else 'started'}")
    with administrator(maintenance) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if not found.fetchone():
            name = sql.Identifier(DATABASE)
            connection.execute(sql.SQL("CREATE DATABASE {}").format(name))
            console.print(f"Created the database {DATABASE}.")
    return server.url(DATABASE)


def _waited(running: subprocess.Popen[str]) -> tuple[str, str]:
    """What it wrote; while it is silent for long, a dot says that it goes on."""
    dots = False
    while True:
        try:
            output, complaint = running.communicate(timeout=SILENCE)
        except subprocess.TimeoutExpired:
            print(".", end="", flush=True)
            dots = True
        else:
            print(end="\n" if dots else "", flush=True)
            return output or "", complaint


def _in_one_line(said: str) -> str:
    applied = len(re.findall(r"^ +Applying .* OK$", said, flags=re.MULTILINE))
    if "Operations to perform:" not in said:
        return said.splitlines()[-1]
    return f"{applied} migrations applied." if applied else "No migrations to apply."


def _refuse(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
