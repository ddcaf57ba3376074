"""DATABASES from URLs."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import pytest

import appschemas
from appschemas import Contract
from appschemas.backend.base import DatabaseWrapper
from appschemas.contract.databases import is_engine
from appschemas.contract.databases import read_databases as databases
from appschemas.exceptions import DatabaseUrlError

CONTRACT = Contract.parse(
    """
    version = 1
    [schemas.hub]
    alias = "default"
    apps = ["hub"]
    publishes = ["hub.Person"]
    [schemas.app]
    apps = ["app"]
    references = ["hub.Person"]
    """
)
URL = "postgresql://me:secret@db:5433/name"
LOGIN = {"USER": "admin", "PASSWORD": "pw", "HOST": "db", "PORT": 5433}


def test_each_schema_has_an_alias_on_the_same_server() -> None:
    found = databases(CONTRACT, {"DATABASE_URL": URL})

    assert list(found) == ["app", "default"]
    for entry in found.values():
        assert entry["ENGINE"] == "appschemas.backend.postgresql"
        assert (entry["HOST"], entry["PORT"], entry["NAME"]) == ("db", 5433, "name")
        assert (entry["USER"], entry["PASSWORD"]) == ("me", "secret")


def test_without_a_url_libpq_decides() -> None:
    entry = databases(CONTRACT, {})["default"]

    assert (entry["NAME"], entry["HOST"], entry["USER"]) == ("appschemas", "", "")


@pytest.mark.parametrize("job", ["MIGRATOR", "ADMIN"])
def test_a_job_may_have_a_login_of_its_own(job: str) -> None:
    url = "postgresql://admin:pw@db:5433/name"

    found = databases(CONTRACT, {"DATABASE_URL": URL, f"{job}_DATABASE_URL": url})

    assert [entry[job] for entry in found.values()] == [LOGIN, LOGIN]


def test_a_schema_may_have_a_server_of_its_own() -> None:
    found = databases(
        CONTRACT, {"DATABASE_URL": URL, "APP_DATABASE_URL": "postgresql://x@elsewhere/other"}
    )

    assert (found["app"]["HOST"], found["app"]["NAME"]) == ("elsewhere", "other")
    assert found["default"]["HOST"] == "db"


def test_the_login_of_a_job_is_not_for_another_server() -> None:
    found = databases(
        CONTRACT,
        {
            "DATABASE_URL": URL,
            "ADMIN_DATABASE_URL": URL,
            "APP_DATABASE_URL": "postgresql://x@elsewhere/other",
        },
    )

    assert ("ADMIN" in found["default"], "ADMIN" in found["app"]) == (True, False)


def test_a_socket_and_options_are_taken() -> None:
    url = "postgresql://postgres@%2Ftmp%2Fsocket/name?sslmode=disable"

    entry = databases(CONTRACT, {"DATABASE_URL": url})["default"]

    assert (entry["HOST"], entry["OPTIONS"]) == ("/tmp/socket", {"sslmode": "disable"})  # noqa: S108


def test_entries_do_not_share_what_can_be_changed() -> None:
    found = databases(CONTRACT, {"DATABASE_URL": URL + "?sslmode=disable"})

    found["app"]["OPTIONS"]["sslmode"] = "require"

    assert found["default"]["OPTIONS"] == {"sslmode": "disable"}


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("sqlite:///secret", "DATABASE_URL must be a PostgreSQL URL such as "
                             "postgresql://user:password@host:5432/name, not sqlite://..."),
        ("host=secret", "DATABASE_URL must be a PostgreSQL URL such as "
                        "postgresql://user:password@host:5432/name, and it has no scheme."),
        ("postgresql://me:secret@db", "DATABASE_URL names no database; add /name at its end."),
        ("postgresql://me:secret@db:x/name",
         "DATABASE_URL cannot be read; wanted postgresql://user:password@host:5432/name, "
         "with special characters of the password percent-encoded."),
    ],
)  # fmt: skip
def test_a_url_that_cannot_be_used_is_told_without_its_password(url: str, message: str) -> None:
    with pytest.raises(DatabaseUrlError) as error:
        databases(CONTRACT, {"DATABASE_URL": url})

    assert str(error.value) == message
    assert "secret" not in str(error.value)


def test_a_backend_on_top_of_the_engine_is_the_engine_and_no_other_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module: Any = ModuleType("shop.base")
    module.DatabaseWrapper = type("DatabaseWrapper", (DatabaseWrapper,), {})
    monkeypatch.setitem(sys.modules, "shop", ModuleType("shop"))
    monkeypatch.setitem(sys.modules, "shop.base", module)

    found = appschemas.databases(CONTRACT, {"DATABASE_URL": URL}, engine="shop")

    assert {entry["ENGINE"] for entry in found.values()} == {"shop"}
    others = ("appschemas.backend.misconfigured", "django.db.backends.postgresql", "nowhere", None)
    engines = ("shop", "appschemas.backend", "appschemas.backend.postgresql", *others)
    assert [is_engine(name) for name in engines] == [True] * 3 + [False] * 4
    is_engine.cache_clear()
