"""schema_contract: what the models say, kept beside what people wrote."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as tiny
from django.core.management import CommandError, call_command

from appschemas import Contract

TEXT = Path(tiny.APPSCHEMAS_CONTRACT).read_text(encoding="utf-8")


@pytest.fixture
def file(settings: Any, tmp_path: Path) -> Path:
    """A copy of the contract, which the settings name."""
    path = tmp_path / "schemas.toml"
    path.write_text(TEXT, encoding="utf-8")
    settings.APPSCHEMAS_CONTRACT = path
    return path


def said(**options: Any) -> str:
    out = StringIO()
    call_command("schema_contract", stdout=out, no_color=True, **options)
    return out.getvalue()


def test_a_current_file_is_current(file: Path) -> None:
    assert said(check=True) == f"{file} says what the models say.\n"


def test_a_difference_is_shown_and_nothing_written(file: Path) -> None:
    changed = TEXT.replace('apps = ["papers"]', 'apps = ["papers", "ghosts"]')
    file.write_text(changed, encoding="utf-8")

    assert said().splitlines() == [
        "- papers.apps: ghosts",
        f"{file} does not say what the models say; write it with --write.",
    ]
    assert file.read_text(encoding="utf-8") == changed


def test_check_fails_when_something_differs(file: Path) -> None:
    file.write_text(TEXT.replace('"reviews.Grant.person", ', ""), encoding="utf-8")

    with pytest.raises(CommandError, match="does not say what the models say"):
        said(check=True)


def test_writing_keeps_comments_and_what_people_decided(file: Path) -> None:
    changed = TEXT.replace('pending = ["reviews.Grant.person", "reviews.Grant_papers.paper"]\n', "")
    file.write_text(changed.replace("[schemas.people]", "[schemas.people]  # the hub"), "utf-8")

    said(write=True)

    text = file.read_text(encoding="utf-8")
    assert "# Where Django's own apps live." in text
    assert "# the hub" in text
    assert Contract.load(file).schemas == Contract.parse(TEXT).schemas


def test_what_is_not_used_any_more_goes(file: Path) -> None:
    old = 'references = ["papers.Paper", "people.Country", '
    file.write_text(TEXT.replace(old, f'{old}"people.Badge", '), encoding="utf-8")

    assert "- reviews.references: people.Badge" in said(write=True)

    assert Contract.load(file).schemas == Contract.parse(TEXT).schemas


def test_the_first_contract_is_written_from_nothing(file: Path) -> None:
    file.unlink()

    said(write=True)

    contract = Contract.load(file)
    assert [schema.name for schema in contract.schemas] == [
        "platform", "people", "papers", "reviews"
    ]  # fmt: skip
    assert contract["platform"].alias == "default"
    assert contract["papers"].references == Contract.parse(TEXT)["papers"].references
    assert set(contract["reviews"].pending) == set(Contract.parse(TEXT)["reviews"].pending)


def test_writing_twice_changes_nothing(file: Path) -> None:
    file.unlink()
    said(write=True)
    first = file.read_text(encoding="utf-8")

    said(check=True)

    assert file.read_text(encoding="utf-8") == first


def test_an_app_that_is_gone_leaves_the_file(file: Path) -> None:
    file.write_text(TEXT.replace('apps = ["reviews"]', 'apps = ["reviews", "ghosts"]'), "utf-8")

    assert "- reviews.apps: ghosts" in said(write=True)


def test_the_json_schema_names_every_key() -> None:
    schema = json.loads(said(json_schema=True))

    assert set(schema["properties"]) == {
        *("version", "roles", "extensions", "schemas", "logins"),
    }
