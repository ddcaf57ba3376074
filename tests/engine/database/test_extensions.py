"""Extensions: declared once, there everywhere, and made by nobody but the administrator."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg.sql import SQL, Identifier, Literal

from tests.tools.stranger import Stranger

MODELS = """
from django.contrib.postgres.fields import HStoreField
class Book(models.Model):
    title = models.TextField()
    facts = HStoreField(default=dict)
"""
MIGRATION = """
from django.contrib.postgres.fields import HStoreField
from django.contrib.postgres.operations import HStoreExtension, TrigramExtension
from django.db import migrations, models
class Migration(migrations.Migration):
    initial = True
    operations = [
        HStoreExtension(), TrigramExtension(),
        migrations.CreateModel("Book", [
            ("id", models.BigAutoField(primary_key=True)),
            ("title", models.TextField()), ("facts", HStoreField(default=dict))])]
"""
TESTS = """
from django.test import TestCase
from books.models import Book
class Tests(TestCase):
    databases = "__all__"
    def test_extensions(self):
        Book.objects.create(title="On walls", facts={"pages": "90"})
        found = Book.objects.get(facts__pages="90", title__trigram_similar="walls")
        self.assertEqual(found.facts, {"pages": "90"})
"""


@pytest.fixture
def books(settled: Stranger) -> Stranger:
    """A project whose first migration creates two extensions, with its first contract."""
    settled.add_app("books", MODELS)
    settled.write({"books/migrations/0001_initial.py": MIGRATION, "books/tests.py": TESTS})
    settled.install("django.contrib.postgres", "books")
    settled.write_contract()
    return settled


@pytest.fixture
def owner(books: Stranger) -> Iterator[str]:
    """The URL of an administrator who is no superuser: the database's owner, with CREATEROLE."""
    name, password = f"{books.name}_owner", secrets.token_hex(8)
    with psycopg.connect(books.url, autocommit=True) as connection:
        connection.execute(
            SQL("CREATE ROLE {} LOGIN CREATEROLE CREATEDB PASSWORD {}").format(
                Identifier(name), Literal(password)
            )
        )
        alter = SQL("ALTER DATABASE {} OWNER TO {}")
        connection.execute(alter.format(Identifier(books.name), Identifier(name)))
    place = books.url.partition("@")[2]
    return f"postgresql://{name}:{password}@{place}"


def logins(books: Stranger, admin: str) -> None:
    """The least-privilege logins of the tutorial, and the administrator's."""
    place = books.url.partition("@")[2]
    books.environ = {
        "ADMIN_DATABASE_URL": admin,
        "MIGRATOR_DATABASE_URL": f"postgresql://{books.name}_migrator:m-secret@{place}",
    }
    books.url = f"postgresql://{books.name}_app:a-secret@{place}"


def test_a_migration_finds_its_extensions_made_and_the_columns_work(
    books: Stranger, owner: str
) -> None:
    logins(books, owner)

    books.manage("schema_apply", "--apply", "--set-passwords")
    books.manage("migrate")
    books.manage("schema_apply", "--apply")

    assert "in step" in books.manage("schema_verify")
    assert books.python(
        "from books.models import Book",
        "Book.objects.create(title='On walls', facts={'pages': '90'})",
        "print(Book.objects.get(facts__pages='90', title__trigram_similar='walls').facts)",
    ).strip() == "{'pages': '90'}"  # fmt: skip


def test_they_lie_in_the_schema_of_extensions(books: Stranger) -> None:
    books.manage("schema_apply", "--apply")

    assert books.value(
        "SELECT string_agg(extname, ' ' ORDER BY extname) FROM pg_extension e"
        " JOIN pg_namespace n ON n.oid = e.extnamespace WHERE nspname = 'extensions'"
    ) == "hstore pg_trgm"  # fmt: skip


def test_a_test_database_has_them(books: Stranger) -> None:
    assert "OK" in books.run("test").stderr


def test_psql_makes_them_as_well(books: Stranger) -> None:
    books.manage("schema_sql")

    script = (books.folder / "sql" / "20_schemas.sql").read_text()

    assert 'CREATE EXTENSION IF NOT EXISTS "hstore" SCHEMA "extensions" CASCADE;' in script


def test_one_that_the_server_does_not_have_is_named_before_anything_is_made(
    books: Stranger,
) -> None:
    path = books.folder / "schemas.toml"
    path.write_text(path.read_text().replace('"hstore"', '"hstor"'))

    said = books.refused("schema_apply", "--apply")

    assert "extension 'hstor' is not on this server; did you mean 'hstore'?" in said
    assert books.value("SELECT count(*) FROM pg_namespace WHERE nspname = 'books'") == 0


def test_one_that_the_contract_does_not_list_is_named_before_a_migration_runs(
    books: Stranger, server: dict[str, Any]
) -> None:
    path = books.folder / "schemas.toml"
    path.write_text(path.read_text().replace('"hstore",', ""))
    books.manage("schema_apply", "--apply")

    said = books.refused("migrate")

    assert "Migration books.0001_initial creates extension 'hstore'" in said
    assert "schema_contract --write" in said
    assert books.value("SELECT count(*) FROM pg_tables WHERE schemaname = 'books'") == 0
    books.manage("schema_contract", "--write")  # What the hint says.
    assert books.contract.extension_names == ("hstore", "pg_trgm")
