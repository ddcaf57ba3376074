"""The 14 apps in their shared state, split while old code runs on them, put back, split again.

    python -m benchmarks.demo_split

Needs DATABASE_URL of an administrator, on a server on which nobody has this project. Makes the
database demo_split and the login demo_split_old, and drops them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode

import psycopg
from psycopg.sql import SQL, Identifier
from rich.console import Console

from benchmarks.clients import Script
from benchmarks.traffic import Traffic

ROOT: Final = Path(__file__).resolve().parents[1]
NAME: Final = "demo_split"
OLD: Final = f"{NAME}_old"
ROWS: Final = 20_000
# As the first migrations have made it: foreign keys across all apps.
_MIGRATE: Final = """
import os, django
from django.core.management import call_command
django.setup()
from django.apps import apps
from django.db.migrations.loader import MigrationLoader
labels = {label for label, _ in MigrationLoader(None).graph.nodes}
for app in apps.get_app_configs():
    if app.label in labels:
        ours = "schemas" in app.path
        call_command("migrate", app.label, *(["0001"] if ours else []), verbosity=0)
"""
_FILL: Final = (
    "INSERT INTO cppa_user_tracker_baseprofile (type)"
    " SELECT 'github' FROM generate_series(1, %(most)s)",
    "INSERT INTO cppa_user_tracker_githubaccount SELECT id, id, 'user' || id, '', '', 'User',"
    " now(), now() FROM cppa_user_tracker_baseprofile",
    "INSERT INTO github_activity_tracker_githubrepository"
    " (repo_name, stars, forks, description, owner_account_id)"
    " SELECT 'repo' || n, 0, 0, '', n FROM generate_series(1, 10) n",
    "INSERT INTO github_activity_tracker_gitcommit"
    " (commit_hash, comment, commit_at, account_id, repo_id)"
    " SELECT md5(n::text), '', now(), 1 + n %% %(most)s, 1 + n %% 10"
    " FROM generate_series(1, %(rows)s) n",
)
_SCRIPT: Final = Script(
    reads=(
        b"SELECT a.username FROM github_activity_tracker_gitcommit c"
        b" JOIN cppa_user_tracker_githubaccount a ON a.baseprofile_ptr_id = c.account_id"
        b" WHERE c.id = %s",
        b"SELECT count(*) FROM github_activity_tracker_gitcommit WHERE account_id = %s",
    ),
    writes=(
        b"INSERT INTO github_activity_tracker_gitcommit"
        b" (commit_hash, comment, commit_at, account_id, repo_id)"
        b" VALUES (gen_random_uuid()::text, '', now(), %s, 1)",
        b"UPDATE cppa_user_tracker_githubaccount SET updated_at = now()"
        b" WHERE baseprofile_ptr_id = %s",
    ),
    probes=(
        b"INSERT INTO github_activity_tracker_gitcommit"
        b" (commit_hash, comment, commit_at, account_id, repo_id) VALUES ('', '', now(), -1, 1)",
        b"DELETE FROM cppa_user_tracker_githubaccount WHERE baseprofile_ptr_id = 2",
    ),
    most=ROWS // 10,
)


def main() -> int:
    """Show it; returns 0 when no client has met an error."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        print("Set DATABASE_URL to an administrator's URL, or run: make demo-split",
              file=sys.stderr)  # fmt: skip
        return 1
    console = Console(highlight=False, soft_wrap=True)
    with psycopg.connect(url, autocommit=True) as server:
        _drop(server)
        server.execute(SQL("CREATE DATABASE {}").format(Identifier(NAME)))
        server.execute(SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(Identifier(OLD), OLD))
        try:
            return _shown(console, url)
        finally:
            _drop(server)


# Private
# -------


def _shown(console: Console, url: str) -> int:
    admin, old = _url(url), _url(url, user=OLD, password=OLD)
    environ = {**os.environ, "OLD_DATABASE_URL": old}
    new = {**environ, "DATABASE_URL": admin, "ADMIN_DATABASE_URL": admin}
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(SQL("GRANT CREATE ON SCHEMA public TO {}").format(Identifier(OLD)))
    _say(console, "The 14 apps as their first migrations made them, in one schema")
    _run(console, ["-c", _MIGRATE], {**environ, "DJANGO_SETTINGS_MODULE": _SETTINGS})
    with psycopg.connect(old, autocommit=True) as connection:
        for statement in _FILL:
            connection.execute(statement.encode(), {"most": ROWS // 10, "rows": ROWS})
    _say(console, "What is there, what would move, what stays")
    _run(console, ["manage.py", "schema_split"], new)
    traffic = Traffic(old, _SCRIPT, renew=1.0)
    errors = 0
    for heading, words in _ROAD:
        _say(console, f"{heading}, while old code runs")
        with traffic.running() as figures:
            _run(console, ["manage.py", "schema_split", *words], new)
        console.print(f"Old code: {figures}")
        errors += figures.wrong
    _say(console, "New code migrates, and the database is held against the contract")
    _run(console, ["manage.py", "migrate", "--verbosity", "0"], new)
    _run(console, ["manage.py", "schema_verify"], new)
    return 1 if errors else 0


_SETTINGS: Final = "benchmarks.shared_settings"
_ROAD: Final = (
    ("Split", ("--apply",)),
    ("Put back", ("--undo",)),
    ("Split again", ("--apply",)),
)


def _say(console: Console, heading: str) -> None:
    console.print(f"\n[bold]{heading}[/bold]")


def _run(console: Console, words: list[str], environ: Mapping[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=dict(environ),
        capture_output=True,
        text=True,
        check=False,
    )
    if words[0] == "manage.py":
        console.print(f"$ python {' '.join(words)}", markup=False)
    console.print(done.stdout.rstrip(), markup=False)
    if done.returncode:
        console.print(done.stderr.rstrip(), markup=False)
        raise SystemExit(f"Stopped at: python {' '.join(words)[:80]}")


def _url(url: str, **login: str) -> str:
    info = psycopg.conninfo.conninfo_to_dict(url) | login
    user = f"{quote(str(info['user']))}:{quote(str(info.get('password') or ''), safe='')}"
    place = {key: str(info[key]) for key in ("host", "port") if info.get(key)}
    return f"postgresql://{user}@/{NAME}?{urlencode(place)}"


def _drop(server: psycopg.Connection[Any]) -> None:
    server.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(NAME)))
    server.execute(SQL("DROP ROLE IF EXISTS {}").format(Identifier(OLD)))


if __name__ == "__main__":
    sys.exit(main())
