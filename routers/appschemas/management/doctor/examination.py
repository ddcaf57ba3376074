"""Examination: from the versions to the database, as far as one thing lets look at the next."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from django.apps import apps

from appschemas.conf import get_contract
from appschemas.database.servers import databases_of
from appschemas.exceptions import AppSchemasError
from appschemas.management.doctor.servers import look_at_checks, look_at_database, look_at_logins
from appschemas.management.doctor.settings import (
    look_at_contract,
    look_at_migrations,
    look_at_settings,
)
from appschemas.management.doctor.symptoms import Sign, Symptom


def examine(contract: Path | None = None) -> Iterator[Symptom]:
    """Everything that can be looked at, each as soon as it is known.

    Args:
        contract: Its path, where the settings cannot say it.
    """
    yield from _versions()
    symptoms = [*look_at_settings(), *look_at_contract(contract)]
    if apps.ready:
        symptoms += look_at_migrations()
    yield from symptoms
    if any(each.sign is Sign.WRONG for each in symptoms) or not apps.ready:
        yield Symptom(Sign.SKIPPED, "server", "not asked, because of what is above")
        return
    try:
        databases = databases_of(get_contract())
    except AppSchemasError as error:
        yield Symptom(Sign.WRONG, "settings", str(error))
        return
    reached: list[str] = []
    for database in databases:
        logins = list(look_at_logins(database))
        yield from logins
        if any(each.sign is Sign.WELL for each in logins):
            yield from look_at_database(database)
        if all(each.sign is Sign.WELL for each in logins):
            reached += database.aliases
    yield from look_at_checks(reached)


# Private
# -------

_LIBRARIES: Final = ("Django", "psycopg")
# Each brings a part of the engine: the module, and the extra that installs it.
_EXTRAS: Final = (
    ("rich", "commands"),
    ("sqlglot", "audit"),
    ("libcst", "convert"),
    ("networkx", "groups"),
)


def _versions() -> Iterator[Symptom]:
    python = ".".join(map(str, sys.version_info[:3]))
    named = [f"{name} {version(name)}" for name in _LIBRARIES]
    try:
        engine = version("django-appschemas")
    except PackageNotFoundError:
        engine = "of no installed package"
    yield Symptom(
        Sign.WELL, "versions", f"appschemas {engine}, Python {python}, {', '.join(named)}"
    )
    lacking = [extra for module, extra in _EXTRAS if find_spec(module) is None]
    if lacking:
        hint = f"pip install 'django-appschemas[{','.join(lacking)}]'"
        yield Symptom(Sign.NOTICE, "versions", f"without {', '.join(lacking)}", hint)
