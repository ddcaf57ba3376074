"""One project on a server of its own: all in one schema as Django makes it, split in place, undone.

    python -m tests.projects.split NAME [--no-tests] [--convert]

Its tables are made by its own migrations on Django's backend, as a login that is no superuser, and
filled by its own fixtures or factories. They are split, walled, opened again and put back: the
catalog and every row are then as they were. Its tests run on a database that was split as well.
With --convert, `schema_convert` is let loose on a copy of its source, and the migrations that it
writes run on a database that was split: nothing changes but what Django keeps a record of.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.sql import SQL, Identifier

from tests.projects.outcomes import lost
from tests.projects.projects import PROJECTS, Project
from tests.projects.trial import environ, made, manage, reported, tested
from tests.tools.whole_catalog import whole_catalog

PASSWORD = "open sesame"
# What the split takes of who may be in the way here: nobody.
PATIENCE = ("--retry-for", "60s")
TABLES = """
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
   AND n.nspname NOT LIKE 'pg\\_%'
"""
FOREIGN_KEYS = """
SELECT count(*) FROM pg_constraint k
  JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
 WHERE k.contype = 'f' AND a.relnamespace <> b.relnamespace
"""


@dataclass
class Shared:
    """A project's database in its shared state, and the logins of before and of the split."""

    project: Project
    name: str
    work: Path | None = None

    @property
    def url(self) -> str:
        """The administrator's."""
        return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{self.name}"))

    @property
    def old_url(self) -> str:
        """The old code's."""
        parts = urlsplit(self.url)
        place = parts.netloc.rpartition("@")[2]
        login = f"{self.project.name}_old:{PASSWORD.replace(' ', '%20')}"
        return urlunsplit(parts._replace(netloc=f"{login}@{place}"))

    def run(self, *command: str, side: str = "after") -> str:
        """A command of the project on one side; what it prints. It must succeed."""
        return self._run(command, side, {0})

    def said(self, *command: str) -> str:
        """What a command says that may leave something to people."""
        return self._run(command, "after", {0, 3})

    def script(self, name: str, *arguments: str, side: str = "after") -> str:
        """What a Python file of the project prints."""
        done = subprocess.run(
            [str(self.project.python), "-c", _WITH_DJANGO, f"{name}.py", *arguments],
            cwd=self.project.work,
            env={
                **environ(self.project, self.url if side == "after" else self.old_url, side),
                "DJANGO_SETTINGS_MODULE": "project_settings",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{done.stdout[-2000:]}\n{done.stderr[-4000:]}\n{name}.py failed.")
        return done.stdout

    def told(self, what: str) -> Any:
        """What `split_state.py` says of the project, behind what that prints as it starts."""
        return json.loads(self.script("split_state", what).splitlines()[-1])

    def _run(self, command: tuple[str, ...], side: str, codes: set[int]) -> str:
        start = time.monotonic()
        url = self.url if side == "after" else self.old_url
        done = manage(self.project, url, *command, side=side, work=self.work)
        if done.returncode not in codes:
            print(done.stdout[-4000:], done.stderr[-4000:], sep="\n")
            raise SystemExit(f"{' '.join(command)} failed.")
        print(f"{' '.join(command):<34} {time.monotonic() - start:6.1f} s", flush=True)
        return done.stdout + (done.stderr if done.returncode else "")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query gives the administrator."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            return connection.execute(query.encode()).fetchall()


def main() -> int:
    """Try the project that is named; 1 if anything is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=[each.name for each in PROJECTS])
    parser.add_argument("--no-tests", action="store_true")
    parser.add_argument("--convert", action="store_true")
    options = parser.parse_args()
    project = next(each for each in PROJECTS if each.name == options.name)
    heading = f"{project.requirement}, split in place"
    print(f"{heading}\n{'-' * len(heading)}", flush=True)
    plain = built(project)
    there_and_back(project, plain)
    if options.convert:
        converted(project, plain)
    if options.no_tests:
        return 0
    before = tested(project, "before")
    print(f"tests before: {before}", flush=True)
    with split_for_tests(project, plain):
        after = tested(project, "after", "--reuse-db", "-p", "split_plugin")
    print(f"tests after:  {after}")
    return reported(project, before, lost(before, after))


def built(project: Project) -> Shared:
    """A database with all tables in public, of the old login, and the contract written."""
    plain = Shared(project, f"{project.name}_plain")
    made(plain.name)
    with psycopg.connect(plain.url, autocommit=True) as server:
        role = Identifier(f"{project.name}_old")
        server.execute(SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(role, PASSWORD))
        server.execute(SQL("GRANT CREATE ON SCHEMA public TO {}").format(role))
    (project.work / "schemas.toml").unlink(missing_ok=True)
    plain.run("migrate", "--verbosity", "0", side="before")
    plain.run("schema_contract", "--write")
    return plain


def there_and_back(project: Project, plain: Shared) -> None:
    """Split a copy that has rows, put every wall up and down, and put it back."""
    shared = copied(plain, project.name)
    shared.script("project_data", side="before")
    before = photograph(shared)
    print(f"{before.tables} tables, {before.rows:,} rows, {len(before.lines):,} lines of catalog")
    told = shared.run("schema_split")
    print(f"  {told.strip().splitlines()[-1]}")
    told = shared.run("schema_split", "--apply", *PATIENCE)
    moved = sum(line.startswith("table ") for line in told.splitlines())
    keys = sum(line.startswith("foreign key ") for line in told.splitlines())
    print(f"  {moved} tables moved, {keys} foreign keys swapped for checks")
    places_are_right(shared)
    shared.run("schema_split", "--status")
    print(f"  {shared.run('schema_verify').strip().splitlines()[-1]}")
    schemas = shared.told("schemas")
    for schema in schemas:
        shared.run("schema_split", "--wall", schema, *PATIENCE)
    print(f"  {shared.run('schema_verify', '--orphans').strip().splitlines()[-1]}")
    for schema in reversed(schemas):
        shared.run("schema_split", "--wall", schema, "--undo", *PATIENCE)
    shared.run("schema_split", "--undo", *PATIENCE)
    shared.run("schema_apply", "--remove", "--to", f"{project.name}_old", "--apply")
    same(before, photograph(shared))
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(SQL("DROP DATABASE {}").format(Identifier(shared.name)))


def converted(project: Project, plain: Shared) -> None:
    """The code is converted, its migrations change no table, and a second run finds nothing."""
    shared = copied(plain, project.name)
    shared.script("project_data", side="before")
    shared.run("schema_split", "--apply", *PATIENCE)
    before = photograph(shared)
    with tempfile.TemporaryDirectory() as folder:
        # What is not below its own source is installed, and nobody's to change.
        source = Path(folder) / "source"
        shutil.copytree(project.source, source)
        shared.work = source / project.folder
        done = shared.said("schema_convert", "--apply")
        print(f"  {next(each for each in done.splitlines() if each.startswith('Converted'))}")
        print(f"  {done.strip().splitlines()[-1]}")
        shared.run("migrate", "--verbosity", "0")
        print(f"  {shared.run('schema_verify', '--orphans').strip().splitlines()[0]}")
        if "Nothing to convert." not in shared.said("schema_convert", "--check"):
            raise SystemExit("The second run would convert more.")
    same(before, photograph(shared), but=_RECORDS)
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(shared.name)))


@contextmanager
def split_for_tests(project: Project, plain: Shared) -> Iterator[None]:
    """The test database of the side of schemas, and one for each worker, is one that was split."""
    # Django's own rule for the name of a test database.
    shared = copied(plain, f"test_{project.name}_after")
    shared.run("schema_split", "--apply", *PATIENCE)
    for schema in shared.told("schemas"):
        shared.run("schema_split", "--wall", schema, *PATIENCE)
    places_are_right(shared)
    names = [f"{shared.name}_gw{number}" for number in range(2)]
    shared.script("split_state", "copy", shared.name, *names)
    yield
    for name in names:
        worker = Shared(project, name)
        places_are_right(worker)
        # One that was made anew would have no record of old code.
        if not worker.rows("SELECT FROM pg_tables WHERE tablename = 'django_migrations'"
                           " AND schemaname = 'public'"):  # fmt: skip
            raise SystemExit(f"{name} was not split, but made by the tests.")


def places_are_right(shared: Shared) -> None:
    """Every table of the project's models lies in the schema of its app, and no key crosses."""
    wanted = {tuple(each) for each in shared.told("places")}
    found = set(shared.rows(TABLES))
    if missing := sorted(wanted - found):
        raise SystemExit(f"Not where they belong: {missing}")
    if crossing := shared.rows(FOREIGN_KEYS)[0][0]:
        raise SystemExit(f"{crossing} foreign keys cross.")
    print(f"  {len(wanted)} tables of {shared.name} lie in their schemas, no foreign key crosses")


@dataclass(frozen=True)
class Photograph:
    """A database's catalog as lines, with files and checksums of its tables."""

    lines: list[str]
    tables: int
    rows: int


def photograph(shared: Shared) -> Photograph:
    """What must be there again when all is undone."""
    with psycopg.connect(shared.url, autocommit=True) as connection:
        lines = whole_catalog(connection, shared.project.name)
        tables = connection.execute(TABLES.encode()).fetchall()
        total = 0
        for schema, table in sorted(tables):
            count, digest, file = connection.execute(
                _CHECKSUM.format(Identifier(schema, table)), [f'"{schema}"."{table}"']
            ).fetchone() or (0, "", "")
            total += count
            lines.append(f"rows of {schema}.{table}: {count} {digest} in {file}")
    return Photograph(lines, len(tables), total)


def same(before: Photograph, after: Photograph, but: tuple[str, ...] = ()) -> None:
    """Nothing was lost, and nothing was left, rows of the tables `but` left out."""
    gone, more = (
        sorted(
            line
            for line in set(one.lines) - set(other.lines)
            if not (line.startswith("rows of ") and line.partition(":")[0].endswith(but or ("\n",)))
        )
        for one, other in ((before, after), (after, before))
    )
    for sign, lines in (("-", gone), ("+", more)):
        for line in lines[:20]:
            print(f"  {sign} {line[:200]}")
    if gone or more:
        raise SystemExit(f"{len(gone)} lines of catalog lost, {len(more)} left over.")
    print(f"the same: {len(after.lines):,} lines of catalog and {after.rows:,} rows")


def copied(plain: Shared, name: str) -> Shared:
    """A copy of the database as its migrations have made it."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        names = Identifier(name), Identifier(plain.name)
        server.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(names[0]))
        server.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
    return Shared(plain.project, name)


# Private
# -------

# What migrate itself writes.
_RECORDS = (".django_migrations", ".django_content_type", ".auth_permission")
_WITH_DJANGO = """
import django, runpy, sys
django.setup()
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0])
"""
_CHECKSUM = SQL(
    "SELECT count(*), md5(string_agg(t::text, ',' ORDER BY t::text COLLATE \"C\")),"
    " pg_relation_filenode(%s) FROM {} t"
)


if __name__ == "__main__":
    sys.exit(main())
