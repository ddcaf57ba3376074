"""The first contract of a project that nobody made for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.stranger import Stranger

USER = """
from django.contrib.auth.models import AbstractUser
class User(AbstractUser):
    nick = models.CharField(max_length=20)
"""
AUTHOR = "class Author(models.Model): name = models.TextField()\n"
SALE = """
class Sale(models.Model):
    author = models.ForeignKey("books.Author", models.CASCADE)
"""
BOTH_WAYS = {
    "a": "class X(models.Model): other = models.ForeignKey('b.Y', models.CASCADE)",
    "b": "class Y(models.Model): first = models.ForeignKey('a.X', models.SET_NULL, null=True)",
}


def test_the_app_of_a_custom_user_lies_in_the_platform(stranger: Stranger) -> None:
    stranger.add_app("accounts", USER)
    stranger.install("django.contrib.admin", "accounts", settings='AUTH_USER_MODEL="accounts.User"')

    said = stranger.write_contract()

    assert stranger.contract["platform"].apps == ("accounts", "admin", "auth", "contenttypes")
    assert [schema.name for schema in stranger.contract.schemas] == ["platform"]
    assert "accounts (has AUTH_USER_MODEL)" in said


def test_two_apps_with_keys_both_ways_get_a_schema_each_and_a_note(stranger: Stranger) -> None:
    for name, models in BOTH_WAYS.items():
        stranger.add_app(name, models)
    stranger.install("a", "b")

    said = stranger.write_contract()

    contract = stranger.contract
    assert (contract["a"].references, contract["b"].references) == (("b.Y",), ("a.X",))
    assert "a -> b -> a; best broken at a -> b: b.Y" in said


def test_pending_keys_come_with_the_reads_of_both_sides(stranger: Stranger) -> None:
    stranger.add_app("books", AUTHOR)
    stranger.add_app("shops", SALE)
    stranger.install("books", "shops")

    said = stranger.write_contract()

    assert stranger.contract["shops"].pending == ("shops.Sale.author",)
    assert (stranger.contract["shops"].reads, stranger.contract["books"].reads) == (
        ("books",),
        ("shops",),
    )
    assert "shops reads books: shops.Sale.author" in said


def test_every_key_behind_a_read_is_named_where_the_screen_says_that_all_are(
    stranger: Stranger,
) -> None:
    keys = ("author", "editor", "reader")
    lines = [
        f"    {each} = models.ForeignKey('books.Author', models.CASCADE, related_name='+')"
        for each in keys
    ]
    stranger.add_app("books", AUTHOR)
    stranger.add_app("shops", "\n".join(["class Sale(models.Model):", *lines]))
    stranger.install("books", "shops")

    short = stranger.write_contract()
    said = stranger.manage("schema_contract", "--explain", "-v", "2")

    assert "shops reads books: shops.Sale.author, shops.Sale.editor and 1 more" in short
    assert "shops reads books: shops.Sale.author, shops.Sale.editor, shops.Sale.reader" in said


def test_third_party_apps_that_hold_keys_of_the_platform_lie_there(stranger: Stranger) -> None:
    # In a folder of packages, as pip would put it.
    stranger.write(
        {
            "venv/tagging/__init__.py": "",
            "venv/tagging/models.py": "from django.db import models\n"
            "class Tagged(models.Model):\n"
            "    kind = models.ForeignKey('contenttypes.ContentType', models.CASCADE)\n",
            "venv/free/__init__.py": "",
            "venv/free/models.py": f"from django.db import models\n{AUTHOR}",
        }
    )
    stranger.add_app("books", AUTHOR)
    stranger.install("tagging", "free", "books", settings=_site_packages(stranger.folder / "venv"))

    said = stranger.write_contract()

    assert stranger.contract["platform"].apps == ("auth", "contenttypes", "tagging")
    assert {"books", "free"} <= {schema.name for schema in stranger.contract.schemas}
    assert "tagging (third-party, holds keys of contenttypes.ContentType)" in said


def test_a_prior_files_choices_are_kept(stranger: Stranger) -> None:
    stranger.add_app("accounts", USER)
    stranger.add_app("books", AUTHOR)
    stranger.add_app("shops", AUTHOR)
    stranger.install("accounts", "books", settings='AUTH_USER_MODEL="accounts.User"')
    stranger.write_contract()
    path = stranger.folder / "schemas.toml"
    text = path.read_text().replace('"accounts",', "").replace('["books"]', '["books", "accounts"]')
    path.write_text(text.replace("[schemas.books]", '[schemas.library]\nalias = "shelf"'))
    stranger.install("accounts", "books", "shops", settings='AUTH_USER_MODEL="accounts.User"')

    stranger.manage("schema_contract", "--write")

    contract = stranger.contract
    assert (contract["library"].apps, contract["library"].alias) == (("books", "accounts"), "shelf")
    assert contract["shops"].apps == ("shops",)


@pytest.mark.parametrize(
    ("label", "schema"),
    [
        ("pg_stat", "app_pg_stat_app"),
        ("platform", "platform_app"),
        ("migrator", "migrator_app"),
        ("Shop", "shop"),
    ],
)  # fmt: skip
def test_a_label_that_is_no_name_for_a_schema_gets_another(
    stranger: Stranger, label: str, schema: str
) -> None:
    stranger.add_app("odd", AUTHOR)
    stranger.write(
        {
            "odd/apps.py": "from django.apps import AppConfig\nclass Odd(AppConfig):\n"
            f"    name, label, default = 'odd', {label!r}, True\n"
        }
    )
    stranger.install("odd")

    stranger.write_contract()

    assert stranger.contract[schema].apps == (label,)


def test_a_project_without_djangos_apps_has_a_default_alias(stranger: Stranger) -> None:
    stranger.add_app("books", AUTHOR)
    stranger.install("books", settings='INSTALLED_APPS = ["appschemas", "books"]')

    stranger.write_contract()

    assert stranger.contract["books"].alias == "default"


def test_an_app_without_models_that_has_a_history_is_claimed(stranger: Stranger) -> None:
    stranger.add_app("gone", "")
    stranger.write(
        {
            "gone/migrations/0001_initial.py": "from django.db import migrations\n"
            "class Migration(migrations.Migration): operations = []\n"
        }
    )
    stranger.install("gone")

    stranger.write_contract()

    assert stranger.contract["gone"].apps == ("gone",)


def test_extensions_of_migrations_are_listed(stranger: Stranger) -> None:
    stranger.add_app("books", AUTHOR)
    stranger.write(
        {
            "books/migrations/0001_initial.py": "from django.db import migrations\n"
            "from django.contrib.postgres.operations import HStoreExtension\n"
            "class Migration(migrations.Migration):\n"
            "    operations = [HStoreExtension(), migrations.RunSQL(\n"
            "        'CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\"')]\n"
        }
    )
    stranger.install("books")

    stranger.write_contract()

    assert stranger.contract.extension_names == ("hstore", "uuid-ossp")


def test_it_runs_where_only_the_audit_is_installed(stranger: Stranger) -> None:
    stranger.add_app("books", AUTHOR)
    stranger.install(
        settings='INSTALLED_APPS = [*DJANGOS, "appschemas.auditing", "books"]\n'
        "del APPSCHEMAS_CONTRACT, DATABASE_ROUTERS\n"
        'DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}\n'
    )

    said = stranger.manage("schema_contract", "--write")

    assert stranger.contract["books"].apps == ("books",)
    assert 'APPSCHEMAS_CONTRACT = BASE_DIR / "schemas.toml"' in said


def test_what_is_in_the_file_is_what_the_models_say(stranger: Stranger) -> None:
    for name, models in BOTH_WAYS.items():
        stranger.add_app(name, models)
    stranger.install("a", "b")
    stranger.write_contract()

    said = stranger.manage("schema_contract", "--check")

    assert said == f"{stranger.folder}/schemas.toml says what the models say.\n"


# Private
# -------


def _site_packages(folder: Path) -> str:
    """Settings that put a folder among those into which pip installs."""
    return (
        f"import sys, site\nsys.path.append({str(folder)!r})\n"
        f"site.getsitepackages = lambda: [{str(folder)!r}]\n"
    )
