"""System checks of sessions, each by its ID; E020 is in test_pooler.py, with its pooler."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as tiny
from django.core import checks
from django.db import connections

from appschemas import Contract, databases
from appschemas.backend.checks.sessions import check_poolers, check_sessions
from appschemas.contract.databases import read_databases
from appschemas.exceptions import DatabaseUrlError

TEXT = Path(tiny.APPSCHEMAS_CONTRACT).read_text(encoding="utf-8")
CONTRACT = Contract.parse(TEXT)
URL = "postgresql://me:secret@db:5433/name"


@pytest.fixture
def own(settings: Any, tmp_path: Path) -> None:
    """The contract, with an own session for reviews."""
    path = tmp_path / "schemas.toml"
    text = TEXT.replace("[schemas.reviews]", '[schemas.reviews]\nsession = "own"')
    path.write_text(text, encoding="utf-8")
    settings.APPSCHEMAS_CONTRACT = path


def change(monkeypatch: pytest.MonkeyPatch, **values: Any) -> None:
    for key, value in values.items():
        monkeypatch.setitem(connections["reviews"].settings_dict, key, value)


def change_all(monkeypatch: pytest.MonkeyPatch, **values: Any) -> None:
    """One session, and so one pooler, for all of them."""
    for alias in connections:
        for key, value in values.items():
            monkeypatch.setitem(connections[alias].settings_dict, key, value)


def found() -> list[tuple[str | None, str]]:
    return [(each.id, each.msg) for each in check_sessions()]


def test_what_is_right_says_nothing() -> None:
    assert found() == []


def test_both_checks_run_with_manage_py_check() -> None:
    registry = checks.registry.registry

    assert {check_sessions, check_poolers} <= set(
        registry.get_checks(include_deployment_checks=True)
    )


def test_appschemas_e018_an_own_session_has_no_login(
    own: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for alias in connections:
        monkeypatch.setitem(connections[alias].settings_dict, "USER", "web")

    assert found() == [
        (
            "appschemas.E018",
            "Schema 'reviews' has a session of its own, and its alias 'reviews' logs in as 'web', "
            "as other schemas do.",
        )
    ]
    assert "Set REVIEWS_DATABASE_URL to a URL with the login 'reviews_login'" in str(
        check_sessions()[0].hint
    )


def test_appschemas_e018_an_own_session_has_another_login(
    own: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(monkeypatch, USER="somebody")

    assert found() == [
        (
            "appschemas.E018",
            "Schema 'reviews' has a session of its own, and its alias 'reviews' logs in as "
            "'somebody'.",
        )
    ]


def test_appschemas_e018_is_content_with_the_right_login(
    own: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(monkeypatch, USER="reviews_login")

    assert found() == []


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"POOLER": "statement"}, "has POOLER 'statement'"),
        ({}, "has a pooler in transaction mode and server-side cursors"),
        ({"OPTIONS": {"options": "-c work_mem=8MB"}},
         "has a pooler in transaction mode and OPTIONS['options']"),
        ({"OPTIONS": {"assume_role": "x"}},
         "has a pooler in transaction mode and OPTIONS['assume_role']"),
        ({"OPTIONS": {"prepare_threshold": 5}},
         "has a pooler in transaction mode and OPTIONS['prepare_threshold']"),
        ({"MIGRATOR": {"USER": "mover"}},
         "has a pooler in transaction mode, and so has its MIGRATOR"),
        ({"ADMIN": {"USER": "root"}}, "has a pooler in transaction mode, and so has its ADMIN"),
    ],
)  # fmt: skip
def test_appschemas_e019_a_pooler_cannot_keep_it(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, Any], problem: str
) -> None:
    safe = {"POOLER": "transaction", "DISABLE_SERVER_SIDE_CURSORS": bool(values), "OPTIONS": {}}
    change_all(monkeypatch, **{**safe, **values})

    assert found() == [
        ("appschemas.E019", f"Alias {alias!r} {problem}.")
        for alias in ("default", "people", "papers", "reviews")
    ]


def test_appschemas_e019_is_content_when_jobs_go_past_the_pooler(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    jobs = {job: {"USER": "x", "HOST": "db", "PORT": 5432} for job in ("MIGRATOR", "ADMIN")}
    change_all(monkeypatch, POOLER="transaction", DISABLE_SERVER_SIDE_CURSORS=True, **jobs)

    assert found() == []


def test_appschemas_e021_the_setting_has_no_such_value(settings: Any) -> None:
    settings.APPSCHEMAS_CROSS_SESSION = "loud"

    assert found() == [("appschemas.E021", "settings.APPSCHEMAS_CROSS_SESSION is 'loud'.")]


# What a URL says
# ---------------


def test_a_url_may_say_that_a_pooler_is_there() -> None:
    entry = databases(CONTRACT, {"DATABASE_URL": f"{URL}?pooler=transaction"})["reviews"]

    assert (entry["POOLER"], entry["DISABLE_SERVER_SIDE_CURSORS"]) == ("transaction", True)
    assert entry["OPTIONS"] == {}


def test_a_pooler_in_session_mode_needs_nothing() -> None:
    entry = databases(CONTRACT, {"DATABASE_URL": f"{URL}?pooler=session"})["reviews"]

    assert (entry["POOLER"], entry.get("DISABLE_SERVER_SIDE_CURSORS", False)) == ("session", False)


def test_a_pooler_of_another_mode_is_refused() -> None:
    with pytest.raises(DatabaseUrlError) as error:
        read_databases(CONTRACT, {"DATABASE_URL": f"{URL}?pooler=statement"})

    assert str(error.value) == "DATABASE_URL: pooler is session or transaction, not 'statement'."
