"""docs/howto/operate.md, followed: every command on it is typed, in the order of the page."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from config.server import programs
from tests.tools.history_project import ROOT, App, Project, empty_project

PAGE = (ROOT / "docs" / "howto" / "operate.md").read_text(encoding="utf-8")
SCHEMAS = {"people": ["people"], "papers": ["papers", "extra"], "archive": ["notes"]}
FENCE = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)


def apps() -> dict[str, App]:
    """Papers hold keys of people; the others hold none."""
    people, papers = App("class Person(Model):\n    pass"), App()
    papers.models = "class Paper(Model):\n    author = IdentityKey('people.Person', CASCADE)"
    people.migration("m0001", 'operations = [CreateModel("Person", [ID])]')
    papers.migration(
        "m0001",
        """
        dependencies = [("people", "m0001")]
        operations = [CreateModel("Paper", [ID, ("author", IdentityKey("people.Person", CASCADE))])]
    """,
    )
    found = {"people": people, "papers": papers}
    for label, model in (("extra", "More"), ("notes", "Note"), ("reports", "Report")):
        found[label] = App(f"class {model}(Model):\n    pass")
        found[label].migration("m0001", f'operations = [CreateModel("{model}", [ID])]')
    return found


@pytest.fixture
def shop(server: dict[str, Any], tmp_path: Path) -> Iterator[Project]:
    """The project of the page, in use: a person and her paper."""
    with empty_project(server, tmp_path, f"h{secrets.token_hex(4)}") as project:
        project.built({k: v for k, v in apps().items() if k != "reports"}, SCHEMAS)
        project.run("INSERT INTO people_person DEFAULT VALUES", "people")
        project.run("INSERT INTO papers_paper (author_id) VALUES (1)", "papers")
        yield project


def blocks(heading: str, language: str) -> list[str]:
    """The fenced texts of one language below a heading."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [text for kind, text in FENCE.findall(section) if kind == language]


def typed(project: Project, block: str) -> str:
    """What the lines after the prompts print; what is said to manage.py is said in one process."""
    lines = [line.strip()[2:] for line in block.splitlines() if line.strip().startswith("$ ")]
    printed = ""
    for is_manage, those in groupby(lines, lambda line: line.startswith("python manage.py ")):
        if is_manage:
            words = [[*line.split()[2:], "then"] for line in those]
            printed += project.manage(*[each for line in words for each in line][:-1])
        else:
            printed += "".join(shell(project, line) for line in those)
    return printed


def shell(project: Project, line: str) -> str:
    """A line of the page in a shell, whose database is called shop there."""
    place = {f"PG{key}": str(project.server[name]) for key, name in
             (("HOST", "host"), ("PORT", "port"), ("USER", "user"), ("PASSWORD", "password"))
             if project.server.get(name)}  # fmt: skip
    path = f"{programs.folder(programs.INSTALLED) / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-ec", re.sub(r"\bshop\b", project.name, line)],
        cwd=project.folder,
        env={**os.environ, **place, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def rewritten(project: Project, old: str, new: str) -> None:
    """Edit the contract."""
    path = project.folder / "schemas.toml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_page_is_followed_from_its_beginning_to_its_end(shop: Project) -> None:
    for heading, follow in SECTIONS.items():
        assert blocks(heading, "console") + blocks(heading, "toml") + blocks(heading, "sql")
        follow(shop, heading)


# Section by section
# ------------------


def rotate(shop: Project, heading: str) -> None:
    (lines,) = blocks(heading, "toml")
    standby = lines.splitlines()[2].replace("shop_", f"{shop.name}_")
    rewritten(shop, "[extensions]", f"{standby}\n[extensions]")

    assert "create login role" in typed(shop, "$ python manage.py schema_apply --apply")

    (query,) = blocks(heading, "sql")
    assert shop.rows(query.replace("shop_app", f"{shop.name}_app")) == []


def read(shop: Project, heading: str) -> None:
    """The last section; its login is there while others follow, and shows in none of them."""
    (lines,) = blocks(heading, "toml")
    login = lines.replace("ada", f"{shop.name}_ada")
    rewritten(shop, "[schemas.papers]", f"{login}\n[schemas.papers]")
    shop.manage("schema_apply", "--apply")
    rewritten(shop, login, "")

    assert f"role {shop.name}_ada is of no schema" in shop.manage("schema_verify", fails=True)

    with shop.administrator() as connection:
        connection.execute(f"DROP OWNED BY {shop.name}_ada; DROP ROLE {shop.name}_ada".encode())


def add(shop: Project, heading: str) -> None:
    shop.write(apps())
    rewritten(shop, "[schemas.papers]", '[schemas.reports]\napps = ["reports"]\n\n[schemas.papers]')
    (block,) = blocks(heading, "console")

    assert "Locks no table." in typed(shop, block)
    assert shop.place("reports_report") == [("reports", f"{shop.name}_reports_owner")]


def move(shop: Project, heading: str) -> None:
    (block,) = blocks(heading, "console")
    there = (('"papers", "extra"', '"extra"'), ('"notes"', '"notes", "papers"'))
    for edits in (there, [(new, old) for old, new in there]):
        for edit in edits:
            rewritten(shop, *edit)
        shop.manage("schema_contract", "--write")

        assert "all in step" in typed(shop, block)

    assert shop.place("papers_paper") == [("papers", f"{shop.name}_papers_owner")]


def rename(shop: Project, heading: str) -> None:
    plan, apply = blocks(heading, "console")

    assert "Run again with --apply" in typed(shop, plan)
    assert "all in step" in typed(shop, apply)

    assert shop.rows("SELECT author_id FROM articles.papers_paper") == [(1,)]
    shop.manage("schema_rename", "articles", "papers", "--apply")


def retire(shop: Project, heading: str) -> None:
    for word in ("read-only", "closed"):
        rewritten(shop, "[schemas.papers]", f'[schemas.papers]\nretired = "{word}"')
        shop.manage("schema_apply", "--apply")
        rewritten(shop, f'\nretired = "{word}"', "")
    shop.write({k: v for k, v in apps().items() if k not in ("papers", "extra")})
    path = shop.folder / "schemas.toml"
    text = re.sub(r"\[schemas\.papers\]\n(?:[^\[\n].*\n)+", "", path.read_text())
    path.write_text(re.sub(r"publishes = .*\n", "", text))
    (block,) = blocks(heading, "console")

    *steps, verify = block.strip().splitlines()
    typed(shop, "\n".join(steps).replace("papers_owner", f"{shop.name}_papers_owner"))

    named = shop.manage(*verify.split()[3:], fails=True)
    assert f"DROP ROLE {shop.name}_papers_owner" in named.replace('"', "")
    assert "CREATE TABLE papers.papers_paper" in (shop.folder / "papers.sql").read_text()


SECTIONS: dict[str, Callable[[Project, str], None]] = {
    "Rotate the application's password": rotate,
    "Add a schema": add,
    "Move an app into another schema": move,
    "Rename a schema": rename,
    "Give somebody access to read": read,
    "Retire a schema": retire,
}
