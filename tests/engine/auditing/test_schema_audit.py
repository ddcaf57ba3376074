"""The page on the audit names every option and kind, and no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management.base import BaseCommand

from appschemas.auditing.crossings import KINDS
from appschemas.auditing.management.commands.schema_audit import Command

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "audit.md"


def table(heading: str) -> set[str]:
    """The first column of the table under a heading, without its code marks and arguments."""
    text = PAGE.read_text().split(f"## {heading}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `([\w-]+)", text, re.MULTILINE))


def test_every_kind_is_on_the_page() -> None:
    """With what it means."""
    assert table("Kinds") == set(KINDS)


def test_every_option_of_the_command_is_on_the_page() -> None:
    """Django's own left out."""
    ours, djangos = (
        {word for action in command.create_parser("manage.py", "x")._actions
         for word in action.option_strings if word.startswith("--")}
        for command in (Command(), BaseCommand())
    )  # fmt: skip

    assert table("Options of `manage.py schema_audit`") == ours - djangos


def test_every_option_of_pytest_is_on_the_page(pytestconfig: pytest.Config) -> None:
    """All begin with --schemas-audit."""
    groups: Any = pytestconfig._parser._groups
    ours = {
        name for group in groups for option in group.options for name in option.names()
        if name.startswith("--schemas-audit")
    }  # fmt: skip

    assert table("Options of pytest") == ours
