"""docs/howto/split.md, followed: its commands in their order, and each of its screens."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from psycopg.sql import SQL, Identifier

from tests.tools.history_project import PASSWORD, ROOT, App, Project, empty_project

PAGE = (ROOT / "docs" / "howto" / "split.md").read_text(encoding="utf-8")
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = CONSOLE.findall(PAGE)
# What differs from run to run, as the page has it.
ANY = (
    (r"^Schemas in shop on [^,]*", "Schemas in shop on localhost:5432"),
    (r"^-+$", "----"),
    (r"(shop_)+extensions", "extensions"),
    (r"shop_app, shop_migrator", "appschemas_app, appschemas_migrator"),
    (r"\(\d+ ms\)", "(1 ms)"),
    (r"\d\d:\d\d:\d\d", "09:39:45"),
    (r"and \d+ more$", "and 99 more"),
)


@pytest.fixture
def shop(server: dict[str, Any], tmp_path: Path) -> Iterator[Project]:
    """Two apps in public, of a login that is no superuser; a person and her paper."""
    with empty_project(server, tmp_path, f"s{secrets.token_hex(4)}") as project:
        people, papers = App("class Person(Model):\n    pass"), App()
        papers.models = "class Paper(Model):\n    author = ForeignKey('people.Person', CASCADE)"
        people.migration("m0001", 'operations = [CreateModel("Person", [ID])]')
        key = '("author", ForeignKey("people.Person", CASCADE))'
        papers.migration(
            "m0001",
            f"""
            dependencies = [("people", "m0001")]
            operations = [CreateModel("Paper", [ID, {key}])]
        """,
        )
        project.write({"people": people, "papers": papers})
        old = f"{project.name}_old"
        with project.administrator() as connection:
            role = SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(Identifier(old), PASSWORD)
            connection.execute(role)
            grant = SQL("GRANT CREATE ON SCHEMA public TO {}").format(Identifier(old))
            connection.execute(grant)
        project.manage("migrate", "-v0", PLAIN="1", ADMIN_DATABASE_URL=project.url(old))
        with project.administrator() as connection:
            connection.execute("INSERT INTO people_person DEFAULT VALUES")
            connection.execute("INSERT INTO papers_paper (author_id) VALUES (1)")
        project.contract({"people": ["people"], "papers": ["papers"]})
        yield project


def commands() -> Iterator[list[str]]:
    """What the page types, in its order, with what it leaves to the reader."""
    for line in "".join(BLOCKS).splitlines():
        if not line.startswith("$ python manage.py "):
            continue
        words = line.split()[3:]
        if "--finish" in words:
            yield from (
                ["schema_split", "--wall", each] for each in ("platform", "people", "papers")
            )
        yield words
        if words == ["schema_split", "--undo"]:
            yield ["schema_split", "--apply"]


def test_the_page_is_followed_and_each_screen_is_what_is_printed(shop: Project) -> None:
    typed = [[*each, "then"] for each in commands()]
    printed = shop.manage(*[word for line in typed for word in line][:-1])

    left = iter([shown(line, shop) for line in printed.splitlines()])
    for line in "".join(each for each in BLOCKS if not each.startswith("$ ")).splitlines():
        # In their order: what stands before a line of the page is done with.
        assert line == "..." or shown(line, shop) in left, f"{line} is not in:\n{printed}"
    assert "all in step" in printed
    assert shop.place("papers_paper") == [("papers", f"{shop.name}_papers_owner")]


def shown(line: str, shop: Project) -> str:
    """A line of either without what differs, and with the page's names."""
    line = line.replace(shop.name, "shop")
    for pattern, text in ANY:
        line = re.sub(pattern, text, line)
    return line.rstrip()
