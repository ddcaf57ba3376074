"""Fingerprints: what a provisioned database was made from, in one digest.

Files are read and not imported modules compared, so that a change to a default, a validator or an
SQL file beside a migration counts as well.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import django
import psycopg
from django.apps import apps as installed_apps
from django.conf import settings
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from psycopg import Connection

from appschemas.conf import PACKAGE
from appschemas.contract.contract import Contract
from appschemas.contract.subset import left_out
from appschemas.database.servers import Database

# Whatever else stands in the settings, these decide what tables there are.
_SETTINGS: Final = ("AUTH_USER_MODEL", "DATABASE_ROUTERS", "DEFAULT_AUTO_FIELD", "TIME_ZONE")


@dataclass(frozen=True, slots=True)
class DatabaseStamp:
    """What the COMMENT of a template, and of each of its clones, says.

    `project` is the same for all templates of one project and subset, of which one is kept.
    """

    fingerprint: str
    project: str

    @property
    def template(self) -> str:
        """The name of the template."""
        return f"appschemas_{self.fingerprint}"

    @property
    def unfinished(self) -> str:
        """Its name while it is built."""
        return f"{UNFINISHED}{self.fingerprint}"

    @property
    def lock(self) -> int:
        """The number of its advisory lock."""
        return int(self.fingerprint[:7], 16)

    def __str__(self) -> str:
        facts = {"fingerprint": self.fingerprint, "project": self.project}
        return f"{_PREFIX}{json.dumps(facts)}"

    @classmethod
    def parse(cls, comment: str | None) -> DatabaseStamp | None:
        """The stamp in a COMMENT, or None."""
        if not comment or not comment.startswith(_PREFIX):
            return None
        try:
            return cls(**json.loads(comment.removeprefix(_PREFIX)))
        except (TypeError, ValueError):
            return None


def fingerprint(contract: Contract, server_version: int) -> str:
    """16 hexadecimal digits over models, migrations, contract, engine and PostgreSQL version.

    Args:
        contract: The schemas of the database.
        server_version: As libpq gives it, 180006 for 18.6.
    """
    digest = hashlib.sha256()
    for part in (
        server_version,
        django.VERSION,
        psycopg.__version__,
        (contract.roles, contract.extensions, contract.extension_names, contract.schemas),
        [getattr(settings, name, None) for name in _SETTINGS],
        [(config.label, config.name) for config in installed_apps.get_app_configs()],
        [(label, _migrations(label)) for label in _labels()],
    ):
        digest.update(repr(part).encode())
    for path in sorted({*_engine(), *_models(), *_migration_files()}):
        digest.update(str(path).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def stamp_of(database: Database, server: Connection[Any]) -> DatabaseStamp:
    """The stamp of a database that is made now."""
    contract = database.contract
    settings = connections[database.alias].settings_dict
    project = _digest(contract.roles, settings["NAME"], [each.name for each in contract.installed])
    return DatabaseStamp(
        _digest(fingerprint(contract, server.info.server_version), project), project
    )


# Private
# -------

_PREFIX: Final = "appschemas template "
UNFINISHED: Final = "appschemas_building_"


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


@cache
def _engine() -> tuple[Path, ...]:
    return (*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.sql"))


def _labels() -> list[str]:
    return [config.label for config in installed_apps.get_app_configs()]


def _migrations(label: str) -> str | None:
    """The module of an app's migrations; None where its tables are made from its models."""
    module: str | None = MigrationLoader.migrations_module(label)[0]
    return module


def _models() -> Iterator[Path]:
    """The files of all classes that models and their fields are made of, Django's left out."""
    classes: set[type] = set()
    for model in installed_apps.get_models(include_auto_created=True):
        classes |= {*model.__mro__, *(type(field) for field in model._meta.local_fields)}
    # A module's own constants and functions are in the modules beside it.
    modules = {each.__module__ for each in classes}
    packages = tuple(
        {f"{name.rpartition('.models')[0]}.models" for name in modules if ".models" in name}
    )
    named = (sys.modules.get(name) for name in modules)
    beside = (module for name, module in tuple(sys.modules.items()) if name.startswith(packages))
    yield from _files((*named, *beside))


def _migration_files() -> Iterator[Path]:
    folders: set[Path] = set()
    for label in _labels():
        if name := _migrations(label):
            folders |= _folders(name)
    for module in left_out().values():
        folders |= _folders(f"{module}.migrations")
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")


def _folders(module: str) -> set[Path]:
    try:
        spec = find_spec(module)
    except ModuleNotFoundError:
        return set()
    found = {Path(each) for each in spec.submodule_search_locations or ()} if spec else set()
    return set() if any(_is_djangos(folder) for folder in found) else found


def _files(modules: Iterable[ModuleType | None]) -> Iterator[Path]:
    for module in modules:
        name: Any = getattr(module, "__file__", None)
        if name and not _is_djangos(Path(name)):
            yield Path(name)


def _is_djangos(path: Path) -> bool:
    return Path(django.__file__).parent in path.parents
