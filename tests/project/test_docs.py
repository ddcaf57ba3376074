"""The docs against the code: links, IDs of checks, options of commands, keys of the contract."""

from __future__ import annotations

import ast
import re
import tomllib
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from pkgutil import resolve_name

import django
import pytest
from django.core.checks import Error
from django.core.management import find_commands, get_commands, load_command_class
from pydantic import BaseModel

import appschemas
from appschemas.contract.file import (
    ContractFile,
    ExtensionsTable,
    LimitsTable,
    LoginTable,
    RolesTable,
    SchemaTable,
)
from appschemas.database.plan.deviation_kinds import KINDS
from appschemas.exceptions import with_pages

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
# Beside what they are about, and not in the index.
BESIDE = [
    ROOT / name for name in ("README.md", "CONTRIBUTING.md", "sql/README.md", "schemas/README.md")
]
PAGES = [*BESIDE, *sorted(DOCS.rglob("*.md"))]
ENGINE = Path(appschemas.__file__).parent

METADATA = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
SOURCE = METADATA["urls"]["Source"]
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CHECK_ID = re.compile(r'id="(appschemas\.[EWI]\d{3})"')
DOTTED = re.compile(r"(?<![\w./-])appschemas(?:\.[A-Za-z_]\w*)+")
TABLES: list[tuple[str, type[BaseModel]]] = [
    ("", ContractFile),
    ("roles.", RolesTable),
    ("extensions.", ExtensionsTable),
    ("schemas.<name>.", SchemaTable),
    ("schemas.<name>.limits.", LimitsTable),
    ("logins.<name>.", LoginTable),
]
WITH_A_SECTION = {"migrate", "sqlmigrate"}
# What every command of Django's has: https://docs.djangoproject.com/en/stable/ref/django-admin/
DJANGOS = {action.dest for action in ArgumentParser()._actions} | {
    "version", "verbosity", "settings", "pythonpath", "traceback", "no_color", "force_color",
    "skip_checks",
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [link for link in links(page) if not target(page, link)] == []


@pytest.mark.parametrize("page", PAGES[len(BESIDE) :], ids=lambda page: str(page.relative_to(ROOT)))
def test_every_page_is_in_the_index(page: Path) -> None:
    index = DOCS / "index.md"

    assert page in {index, *((DOCS / link).resolve() for link in links(index))}


def test_each_claim_of_the_wall_names_tests_that_are_there() -> None:
    page = DOCS / "explanation" / "wall.md"
    _, roads, claims = re.split(
        "^## (?:Roads that were tried|Which test holds which claim)$", page.read_text(), flags=re.M
    )
    roads = roads.partition("\n## ")[0]
    tables = [
        [line for line in table.splitlines() if line.startswith("| ")][1:]
        for table in (roads, claims)
    ]
    rows = [*tables[0], *tables[1]]

    assert min(map(len, tables)) > 30
    there = ""
    for row in rows:
        files = re.findall(r"\[`(test_\w+\.py)`\]\(([^)]+)\)", row)
        text = "".join((page.parent / path).read_text() for _, path in files)
        named = re.findall(r"`(test_\w+)`", row)
        assert named or files, row
        # "there" is the file of the row before.
        there = text or there
        assert [name for name in named if f"def {name}(" not in there] == [], row


def test_every_check_has_its_heading_and_no_heading_has_lost_its_check() -> None:
    in_code = {
        found for path in ENGINE.rglob("*.py") for found in CHECK_ID.findall(path.read_text())
    }

    assert set(headings(REFERENCE / "checks.md")) == in_code


def test_an_id_of_a_check_stands_for_one_thing() -> None:
    uses = Counter(
        found for path in ENGINE.rglob("*.py") for found in CHECK_ID.findall(path.read_text())
    )

    assert [name for name, number in uses.items() if number > 1] == []


def test_what_a_check_says_ends_with_its_page() -> None:
    page = METADATA["urls"]["Documentation"] + "/en/latest/checks/E001/"

    assert [
        each.hint for each in with_pages([Error("?", hint="Mend it.", id="appschemas.E001")])
    ] == [f"Mend it. See {page}"]


def test_each_kind_of_finding_has_the_row_that_its_page_is_made_of() -> None:
    rows = re.findall(r"^\| `(\w+)`", (REFERENCE / "findings.md").read_text(), re.MULTILINE)

    assert [name for name in KINDS if rows.count(name) != 1] == []


def test_no_hint_sends_to_a_page_that_the_package_does_not_ship() -> None:
    hints = [
        ast.unparse(keyword.value)
        for path in ENGINE.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call)
        for keyword in call.keywords
        if keyword.arg == "hint"
    ]

    assert len(hints) > 25
    assert [hint for hint in hints if ".md" in hint or hint in ("''", "None")] == []


def test_every_name_of_the_package_that_the_docs_use_is_there() -> None:
    used = {
        (str(page.relative_to(ROOT)), name)
        for page in PAGES
        for name in DOTTED.findall(page.read_text())
        if not re.fullmatch(r"appschemas\.([EWI]\d{3}|toml)", name)
    }

    assert sorted((page, name) for page, name in used if not is_importable(name)) == []


def test_every_command_has_its_heading() -> None:
    assert set(headings(REFERENCE / "commands.md")) == set(commands())


def test_every_option_is_under_the_heading_of_its_command_and_no_other() -> None:
    in_docs = {
        command: set(re.findall(r"`(--[a-z-]+)", table_of(text)))
        for command, text in sections(REFERENCE / "commands.md").items()
    }

    assert in_docs == {command: set(options(command)) for command in commands()}


def test_every_command_of_django_s_is_in_the_table_and_no_other() -> None:
    assert {row[0].strip("`") for row in rows_of_djangos_commands()} == djangos_commands()


def test_what_a_command_of_django_s_does_with_a_database_is_held_by_a_test() -> None:
    page = REFERENCE / "commands.md"
    held = {
        name.strip("`")
        for name, *_, test in rows_of_djangos_commands()
        if is_held(page, f"| {test} |") or name.strip("`") in WITH_A_SECTION
    }

    assert {name for name in get_commands() if takes_a_database(name)} - set(commands()) <= held


def test_the_page_of_the_sql_says_what_each_part_of_a_check_does() -> None:
    page = (ROOT / "sql" / "README.md").read_text()
    told = page.partition("## How to read")[2]
    text = "".join(path.read_text() for path in (ROOT / "sql" / "40_checks").glob("*.sql"))
    parts = set(re.findall(r"_[0-9a-f]{8}_([a-z_]+)$", text, re.MULTILINE))

    assert len(parts) > 8
    assert {part for part in parts if f"`{part}`" not in told} == set()
    assert f" {re.search('such as `([a-z0-9_]+)`', page)[1]}\n" in text


def test_every_file_of_the_sql_is_on_its_page() -> None:
    page = (ROOT / "sql" / "README.md").read_text()
    files = {path.relative_to(ROOT / "sql") for path in (ROOT / "sql").rglob("*.sql")}
    folders = {
        str(path)
        if path.parent.name in ("", "undo")
        else f"{path.parent}/<{'kind' if path.parent.name == 'of_a_key' else 'schema'}>.sql"
        for path in files
    }

    assert {each for each in folders if f"| `{each}` |" not in page} == set()


def test_every_app_of_the_reference_project_is_on_its_page() -> None:
    page = (ROOT / "schemas" / "README.md").read_text()
    apps = {path.parent.name for path in (ROOT / "schemas").glob("*/apps.py")}

    assert len(apps) == 14
    assert {app for app in apps if f"`{app}`" not in page} == set()


def test_every_key_of_the_contract_is_there() -> None:
    assert set(headings(REFERENCE / "contract.md", "###")) == set(keys())


def test_every_row_of_the_comparison_is_held_by_a_test_that_is_there() -> None:
    page = DOCS / "explanation" / "compared.md"
    rows = [line for line in page.read_text().splitlines() if line.startswith("| ")]
    claims = [row for row in rows if not row.endswith("| Test |")]

    assert len(claims) > 20
    assert [row for row in claims if not is_held(page, row)] == []


# What the pages say
# ------------------


def is_held(page: Path, row: str) -> bool:
    """Whether the row ends with the name of a test, linked to the file that has it."""
    found = re.search(r"\[`(test_\w+)`\]\(([^)]+)\) \|$", row)
    return found is not None and f"def {found[1]}(" in (page.parent / found[2]).read_text()


def links(page: Path) -> list[str]:
    """The links of a page within the repository, those in examples left out."""
    found = LINK.findall(FENCE.sub("", page.read_text()))
    if page == ROOT / "README.md":
        # It is read elsewhere, too: its links are whole.
        found = [re.sub(rf"^{SOURCE}/(blob|tree|raw)/main/", "", link) for link in found]
    return [link for link in found if not re.match(r"[a-z]+:", link)]


def target(page: Path, link: str) -> bool:
    """Whether the file, and the heading in it, are there."""
    name, _, anchor = link.partition("#")
    path = (page.parent / name).resolve() if name else page
    if not anchor:
        return path.exists()
    return path.is_file() and anchor in {slug(each) for each in every_heading(path)}


def is_importable(name: str) -> bool:
    try:
        resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


def slug(heading: str) -> str:
    """The anchor that forges make of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def every_heading(page: Path) -> list[str]:
    return re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text()), re.MULTILINE)


def headings(page: Path, level: str = "##") -> list[str]:
    """The headings of one level that are code: a check, a command, a key."""
    return re.findall(rf"^{level} `([^`]+)`$", FENCE.sub("", page.read_text()), re.MULTILINE)


def sections(page: Path) -> dict[str, str]:
    """The text under each heading that is code."""
    parts = re.split(r"^## `([^`]+)`$", page.read_text(), flags=re.MULTILINE)
    texts = (text.partition("\n## ")[0] for text in parts[2::2])
    return dict(zip(parts[1::2], texts, strict=True))


def table_of(text: str) -> str:
    """The rows of the tables in a text."""
    return "\n".join(line for line in text.splitlines() if line.startswith("|"))


# What the code says
# ------------------


def commands() -> list[str]:
    """The engine's commands, and those of Django's that have a section of their own."""
    ours = [name for name, app in get_commands().items() if app == "appschemas"]
    return [name for name in ours if name not in djangos_commands() or name in WITH_A_SECTION]


def djangos_commands() -> set[str]:
    """Every command that Django ships, installed here or not."""
    packages = [Path(django.__path__[0], "core"), *Path(django.__path__[0], "contrib").iterdir()]
    return {name for package in packages for name in find_commands(str(package / "management"))}


def rows_of_djangos_commands() -> list[list[str]]:
    """The cells of each row of the table, its head left out."""
    text = (REFERENCE / "commands.md").read_text().partition("\n## Django's own\n")[2]
    cells = [line.strip("|").split("|") for line in table_of(text).splitlines()]
    return [[cell.strip() for cell in row] for row in cells[2:]]


def takes_a_database(command: str) -> bool:
    """Whether it has the option --database."""
    made = load_command_class(get_commands()[command], command)
    return any(
        "--database" in action.option_strings
        for action in made.create_parser("manage.py", command)._actions
    )


def options(command: str) -> Iterator[str]:
    """The first spelling of each option that the command has beside those of every command."""
    parser = load_command_class("appschemas", command).create_parser("manage.py", command)
    for action in parser._actions:
        if action.dest not in DJANGOS and action.option_strings:
            yield action.option_strings[0]


def keys() -> Iterator[str]:
    """Every key of the contract, with the table that it is in."""
    for prefix, table in TABLES:
        for name, field in table.model_fields.items():
            if not is_table(field.annotation):
                yield f"{prefix}{field.alias or name}"


def is_table(annotation: object) -> bool:
    """Whether a key holds a table, whose own keys are listed by themselves."""
    return annotation in (
        ContractFile.model_fields[key].annotation for key in ("schemas", "logins")
    ) or (isinstance(annotation, type) and issubclass(annotation, BaseModel))


def test_adopting_begins_with_the_oldest_django_that_the_metadata_allows() -> None:
    metadata = (ROOT / "pyproject.toml").read_text()
    found = re.search(r'"Django>=([\d.]+),<([\d.]+)"', metadata)
    assert found is not None
    oldest, below = found.groups()
    page = (DOCS / "howto" / "adopt.md").read_text()
    first = page.index("## 1. Upgrade Django first"), page.index("## 2.")

    assert f'pip install "Django>={oldest},<5.3"' in page[slice(*first)]
    assert tuple(map(int, below.split("."))) > django.VERSION[:2] >= (5, 2)
