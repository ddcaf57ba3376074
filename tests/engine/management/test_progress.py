"""A terminal is told what a command is about while nothing else is printed; a file is not."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import OutputWrapper

from appschemas.management.progress import progress
from tests.tools.own_project import Project
from tests.tools.walls import Wall


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    return Terminal()


@pytest.mark.parametrize(
    ("command", "said"),
    [("schema_apply", "Comparing it with the contract"), ("schema_verify", "Reading the history")],
)
def test_a_terminal_is_told_what_is_done(
    in_production: Project, terminal: Terminal, command: str, said: str
) -> None:
    file = StringIO()

    call_command(command, stdout=StringIO(), stderr=terminal)
    call_command(command, stdout=StringIO(), stderr=file)

    assert said in terminal.getvalue()
    assert file.getvalue() == ""


def test_no_name_in_what_is_done_is_taken_for_more_than_text(terminal: Terminal) -> None:
    with progress(OutputWrapper(terminal), quiet=False) as told:
        told.step("1 of 2: alter table papers.a\x1b]0;owned\x07[red]b")

    assert r"papers.a\x1b]0;owned\x07[red]b" in terminal.getvalue()


def test_who_applies_is_told_each_step_and_how_many_there_are(bare: Wall) -> None:
    steps: list[str] = []

    bare.apply(step=steps.append)

    first = next(at for at, each in enumerate(steps) if each.startswith("1 of "))
    every = int(steps[first].partition(":")[0].removeprefix("1 of "))
    assert steps[:first] == [
        "Reading the catalog",
        "Comparing it with the contract and the models",
    ]
    assert every > 10
    assert any(each.startswith(f"{every - 1} of {every}: ") for each in steps)
