"""A command from the command line looks for no garbage in circles; one that is called does."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command, load_command_class
from django.core.management.base import BaseCommand

from appschemas.management.short_lived import ShortLived

READING = (
    "check",
    "makemigrations",
    "schema_apply",
    "schema_doctor",
    "schema_map",
    "schema_report",
    "schema_sql",
    "schema_verify",
)
LONG = ("migrate", "schema_move", "schema_provision", "schema_split")


class Looking(ShortLived):
    """Says whether garbage is looked for."""

    requires_system_checks: Any = ()
    found: bool | None = None

    def handle(self, *args: Any, **options: Any) -> None:
        self.found = gc.isenabled()


@pytest.fixture(autouse=True)
def at_exit(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Callable[..., Any]]]:
    registered: list[Callable[..., Any]] = []
    monkeypatch.setattr(atexit, "register", registered.append)
    yield registered
    gc.enable()


def looking() -> Looking:
    return Looking(stdout=StringIO(), stderr=StringIO())


def test_the_command_line_looks_for_none_until_the_command_is_done(
    at_exit: list[Callable[..., Any]],
) -> None:
    command = looking()

    command.run_from_argv(["manage.py", "looking"])

    assert command.found is False
    assert gc.isenabled()
    assert at_exit == [gc.freeze]


def test_what_was_switched_off_before_stays_off() -> None:
    gc.disable()

    looking().run_from_argv(["manage.py", "looking"])

    assert not gc.isenabled()


def test_an_error_leaves_things_as_they_were() -> None:
    with pytest.raises(SystemExit):
        looking().run_from_argv(["manage.py", "looking", "--no-such-option"])

    assert gc.isenabled()


def test_code_that_calls_a_command_is_let_be(at_exit: list[Callable[..., Any]]) -> None:
    command = looking()

    call_command(command)

    assert command.found is True
    assert at_exit == []


@pytest.mark.parametrize("name", READING)
def test_commands_that_read_are_such(name: str) -> None:
    assert isinstance(load_command_class("appschemas", name), ShortLived)


@pytest.mark.parametrize("name", LONG)
def test_commands_that_render_states_or_run_long_are_not(name: str) -> None:
    command: BaseCommand = load_command_class("appschemas", name)

    assert not isinstance(command, ShortLived)
