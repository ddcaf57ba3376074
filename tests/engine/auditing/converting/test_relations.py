"""schema_convert, kind by kind: many-to-many, inheritance, swapped models, admin, queries."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.tools.history_project import Project, empty_project
from tests.tools.source_tree import planted, texts
from tests.tools.whole_catalog import whole_catalog

BEFORE = Path(__file__).parent / "relations" / "before"
AFTER = Path(__file__).parent / "relations" / "after"
SCHEMAS = {"hub": ["hub"], "shop": ["shop"], "notes": ["notes"]}
# Of another encoding, with the line ends of another system; and a file that nobody can run.
LATIN = (
    b"# -*- coding: latin-1 -*-\r\nfrom django.db import models\r\n\r\n\r\n"
    b"class Note(models.Model):\r\n    text = models.TextField('caf\xe9')\r\n"
    b"    about = models.ForeignKey('hub.Person', models.CASCADE)  # \xfcber wen\r\n"
)
BROKEN = "import os\n\ndef later(:\n    return order_by('writer__name')\n"
SETTINGS = """
INSTALLED_APPS += ["django.contrib.admin", "django.contrib.sessions", "django.contrib.messages",
                   "accounts", "hub", "shop", "notes"]
AUTH_USER_MODEL, HUB_PERSON_MODEL = "accounts.Account", "hub.Person"
MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware",
              "django.contrib.auth.middleware.AuthenticationMiddleware",
              "django.contrib.messages.middleware.MessageMiddleware"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
              "OPTIONS": {"context_processors": [
                  "django.template.context_processors.request",
                  "django.contrib.auth.context_processors.auth",
                  "django.contrib.messages.context_processors.messages"]}}]
ROOT_URLCONF = "urls"
ALLOWED_HOSTS = ["testserver"]
"""
URLS = """
from django.contrib import admin
from django.urls import path
urlpatterns = [path("admin/", admin.site.urls)]
"""
ROWS = """
INSERT INTO platform.accounts_account (id, username, password, first_name, last_name, email,
  is_superuser, is_staff, is_active, date_joined)
  VALUES (1, 'boss', '', '', '', '', true, true, true, now());
INSERT INTO hub.hub_team (id, name) VALUES (1, 'Red');
INSERT INTO hub.hub_person (id, name, team_id) VALUES (1, 'Ann', 1), (2, 'Bob', NULL);
INSERT INTO hub.hub_place (id, city) VALUES (5, 'Bergen');
INSERT INTO shop.shop_paper (id, title, owner_id, writer_id)
  VALUES (1, 'One', 1, 1), (2, 'Two', 1, 2);
INSERT INTO shop.shop_paper_readers (paper_id, person_id) VALUES (1, 2);
INSERT INTO shop.shop_fan (paper_id, person_id, since) VALUES (1, 1, 7);
INSERT INTO shop.shop_cover (paper_id, painter_id) VALUES (1, 2);
INSERT INTO shop.shop_poster (id) VALUES (3);
INSERT INTO shop.shop_poster_likers (poster_id, person_id) VALUES (3, 2);
INSERT INTO shop.shop_venue (place_ptr_id, seats) VALUES (5, 40);
INSERT INTO shop.shop_seller (account_ptr_id, since) VALUES (1, 3);
"""
# What sqlmigrate shows, settings of its session left out.
STATEMENTS = re.compile(
    r"^(?!SET|RESET|BEGIN|COMMIT)([A-Z]+ INTO [a-z_]+|[A-Z]+).*;$", re.MULTILINE
)
# What people, forms and queries do with what was converted; each line prints values.
USED = """
import django; django.setup()
from django.test import Client
from accounts.models import Account
from hub.models import Person
from shop.models import Badge, Paper, Poster, Seller, Venue
from shop.queries import ALLOWED, REFUSED
client, boss, one = Client(), Account.objects.get(), Paper.objects.get(title="One")
bob = Person.objects.get(name="Bob")
client.force_login(boss)
print(one.writer.team.name, one.owner.username, one.cover.painter.name, bob.painted.paper_id)
print([each.name for each in one.readers.all()], [each.title for each in bob.read.all()])
print([each.name for each in one.fans.all()], one.fan_set.get().since)
print(Venue.objects.get().place_ptr.city, Venue.objects.get().pk, Venue.objects.get().seats)
print(Seller.objects.get().account_ptr.username, boss.seller.since)
Badge.objects.create().likers.add(bob)
print([each.name for each in Poster.objects.get().likers.all()], bob.liked_badges.count())
page = client.get("/admin/shop/paper/1/change/").content.decode()
print("paperreaders_set-0-person" in page, "fan_set-0-person" in page)
print("vForeignKeyRawIdAdminField" in page)
page = client.get("/admin/shop/paper/?q=Ann&writer__id__exact=1").content.decode()
print("1 paper" in page)
one.readers.add(one.writer)
print(sorted(each.name for each in one.readers.all()))
print([len(each()) for each in ALLOWED])
for number, each in enumerate(REFUSED):
    try:
        print("gives", number, list(each()))
    except Exception as error:
        pass
"""
SAID = """\
Red boss Bob 1
['Bob'] ['One']
['Ann'] 7
Bergen 5 40
boss 3
['Bob'] 1
True True
True
True
['Ann', 'Bob']
[1, 1, 1, 1, 1, 1]
"""


@dataclass
class Converted:
    """A project on both sides, and what its commands said."""

    project: Project
    plan: str
    catalogs: dict[str, list[str]]
    said: str = ""

    def catalog(self) -> list[str]:
        """Everything that the database has but rows."""
        with self.project.administrator() as connection:
            return whole_catalog(connection, self.project.name)


@pytest.fixture(scope="module")
def converted(
    server: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Converted]:
    """The project of `before`, with rows, converted and migrated."""
    folder = tmp_path_factory.mktemp("relations")
    (folder / "urls.py").write_text(URLS)
    (folder / "notes").mkdir()
    (folder / "notes" / "__init__.py").touch()
    (folder / "notes" / "models.py").write_bytes(LATIN)
    with empty_project(server, folder, f"r{secrets.token_hex(4)}") as project:
        planted(project, BEFORE, SCHEMAS, SETTINGS, ["accounts"])
        with project.administrator() as connection:
            connection.execute(ROWS.encode())
        (folder / "shop" / "later.py").write_text(BROKEN)
        made = Converted(project, project.manage("schema_convert", exits=3), {})
        made.catalogs["before"] = made.catalog()
        made.said = project.manage("schema_convert", "--apply", exits=3)
        project.manage("migrate")
        yield made


def test_the_files_are_those_that_a_person_would_have_written(converted: Converted) -> None:
    assert texts(converted.project.folder, AFTER) == texts(AFTER, AFTER)


def test_a_file_keeps_its_encoding_and_its_line_ends(converted: Converted) -> None:
    text = (converted.project.folder / "notes" / "models.py").read_bytes()

    assert text == LATIN.replace(b"models.ForeignKey", b"IdentityKey").replace(
        b"from django", b"from appschemas import IdentityKey\r\nfrom django", 1
    )
    assert (
        "-    about = models.ForeignKey('hub.Person', models.CASCADE)  # über wen" in converted.plan
    )


def test_a_file_that_cannot_be_read_is_listed_with_its_line(converted: Converted) -> None:
    assert "  shop/later.py:3  its queries: unread: invalid syntax" in converted.plan


def test_what_was_converted_is_used_as_before(converted: Converted) -> None:
    assert converted.project.python(USED) == SAID


def test_each_query_that_is_refused_is_listed_with_its_line_and_no_other(
    converted: Converted,
) -> None:
    lines = enumerate((BEFORE / "shop" / "queries.py").read_text().splitlines(), 1)
    refused, is_refused = [], False
    for number, line in lines:
        is_refused = is_refused or line.startswith("REFUSED")
        if is_refused and "lambda" in line:
            refused.append(number)

    listed = re.findall(r"^  shop/queries.py:(\d+)  .*: \w", converted.plan, re.MULTILINE)

    assert sorted({int(each) for each in listed}) == refused


def test_the_migrations_send_nothing_and_leave_the_catalog_as_it_was(converted: Converted) -> None:
    assert converted.catalog() == converted.catalogs["before"]
    for app in ("hub", "shop"):
        sent = converted.project.manage("sqlmigrate", app, "0002")
        assert STATEMENTS.findall(sent) == ["INSERT INTO django_migrations"], sent


def test_nothing_that_was_converted_is_taken_for_pending(converted: Converted) -> None:
    said = converted.project.manage("check")

    assert "hub (shop.Paper.remarks)" in said
    assert "shop.Paper.fans" not in said


def test_makemigrations_has_nothing_to_add(converted: Converted) -> None:
    assert "No changes detected" in converted.project.manage("makemigrations", "--check")


def test_the_second_run_changes_nothing(converted: Converted) -> None:
    before = texts(converted.project.folder, AFTER)

    assert "Nothing to convert." in converted.project.manage("schema_convert", "--apply")

    assert texts(converted.project.folder, AFTER) == before


def test_put_back_the_old_code_and_the_old_migrations_find_their_database(
    converted: Converted,
) -> None:
    project = converted.project
    kept = {name: (project.folder / name).read_text() for name in texts(AFTER, AFTER)}
    project.manage("migrate", "shop", "0001", "then", "migrate", "hub", "0001")
    later = [*project.folder.glob("[hs]*/migrations/0002*.py"), project.folder / "schemas.toml"]
    texts_later = {path: path.read_text() for path in later}
    for path in later[:-1]:
        path.unlink()
    for name, text in texts(BEFORE, BEFORE).items():
        (project.folder / name).write_text(text)
    project.manage("schema_contract", "--write")
    try:
        assert "No changes detected" in project.manage("makemigrations", "--check")
        assert converted.catalog() == converted.catalogs["before"]
        assert project.is_in_step()
    finally:
        for name, text in kept.items():
            (project.folder / name).write_text(text)
        for path, text in texts_later.items():
            path.write_text(text)
        project.manage("migrate")
