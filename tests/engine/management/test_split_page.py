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
    (r"in \S+ on .*, split", "in shop on localhost:5432, split"),
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
    for block in BLOCKS:
        for line in block.splitlines():
            words = line.split()
            if words[:3] != ["$", "python", "manage.py"]:
                continue
            if "--finish" in words:
                # "When every wall stands"
                yield from (["schema_split", "--wall", name] for name in EVERY)
            yield words[3:]
            if words[-1:] == ["--undo"] and "--wall" not in words:
                yield ["schema_split", "--apply"]
            if words[3:4] == ["schema_split"] and "--undo" not in words:
                continue


EVERY = ("platform", "people", "papers")


def test_the_page_is_followed_and_each_screen_is_what_is_printed(shop: Project) -> None:
    typed = [[*each, "then"] for each in commands()]
    printed = shop.manage(*[word for line in typed for word in line][:-1])

    lines = [as_on_the_page(line, shop) for line in printed.splitlines()]
    for block in BLOCKS:
        if not block.startswith("$ "):
            for line in block.splitlines():
                # In their order: what stands before a line of the page is done with.
                assert line == "..." or as_on_the_page(line, shop) in lines, (line, printed)
                lines = (
                    lines[lines.index(as_on_the_page(line, shop)) + 1 :] if line != "..." else lines
                )
    assert "all in step" in printed
    assert shop.place("papers_paper") == [("papers", f"{shop.name}_papers_owner")]


def as_on_the_page(line: str, shop: Project) -> str:
    """A line without what differs, and with the page's names."""
    for pattern, text in ANY:
        line = re.sub(pattern, text, line)
    return "-" * 9 if set(line) == {"-"} else line.replace(shop.name, "shop").rstrip()
