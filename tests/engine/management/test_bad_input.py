"""Mistakes that people make: one clear message each, before anything is changed."""

from __future__ import annotations

import pytest

from tests.tools.stranger import Stranger

BOOKS = "class Author(models.Model): name = models.TextField()\n"
# Every kind of command: with checks and without, Django's and the engine's.
COMMANDS = [
    ("check",), ("migrate",), ("test",), ("dbshell",), ("schema_contract",), ("schema_apply",),
    ("shell", "-c", "from books.models import Author; Author.objects.count()"),
]  # fmt: skip


@pytest.fixture
def books(stranger: Stranger) -> Stranger:
    """A project of one app with a contract, and with no server where its URL says."""
    stranger.add_app("books", BOOKS)
    stranger.write({"books/tests.py": "from django.test import TestCase\n"
                    "class Tests(TestCase):\n    def test_one(self): pass\n"})  # fmt: skip
    stranger.install("books")
    stranger.url = "postgresql://nobody@nowhere.invalid/nothing"
    stranger.write_contract()
    return stranger


def change(stranger: Stranger, old: str, new: str) -> None:
    path = stranger.folder / "schemas.toml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_typo_in_the_contract_is_one_message(books: Stranger, command: tuple[str, ...]) -> None:
    change(books, "[schemas.books]", "[schemas.books]\npublish = []")

    said = books.refused(*command)

    assert said.count("unknown key 'schemas.books.publish'; did you mean 'publishes'?") == 1
    assert len(said.splitlines()) < 8


@pytest.mark.parametrize("command", [("check",), ("migrate",), ("schema_apply",)])
def test_a_url_that_cannot_be_used_is_one_message(
    books: Stranger, command: tuple[str, ...]
) -> None:
    books.url = "mysql://me:secret@localhost/shop"

    said = books.refused(*command)

    assert said.count("DATABASE_URL must be a PostgreSQL URL") == 1
    assert "secret" not in said


def test_a_subset_that_is_not_there_is_one_message(books: Stranger) -> None:
    books.environ["APPSCHEMAS"] = "boks"

    said = books.refused("check")

    assert said.count("There is no schema 'boks'. Did you mean 'books'?") == 1


@pytest.mark.parametrize("command", ["check", "migrate", "schema_apply"])
def test_an_app_that_is_not_installed_is_named(
    books: Stranger, second: Stranger, command: str
) -> None:
    books.url = second.url
    change(books, 'apps = ["books"]', 'apps = ["books", "boks"]')

    said = books.refused(command)

    assert "claims app 'boks', which is not installed; did you mean 'books'?" in said
    books.manage("schema_contract", "--write")  # What the hint says.
    assert books.contract["books"].apps == ("books",)


def test_a_name_of_postgresql_is_told_before_anything_is_changed(books: Stranger) -> None:
    change(books, "[schemas.books]", "[schemas.none]")

    said = books.refused("schema_apply")

    assert "key 'schemas.none'" in said
    assert "no name of PostgreSQL's own" in said


@pytest.mark.parametrize("command", ["migrate", "schema_apply"])
def test_a_duration_that_is_none_is_refused_at_once(books: Stranger, command: str) -> None:
    said = books.refused(command, "--lock-timeout", "5parsecs")

    assert said.splitlines()[-1].endswith(
        "argument --lock-timeout: '5parsecs' is no duration; wanted: 5s, 500ms, 2min or 0 for ever."
    )


def test_a_server_that_is_not_there_is_told_line_by_line(books: Stranger) -> None:
    books.url = "postgresql://nobody@127.0.0.1:1/none"

    *_, first, question, login = books.refused("schema_verify").splitlines()

    assert first.startswith("CommandError: Cannot connect to the database of 'default': ")
    assert question == "    Is the server running on that host and accepting TCP/IP connections?"
    assert "of ADMIN_DATABASE_URL, or of DATABASE_URL where that is not set" in login


def test_models_without_a_migration_are_told_what_makes_their_tables(settled: Stranger) -> None:
    settled.add_app("books", BOOKS)
    settled.install("books")
    settled.write_contract()
    settled.manage("schema_apply", "--apply")
    settled.manage("migrate")

    said = settled.run("schema_verify").stdout

    (hint,) = [line.strip() for line in said.splitlines() if "makemigrations" in line]
    assert hint == "manage.py makemigrations books, then manage.py migrate --database=books"
    for command in hint.split(", then "):
        settled.manage(*command.split()[1:])
    assert settled.manage("schema_verify").endswith("all in step.\n")


def test_two_projects_with_the_same_roles_on_one_server_are_told(
    settled: Stranger, second: Stranger
) -> None:
    for project in (settled, second):
        project.add_app("books", BOOKS)
        project.install("books")
        project.write_contract()
    settled.manage("makemigrations", "books")
    settled.manage("schema_apply", "--apply")
    settled.manage("migrate")
    text = (settled.folder / "schemas.toml").read_text()
    (second.folder / "schemas.toml").write_text(text)

    said = second.refused("schema_apply", "--apply")

    assert f"already own tables in another database of this server: {settled.name}" in said
    assert second.value("SELECT count(*) FROM pg_namespace WHERE nspname = 'books'") == 0
    (second.folder / "schemas.toml").write_text(text.replace(settled.name, second.name))
    second.manage("schema_apply", "--apply")  # What the message says.
    assert second.value(
        "SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'books'"
    ) == (f"{second.name}_books_owner")


def test_databases_of_one_project_may_share_roles_when_told_to(
    settled: Stranger, second: Stranger
) -> None:
    settled.add_app("books", BOOKS)
    settled.install("books")
    settled.write_contract()
    settled.manage("schema_apply", "--apply")
    settled.url, first = second.url, settled.url

    settled.manage("schema_apply", "--apply", "--share-roles")
    settled.manage("schema_apply", "--apply")  # It has begun there, and goes on.

    assert settled.value("SELECT count(*) FROM pg_namespace WHERE nspname = 'books'") == 1
    settled.url = first
