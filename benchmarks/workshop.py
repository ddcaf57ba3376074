"""The workshop: projects that are run in processes of their own, and what they leave behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.sql import SQL, Composed, Identifier

from benchmarks.grown import grow
from benchmarks.measuring import Side
from benchmarks.processes import used_cpu
from benchmarks.settings import Settings

ROOT: Final = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Project:
    """A Django project and the environment that it is run in."""

    environ: dict[str, str]
    path: Path | None = None

    def where(self, **environ: str) -> Project:
        """The same with more in its environment."""
        return Project({**self.environ, **environ}, self.path)


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where projects are made and run, and what is to be dropped in the end."""

    settings: Settings
    folder: Path
    templates: set[str] = field(default_factory=set)

    @property
    def reference(self) -> Project:
        """The reference project, 14 apps in 15 schemas; one of them for a trial."""
        whole = _REFERENCE.where(BENCH_CONTRACT=str(self.folder / "schemas.toml"))
        return whole.where(APPSCHEMAS=_ALONE) if self.settings.quick else whole

    @property
    def shared(self) -> Project:
        """Its apps in one schema of Django's own backend; for a trial few of them."""
        return _REFERENCE.where(BENCH_APPS=_WITH_KEYS) if self.settings.quick else _REFERENCE

    def grown(self, apps: int, tables: int, schemas: int) -> Project:
        """A project of that size."""
        path = self.folder / f"grown_{apps}_{tables}_{schemas}"
        if not path.exists():
            path.mkdir()
            grow(path, apps, tables, schemas)
        return Project({"DJANGO_SETTINGS_MODULE": "settings"}, path)

    def making(self, project: Project, *options: str) -> Side:
        """Its test database is made."""

        def make(times: int) -> float:
            return sum(self._made(project, *options)["seconds"] for _ in range(times))

        return Side(make)

    def beginning(self, project: Project, *options: str) -> Side:
        """Its test database is made, and there is no template."""

        def make(times: int) -> float:
            return sum(begin() for _ in range(times))

        def begin() -> float:
            with psycopg.connect(self.settings.url, autocommit=True) as server:
                _drop(server, self.templates)
            self.templates.clear()
            seconds: float = self._made(project, *options)["seconds"]
            return seconds

        return Side(make)

    def cloning(self, project: Project) -> Side:
        """The template of its test database is cloned, and nothing else."""

        def several(times: int) -> float:
            template = self._made(project)["template"]
            clone = SQL("CREATE DATABASE {} TEMPLATE {}").format(_COPY, Identifier(template))
            return sum(self._cloned(clone) for _ in range(times))

        return Side(several)

    def testing(self, project: Project) -> Side:
        """The tests of the suite are run, on a database that is there."""

        def tested(times: int) -> float:
            result = self.folder / "result.json"
            number = 5 if self.settings.quick else 400
            environ = {"BENCH_RESULT": str(result), "BENCH_TESTS": str(number)}
            self.run(project.where(**environ), "pytest", *_PYTEST)
            return float(json.loads(result.read_text()))

        return Side(tested)

    def on_empty_database(self, project: Project, module: str, *options: str) -> str:
        """What a module prints that works on a database of its own, which is dropped again."""
        with self.empty_database():
            return self.run(project, module, *options)

    @contextmanager
    def empty_database(self) -> Iterator[None]:
        """In the block there is a database, in which nothing is at first."""
        with psycopg.connect(self.settings.url, autocommit=True) as server:
            _drop(server, [_DATABASE])
            server.execute(SQL("CREATE DATABASE {}").format(Identifier(_DATABASE)))
            try:
                yield
            finally:
                _drop(server, [_DATABASE])

    def run(
        self, project: Project, module: str, *arguments: str, timeout: float | None = None
    ) -> str:
        """What a module prints that is run in an environment of the project's, on its database.

        Raises:
            subprocess.TimeoutExpired: it takes longer.
        """
        environ = {
            **{key: value for key, value in os.environ.items() if key not in _NOT_PASSED},
            **project.environ,
            "DATABASE_URL": self.url,
            "PYTHONPATH": os.pathsep.join([str(project.path or ROOT), str(ROOT)]),
        }
        if not self.settings.quick:
            # Compiled once, as in any project, and not into this repository.
            environ["PYTHONPYCACHEPREFIX"] = str(self.folder / "pycache")
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env=environ,
            check=False,
            capture_output=True,
            text=True,
            timeout=timeout,
        )
        if done.returncode:
            raise RuntimeError(f"{module} {arguments}: {done.stdout}{done.stderr}")
        return done.stdout

    @property
    def url(self) -> str:
        """Of the database that projects work on, for the administrator."""
        return urlunsplit(urlsplit(self.settings.url)._replace(path=f"/{_DATABASE}"))

    def cpu(self) -> float:
        """What `used_cpu()` says of the projects and of the server."""
        return used_cpu(self.settings.url, _DATABASE)

    # Private
    # -------

    def _made(self, project: Project, *options: str) -> dict[str, Any]:
        output = self.run(project, "benchmarks.making", *options)
        made: dict[str, Any] = json.loads(output.splitlines()[-1])
        if made["template"]:
            self.templates.add(made["template"])
        return made

    def _cloned(self, clone: Composed) -> float:
        with psycopg.connect(self.settings.url, autocommit=True) as server:
            begun = perf_counter()
            server.execute(clone)
            seconds = perf_counter() - begun
            server.execute(SQL("DROP DATABASE {}").format(_COPY))
        return seconds


@contextmanager
def workshop(settings: Settings) -> Iterator[Workshop]:
    """A folder for projects; it, their databases and their roles are dropped at the end."""
    with tempfile.TemporaryDirectory() as folder:
        shop = Workshop(settings, Path(folder))
        text = (ROOT / "config" / "schemas.toml").read_text()
        for ours, theirs in _ROLES.items():
            text = text.replace(ours, theirs)
        (shop.folder / "schemas.toml").write_text(text)
        with psycopg.connect(settings.url, autocommit=True) as server:
            server.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(_COPY))
            try:
                yield shop
            finally:
                _clear(server, shop.templates)


# Private
# -------

_REFERENCE: Final = Project({"DJANGO_SETTINGS_MODULE": "benchmarks.reference_settings"})
# The one of its apps that is tried.
_ALONE: Final = "wg21_paper_tracker"
_WITH_KEYS: Final = f"cppa_user_tracker {_ALONE}"
_DATABASE: Final = "bench_testdb"
_COPY: Final = Identifier("bench_copy")
_ROLES: Final = {
    '"appschemas_app"': '"bench_app"',
    '"appschemas_migrator"': '"bench_migrator"\nprefix = "bench_"',
}
_PYTEST: Final = (
    "-q",
    "--reuse-db",
    "-p",
    "no:cacheprovider",
    "-c",
    str(ROOT / "benchmarks" / "suite" / "pytest.ini"),
    str(ROOT / "benchmarks" / "suite" / "check_mailings.py"),
)
# What would make another run of it.
_NOT_PASSED: Final = frozenset(
    {"APPSCHEMAS", "PYTEST_ADDOPTS", "PYTHONDONTWRITEBYTECODE", "PYTHONWARNINGS"}
)

# A template that only tests have cloned is known by who may connect to it.
_LEFT: Final = """
SELECT d.datname FROM pg_database d
 WHERE starts_with(d.datname, %s) OR d.datname = ANY (%s)
    OR EXISTS (SELECT FROM aclexplode(d.datacl) a JOIN pg_roles r ON r.oid = a.grantee
                WHERE r.rolname LIKE 'bench\\_%%')
"""


def _clear(server: psycopg.Connection[Any], templates: set[str]) -> None:
    left = server.execute(_LEFT, [f"test_{_DATABASE}", list(templates)]).fetchall()
    _drop(server, (name for (name,) in left))
    found = server.execute("SELECT rolname FROM pg_roles WHERE rolname LIKE 'bench\\_%'")
    if roles := [Identifier(role) for (role,) in found]:
        server.execute(SQL("DROP ROLE {}").format(SQL(", ").join(roles)))


def _drop(server: psycopg.Connection[Any], names: Iterable[str]) -> None:
    for name in names:
        server.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))
