"""Paths: where the tests of a schema are."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest
from django.apps import apps

from appschemas.conf import get_contract
from appschemas.contract.subset import left_out
from appschemas.exceptions import AppSchemasError

# The option of pytest's configuration that says it.
TESTS: Final = "appschemas_tests"


def tests_of(config: pytest.Config, schema: str) -> list[Path]:
    """The folders and files with the tests of a schema.

    Raises:
        UsageError: there are none, or no contract that can be used.
    """
    try:
        contract = get_contract()
    except AppSchemasError as error:
        raise pytest.UsageError(str(error)) from None
    patterns = config.getini(TESTS)
    labels = contract[schema].apps
    places = [
        config.rootpath / pattern.format(schema=schema, app=label)
        for pattern in patterns
        for label in labels
    ] or [_package(label) for label in labels]
    if found := [path for path in dict.fromkeys(places) if path.exists()]:
        return found
    shown = ", ".join(str(path) for path in dict.fromkeys(places))
    raise pytest.UsageError(
        f"No tests of schema {schema!r} are at {shown}; say where they are with {TESTS} in the "
        'configuration of pytest, such as "tests/{schema}", or name their paths.'
    )


# Private
# -------


def _package(app: str) -> Path:
    if app in apps.app_configs:
        return Path(apps.get_app_config(app).path)
    spec = find_spec(left_out().get(app, app))
    return Path(spec.origin).parent if spec and spec.origin else Path(app)
