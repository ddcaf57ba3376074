"""System checks, each by its ID."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as tiny
from django.core import checks
from django.db import connections, models, router
from django.test.utils import isolate_apps
from people.models import Person

from appschemas import IdentityKey
from appschemas.backend.checks.aliases import check_aliases, check_logins
from appschemas.integrity.system_checks.models import check_contract

TEXT = Path(tiny.APPSCHEMAS_CONTRACT).read_text(encoding="utf-8")


@pytest.fixture
def messages(settings: Any, tmp_path: Path) -> Any:
    """What the checks say of the contract with one thing replaced."""

    def checked(old: str = "", new: str = "", check: Any = check_contract) -> list[Any]:
        assert old in TEXT
        path = tmp_path / "schemas.toml"
        path.write_text(TEXT.replace(old, new, 1) if old else TEXT, encoding="utf-8")
        settings.APPSCHEMAS_CONTRACT = path
        return [(each.id, each.msg) for each in check()]

    return checked


def test_a_right_contract_says_nothing(messages: Any) -> None:
    assert messages() == []
    assert messages(check=check_aliases) == []


def test_both_checks_run_with_manage_py_check() -> None:
    assert {check_contract, check_aliases} <= set(checks.registry.registry.get_checks())


def test_appschemas_e001_the_contract_cannot_be_read(messages: Any) -> None:
    ((found, message),) = messages("version = 1", "version = 2")

    assert found == "appschemas.E001"
    assert message.endswith("key 'version': Input should be 1, not 2; wanted: 1")


def test_appschemas_e001_the_setting_is_missing(settings: Any) -> None:
    settings.APPSCHEMAS_CONTRACT = None

    (found,) = check_contract()

    assert found.msg.startswith("settings.APPSCHEMAS_CONTRACT is not set;")


def test_appschemas_e002_an_app_has_no_schema(messages: Any) -> None:
    assert messages('"admin", "auth"', '"auth"') == [
        (
            "appschemas.E002",
            "App 'admin' has models, but no schema of the contract claims it.",
        )
    ]


def test_appschemas_e003_a_foreign_key_leaves_its_schema(messages: Any) -> None:
    assert messages('"reviews.Grant.person", ', "") == [
        (
            "appschemas.E003",
            "reviews.Grant.person is a foreign key to people.Person, which lives in another "
            "schema.",
        )
    ]


def test_appschemas_e004_a_reference_is_not_declared(messages: Any) -> None:
    assert messages('references = ["papers.Paper", "people.Country", ', "references = [") == [
        (
            "appschemas.E004",
            "Schema 'reviews' holds keys of papers.Paper (reviews.Review.paper, "
            "reviews.Opinion.paper, reviews.Grant_papers.paper), and the contract does not "
            "declare it.",
        ),
        (
            "appschemas.E004",
            "Schema 'reviews' holds keys of people.Country (reviews.Opinion.country), and the "
            "contract does not declare it.",
        ),
    ]


def test_appschemas_e005_a_reference_is_not_used(messages: Any) -> None:
    new = 'references = ["people.Badge", "papers.Paper", "people.Country", '

    assert messages('references = ["papers.Paper", "people.Country", ', new) == [
        (
            "appschemas.E005",
            "Schema 'reviews' declares a reference to people.Badge, and no field uses it.",
        )
    ]


def test_appschemas_e006_a_published_model_does_not_exist(messages: Any) -> None:
    assert messages(
        'publishes = ["people.Badge"', 'publishes = ["people.Bagde", "people.Badge"'
    ) == [
        (
            "appschemas.E006",
            "Schema 'people' publishes people.Bagde, and there is no such model.",
        )
    ]


@isolate_apps("papers")
def test_appschemas_e023_a_key_points_at_no_model(
    messages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Visit(models.Model):
        guest = IdentityKey("people.Ghost", on_delete=models.CASCADE)

        class Meta:
            app_label = "papers"

    add(monkeypatch, Visit)

    assert (
        "appschemas.E023",
        "papers.Visit.guest points at people.Ghost, and that app has no such model.",
    ) in messages()


def test_appschemas_e007_a_schema_has_no_alias(messages: Any) -> None:
    found = messages("[schemas.reviews]", '[schemas.reviews]\nalias = "r"', check_aliases)

    assert ("appschemas.E007", "Schema 'reviews' has no alias 'r' in DATABASES.") in found


def test_appschemas_e024_an_alias_has_another_engine(
    messages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(monkeypatch, "ENGINE", "django.db.backends.postgresql")

    assert messages(check=check_aliases) == [
        ("appschemas.E024", "Alias 'reviews' has engine 'django.db.backends.postgresql'.")
    ]


def test_appschemas_e008_an_alias_sets_a_path(
    messages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(monkeypatch, "OPTIONS", {"options": "-c search_path=public"})

    assert messages(check=check_aliases) == [
        ("appschemas.E008", "Alias 'reviews' sets a search_path of its own in OPTIONS.")
    ]


def change(monkeypatch: pytest.MonkeyPatch, key: str, value: Any) -> None:
    monkeypatch.setitem(connections["reviews"].settings_dict, key, value)


def test_appschemas_w009_a_claimed_app_is_not_installed(messages: Any) -> None:
    assert messages('apps = ["reviews"]', 'apps = ["reviews", "ghosts"]') == [
        ("appschemas.E009", "Schema 'reviews' claims app 'ghosts', which is not installed.")
    ]


@pytest.mark.django_db(databases="__all__")
def test_appschemas_w010_the_login_is_a_superuser() -> None:
    with connections["people"].cursor() as cursor:
        cursor.execute("SELECT session_user")
        (user,) = cursor.fetchone()
        (found,) = check_logins(["people", "papers"])
        cursor.execute("SET SESSION AUTHORIZATION engine_app")

    assert (found.id, found.msg) == (
        "appschemas.W010",
        f"The login {user!r} of alias 'papers' is a superuser.",
    )
    assert check_logins(["people"]) == []


@isolate_apps("papers")
def test_appschemas_e010_a_key_stays_in_its_schema(
    messages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Visit(models.Model):
        paper = IdentityKey("papers.Paper", on_delete=models.CASCADE)

        class Meta:
            app_label = "papers"

    add(monkeypatch, Visit)

    assert messages() == [
        (
            "appschemas.E010",
            "papers.Visit.paper is an identity key to papers.Paper, which lives in the same "
            "schema.",
        )
    ]


@isolate_apps("papers", "people")
def test_a_key_of_a_proxy_of_ones_own_is_one_of_the_table_behind_it(
    messages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Author(Person):
        class Meta:
            app_label = "papers"
            proxy = True

    class Visit(models.Model):
        author = IdentityKey("papers.Author", on_delete=models.CASCADE)

        class Meta:
            app_label = "papers"

    add(monkeypatch, Visit)

    assert messages() == []


def test_appschemas_e013_what_is_pending_is_no_foreign_key_that_leaves(messages: Any) -> None:
    assert messages("pending = [", 'pending = ["reviews.Review.paper", ') == [
        (
            "appschemas.E013",
            "Schema 'reviews' lists reviews.Review.paper as pending, and it is no foreign key "
            "that leaves the schema.",
        )
    ]


def test_appschemas_e014_the_router_is_missing(
    messages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(router.__dict__, "routers", [])

    assert messages(check=check_aliases) == [
        ("appschemas.E014", "DATABASE_ROUTERS does not name the router of the schemas.")
    ]


def test_appschemas_e015_a_reference_goes_to_another_database(
    messages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(monkeypatch, "HOST", "elsewhere")

    assert messages(check=check_aliases) == [
        (
            "appschemas.E015",
            f"Schema 'reviews' and schema {other!r}, whose keys or tables it uses, are in "
            "different databases.",
        )
        for other in ("papers", "people")
    ]


@isolate_apps("papers")
def test_appschemas_e016_a_key_has_another_type(
    messages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Visit(models.Model):
        badge = IdentityKey("people.Badge", on_delete=models.CASCADE)

        class Meta:
            app_label = "papers"

    add(monkeypatch, Visit)

    assert messages() == [
        ("appschemas.E016", "papers.Visit.badge holds bigint, but the key of people.Badge is uuid.")
    ]


def add(monkeypatch: pytest.MonkeyPatch, model: type[models.Model]) -> None:
    """Let the checks see one model more."""
    every = [*apps.get_models(include_auto_created=True), model]
    monkeypatch.setattr(
        "appschemas.integrity.system_checks.models.apps.get_models", lambda **kwargs: every
    )
