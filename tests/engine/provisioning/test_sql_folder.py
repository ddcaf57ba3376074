"""schema_sql: what is committed is what would be rendered."""

from __future__ import annotations

import re
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from appschemas.conf import get_contract
from appschemas.integrity.discovery import installed_references
from appschemas.integrity.references import key_constraints_of
from appschemas.provisioning.psql.checks import check_files
from appschemas.provisioning.psql.shapes import filled, shape_of, statements_of
from appschemas.provisioning.sql_folder import render


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return render(get_contract())


def rendered_to(folder: Path, *, check: bool = False) -> str:
    out = StringIO()
    call_command("schema_sql", output=folder, check=check, stdout=out, no_color=True)
    return out.getvalue()


def test_what_was_written_is_current(tmp_path: Path) -> None:
    rendered_to(tmp_path)

    assert rendered_to(tmp_path, check=True).endswith("files, all current.\n")


@pytest.mark.parametrize("change", ["alter", "remove", "add"])
def test_a_stale_folder_is_found_and_mended(tmp_path: Path, change: str) -> None:
    rendered_to(tmp_path)
    file = tmp_path / ("40_checks/papers.sql" if change != "add" else "50_left_over.sql")
    if change == "remove":
        file.unlink()
    else:
        file.write_text("-- by hand\n", encoding="utf-8")

    with pytest.raises(CommandError, match="is stale in 1 of"):
        rendered_to(tmp_path, check=True)
    rendered_to(tmp_path)

    assert "all current" in rendered_to(tmp_path, check=True)


def test_a_file_of_another_kind_stays(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("read me", encoding="utf-8")

    rendered_to(tmp_path)

    assert (tmp_path / "README.md").exists()


def test_rendering_twice_gives_the_same(files: dict[str, str]) -> None:
    assert render(get_contract()) == files


def test_no_foreign_key_crosses(files: dict[str, str]) -> None:
    text = "".join(files.values())

    assert 'REFERENCES "people_person" ("id")' not in files["30_tables/papers.sql"]
    assert 'REFERENCES "papers_paper" ("id")' not in files["30_tables/reviews.sql"]
    assert 'REFERENCES "papers_paper" ("id")' in text


def test_every_schema_that_holds_keys_has_its_checks(files: dict[str, str]) -> None:
    assert {name for name in files if re.fullmatch("40_checks/[a-z]+.sql", name)} == {
        "40_checks/papers.sql",
        "40_checks/reviews.sql",
    }


def test_what_keys_alike_are_checked_by_stands_once(files: dict[str, str]) -> None:
    text = "".join(text for name, text in files.items() if name.startswith("40_checks/"))
    shapes = [name for name in files if name.startswith("40_checks/of_a_key/")]

    assert len(shapes) == text.count("$statements$") // 2
    assert 0 < len(shapes) < text.count("\\ir of_a_key/")
    assert 'CREATE OR REPLACE FUNCTION "appschemas_asked"' not in files["40_checks/papers.sql"]
    assert not {name for name in shapes if f"\\ir {name}" in files["all.sql"]}


def test_what_psql_sends_for_a_key_is_what_the_engine_sends(files: dict[str, str]) -> None:
    constraints = key_constraints_of(installed_references(get_contract()))
    shapes = [(each, shape_of(each, get_contract())) for each in constraints]

    assert len(shapes) > 2
    assert {
        (shape and filled(shape.text, shape.names)) == statements_of(each, get_contract())
        for each, shape in shapes
    } == {True}


@pytest.mark.parametrize("prefix", ["", "a_", "appschemas_", "z_"])
@pytest.mark.parametrize("schema", ["accounts", "appschemas_m", "zoo"])
def test_a_key_of_any_plain_name_shares_its_statements(schema: str, prefix: str) -> None:
    contract = get_contract()
    (constraint, *_) = key_constraints_of(installed_references(contract))
    names = {constraint.schema: schema}
    named = replace(
        contract,
        schemas=tuple(
            replace(each, name=names.get(each.name, each.name), prefix=prefix)
            for each in contract.schemas
        ),
    )
    references = tuple(replace(each, schema=schema) for each in constraint.references)
    constraint = replace(constraint, schema=schema, references=references)

    shape = shape_of(constraint, named)

    assert shape
    assert filled(shape.text, shape.names) == statements_of(constraint, named)


@pytest.mark.parametrize("name", ["two words", "it's", 'a"b', "naïve", "{{table}}", "a\\b"])
def test_a_key_of_an_odd_name_has_its_statements_in_full(name: str) -> None:
    (first, *_) = installed_references(get_contract())
    files = check_files(get_contract(), [replace(first, table=name)])

    (text,) = files.values()
    assert "\\ir" not in text
    assert text.count("CREATE OR REPLACE FUNCTION") == 8
