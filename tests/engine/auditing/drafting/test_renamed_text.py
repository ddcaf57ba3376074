"""The contract's file with another name for one schema: what people wrote into it stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from appschemas.auditing.drafting.renamed_text import renamed_text
from appschemas.contract.contract import Contract
from appschemas.exceptions import ContractError

TEXT = """\
version = 1  # papers of papers

[schemas.people]
alias = "default"
apps = ["people"]

# What [schemas.papers] is for.
[ schemas . "papers" ]  # the papers
# Its apps.
apps = ["papers"]   # one

[schemas.papers.limits]
work_mem = "16MB"  # of papers

[schemas.wall]
apps = ["wall"]
reads = [
    "papers",  # all of papers
    "people.Person",
]

[schemas.board]
apps = ["board"]
reads = ["papers.Paper (id)", 'papers.listed']

[logins.ada]
reads = ["people", "papers"]  # both
"""
DOTTED = """\
version = 1
[schemas]
people = {alias = "default", apps = ["people"]}
papers.apps = ["papers"]
papers.limits.work_mem = "16MB"
"""


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n")])
def test_names_change_and_nothing_else_does(text: str) -> None:
    found = renamed_text(Contract.parse(text), text, "papers", "articles")

    assert '[ schemas . "articles" ]  # the papers' in found
    assert "# What [schemas.papers] is for." in found
    assert '    "articles",  # all of papers' in found
    assert 'reads = ["papers.Paper (id)", "articles.listed"]' in found
    assert 'work_mem = "16MB"  # of papers' in found
    assert Contract.parse(found)["articles"].alias == "papers"


def test_there_and_back_is_the_same_file() -> None:
    text = TEXT.replace("'papers.listed'", '"papers.listed"')
    there = renamed_text(Contract.parse(text), text, "papers", "articles")

    assert renamed_text(Contract.parse(there), there, "articles", "papers") == text


def test_an_alias_that_is_written_down_stays() -> None:
    text = TEXT.replace("# Its apps.", 'alias = "library"')

    found = renamed_text(Contract.parse(text), text, "papers", "articles")

    assert found.count("alias = ") == 2
    assert Contract.parse(found)["articles"].alias == "library"


def test_keys_with_dots_and_inline_tables_are_renamed_too() -> None:
    found = renamed_text(Contract.parse(DOTTED), DOTTED, "people", "persons")
    again = renamed_text(Contract.parse(found), found, "persons", "people")

    assert 'persons = {alias = "default", apps = ["people"]}' in found
    assert again == DOTTED


def test_a_file_that_cannot_be_changed_says_what_to_type(tmp_path: Path) -> None:
    path = tmp_path / "schemas.toml"

    with pytest.raises(ContractError, match=r"rename \[schemas.papers\] to \[schemas.articles\]"):
        renamed_text(Contract.parse(DOTTED, path), DOTTED, "papers", "articles")
