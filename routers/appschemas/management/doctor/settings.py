"""Settings: whether they can be imported, and name what the engine needs."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb
from typing import Final

import django
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from appschemas.conf import contract_path, settings_error
from appschemas.contract.contract import Contract
from appschemas.exceptions import AppSchemasError, ContractError
from appschemas.integrity.migration_files import migrations_on_disk
from appschemas.management.doctor.symptoms import Sign, Symptom

VARIABLE: Final = "DJANGO_SETTINGS_MODULE"
ROUTER: Final = "appschemas.routers.SearchPathRouter"
AGAIN: Final = "correct it, then look again"


def find_settings(folder: Path) -> None:
    """Let Django use the settings that `manage.py` in `folder` names, if none are named yet."""
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    manage = folder / "manage.py"
    if VARIABLE not in os.environ and manage.is_file():
        found = _NAMED.search(manage.read_text(encoding="utf-8", errors="replace"))
        if found:
            os.environ[VARIABLE] = found[1]


def look_at_settings() -> Iterator[Symptom]:
    """Import the settings and the apps; whatever they raise is one symptom."""
    name = os.environ.get(VARIABLE, "")
    if not name and not settings.configured:
        hint = f"run it beside manage.py, or name them: {VARIABLE}=mysite.settings"
        yield Symptom(Sign.WRONG, "settings", "none are named", hint)
        return
    try:
        installed = settings.INSTALLED_APPS
        if not apps.ready:
            django.setup()
    except ContractError as error:
        # look_at_contract() says it, with all of its lines.
        text = f"{name} cannot be imported while the contract is wrong: {error.path}"
        yield Symptom(Sign.WRONG, "settings", text)
        return
    except Exception as error:
        yield Symptom(Sign.WRONG, "settings", f"{name}: {_told(error)}", AGAIN)
        return
    yield Symptom(Sign.WELL, "settings", name or "configured by a program")
    if "appschemas" not in {entry.partition(".apps.")[0] for entry in installed}:
        hint = 'add "appschemas" to INSTALLED_APPS'
        yield Symptom(Sign.WRONG, "settings", "appschemas is not installed", hint)
    if ROUTER not in getattr(settings, "DATABASE_ROUTERS", ()):
        hint = f"DATABASE_ROUTERS = [{ROUTER!r}]"
        yield Symptom(Sign.WRONG, "settings", "models have no router to their schemas", hint)


def look_at_migrations() -> Iterator[Symptom]:
    """Import every migration; whatever one raises would end each command that asks for them."""
    try:
        migrations_on_disk()
    except Exception as error:
        yield Symptom(Sign.WRONG, "migrations", _told(error), AGAIN)


def look_at_contract(named: Path | None) -> Iterator[Symptom]:
    """Read the contract, whether or not the settings could be.

    Args:
        named: Its path, where the settings cannot say it.
    """
    try:
        path = named or (contract_path() if apps.ready else _beside())
        contract = Contract.load(path)
    except ContractError as error:
        for problem in error.problems:
            yield Symptom(Sign.WRONG, "contract", f"{error.path}: {problem}", AGAIN)
        return
    except (AppSchemasError, ImproperlyConfigured) as error:
        yield Symptom(Sign.WRONG, "contract", str(error), AGAIN)
        return
    count = len(contract.schemas)
    yield Symptom(Sign.WELL, "contract", f"{path}: {count} {'schema' if count == 1 else 'schemas'}")
    if apps.ready and (error_text := settings_error()):
        yield Symptom(Sign.WRONG, "settings", error_text, AGAIN)


# Private
# -------

_NAMED: Final = re.compile(rf"""["']{VARIABLE}["'],\s*["']([\w.]+)["']""")
_PLACES: Final = ("schemas.toml", "config/schemas.toml")


def _beside() -> Path:
    for place in _PLACES:
        if Path(place).is_file():
            return Path(place)
    raise AppSchemasError(
        f"There is no {' or '.join(_PLACES)} here; name the contract with --contract FILE."
    )


def _told(error: Exception) -> str:
    """What was raised, and by which line of the project."""
    text = f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
    frames = [each for each in extract_tb(error.__traceback__) if _is_own(each.filename)]
    return f"{text} ({frames[-1].filename}, line {frames[-1].lineno})" if frames else text


def _is_own(file: str) -> bool:
    return "site-packages" not in file and file.startswith(str(Path.cwd()))
