"""The picture of the engine, its figures, and the page of its public names."""

from __future__ import annotations

import json
from importlib.metadata import entry_points
from pkgutil import resolve_name

import pytest

import appschemas
from docs import api, imports

GRAPH = imports.imports()


def test_the_picture_shows_the_imports_that_there_are() -> None:
    assert imports.PICTURE.read_text(encoding="utf-8") == imports.picture(GRAPH)


def test_the_picture_can_be_taken_in() -> None:
    found = imports.figures(GRAPH)

    assert found.boxes <= 20
    assert found.arrows <= 80
    assert len(found.chain) <= 11, found.chain


def test_a_module_is_read_in_one_go() -> None:
    found = imports.figures(GRAPH)

    assert found.median <= 100
    assert found.longest[0] <= 250, found.longest


def test_a_circle_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    circle = {"conf": frozenset({"contract"}), "contract": frozenset({"conf"})}
    monkeypatch.setattr(imports, "imports", lambda: circle)

    assert imports.main(["--check"]) == 1
    assert capsys.readouterr().out == "A circle: conf -> contract -> conf\n"


@pytest.mark.parametrize("box", sorted(GRAPH))
def test_every_box_says_what_it_is(box: str) -> None:
    page = imports.PICTURE.with_name("architecture.md").read_text(encoding="utf-8")

    assert imports.summary(box)
    assert f"| `{box}` | " in page


def test_the_page_of_public_names_says_what_the_docstrings_say() -> None:
    assert api.PAGE.read_text(encoding="utf-8") == api.page()


def test_the_schema_that_editors_fetch_is_that_of_the_contract_and_says_what_each_key_is() -> None:
    text = api.JSON_SCHEMA.read_text(encoding="utf-8")
    schema = json.loads(text)
    tables = [schema, *schema["$defs"].values()]
    keys = [(name, key) for table in tables for name, key in table["properties"].items()]

    assert text == api.contract_schema()
    assert len(keys) > 20
    assert [name for name, key in keys if not key.get("description")] == []


def test_every_public_name_is_on_the_page_once() -> None:
    grouped = [name for names in api.GROUPS.values() for name in names]

    assert set(grouped) <= set(appschemas.__all__)
    assert sorted(appschemas.__all__) == appschemas.__all__
    assert [api.page().count(f"\n### `{name}`\n") for name in appschemas.__all__] == [1] * len(
        appschemas.__all__
    )


@pytest.mark.parametrize("path", api.PATHS)
def test_a_dotted_path_of_settings_and_migrations_is_there(path: str) -> None:
    assert resolve_name(path)


def test_the_entry_points_of_pytest_are_those_of_the_page() -> None:
    found = {each.value for each in entry_points(group="pytest11") if "appschemas" in each.value}

    assert found == {path for path in api.PATHS if ".testing." in path}
