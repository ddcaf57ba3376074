"""Settings: the one door through which the package reads `django.conf.settings`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError
from django.core.signals import setting_changed
from django.dispatch import receiver

from appschemas.contract.contract import Contract
from appschemas.contract.databases import ENGINE as ENGINE
from appschemas.contract.databases import is_engine as is_engine
from appschemas.contract.schema import DEFAULT_ALIAS
from appschemas.contract.subset import chosen as chosen
from appschemas.contract.subset import shrunk
from appschemas.exceptions import AppSchemasError

# The folder of this package: what lies in it is the engine, and not the project's code.
PACKAGE = Path(__file__).parent

SETTING = "APPSCHEMAS_CONTRACT"
CROSS_SESSION = "APPSCHEMAS_CROSS_SESSION"
CROSS_SESSIONS = ("error", "warning", "off")
TEST_DATABASES = "APPSCHEMAS_TEST_DATABASES"
SESSION, DECLARED = "session", "declared"

AUDIT_SAMPLE = "APPSCHEMAS_AUDIT_SAMPLE"

STATEMENT_TAGS = "APPSCHEMAS_STATEMENT_TAGS"
TAGS = APPLICATION_NAME, COMMENT, CALL_SITE = "application_name", "comment", "call_site"


def contract_path() -> Path:
    """The path that `settings.APPSCHEMAS_CONTRACT` names.

    Raises:
        AppSchemasError: the setting is missing.
    """
    path = getattr(settings, SETTING, None)
    if path is None:
        raise AppSchemasError(
            f"settings.{SETTING} is not set; give it the path of the contract, such as "
            'BASE_DIR / "config" / "schemas.toml".'
        )
    return Path(path)


class Misconfigured(AppSchemasError, ImproperlyConfigured, CommandError):
    """Settings or a contract that cannot be used; a command prints it as one message."""


@cache
def get_contract() -> Contract:
    """The contract of this project, or of the subset that APPSCHEMAS names, read once.

    Raises:
        Misconfigured: the file is missing or contradicts itself, or the subset names a schema that
            is not there.
    """
    global known_contract
    try:
        known_contract = shrunk(Contract.load(contract_path()), chosen())
    except AppSchemasError as error:
        raise Misconfigured(str(error)) from None
    return known_contract


# What get_contract() says, for those who only ask whether it is the one of before; None when it is
# to be read anew.
known_contract: Contract | None = None


def forget_contract() -> None:
    """Read the contract anew when it is asked for again."""
    global known_contract
    known_contract = None
    get_contract.cache_clear()


def settings_error() -> str:
    """Why `appschemas.databases()` could make no DATABASES; empty where it could."""
    return str(settings.DATABASES.get(DEFAULT_ALIAS, {}).get("ERROR", ""))


def usable_contract() -> Contract | None:
    """The contract; None where settings or contract are wrong, of which E001 tells."""
    try:
        return None if settings_error() else get_contract()
    except AppSchemasError:
        return None


def cross_session() -> str:
    """What becomes of code that needs two sessions to act as one."""
    found: str = getattr(settings, CROSS_SESSION, CROSS_SESSIONS[0])
    return found


def statement_tags() -> str:
    """How a statement says which schema it is of; empty where it does not."""
    found: str = getattr(settings, STATEMENT_TAGS, "")
    return found


def audit_sample() -> float:
    """The share of the statements that the audit looks at in production; 0 for none.

    Raises:
        Misconfigured: it is no share.
    """
    found: Any = getattr(settings, AUDIT_SAMPLE, 0)
    if isinstance(found, bool) or not isinstance(found, (int, float)) or not 0 <= found <= 1:
        raise Misconfigured(
            f"settings.{AUDIT_SAMPLE} is {found!r}; wanted: a share of all statements, from 0 "
            "(none) to 1 (each), such as 0.01."
        )
    return float(found)


def test_databases() -> str:
    """What a test case may use that names no databases: the session's, or the default."""
    found: str = getattr(settings, TEST_DATABASES, SESSION)
    return found


@receiver(setting_changed)
def _forget_contract(*, setting: str, **kwargs: Any) -> None:
    if setting == SETTING:
        forget_contract()
