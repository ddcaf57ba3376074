"""schema_sql: what is committed is what would be rendered."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from appschemas.conf import get_contract
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
    assert {name for name in files if name.startswith("40_checks/")} == {
        "40_checks/papers.sql",
        "40_checks/reviews.sql",
    }
