"""What an owner may call a thing is shown on a terminal, and never done by it."""

from __future__ import annotations

import io

import psycopg
import pytest
from django.core.management.base import CommandError

from appschemas.exceptions import AppSchemasError
from appschemas.management.command import one_message
from appschemas.management.commands.schema_split import Command as Split

NAMED = "papers.a\x1b]0;owned\x07\x9b31m\u202eb"


@pytest.mark.parametrize("kind", [AppSchemasError, psycopg.Error])
def test_a_name_in_an_error_is_shown(kind: type[Exception]) -> None:
    with pytest.raises(CommandError) as raised, one_message():
        raise kind(f"There is no table {NAMED}")

    assert str(raised.value) == r"There is no table papers.a\x1b]0;owned\x07\x9b31m\u202eb"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_name_in_a_step_of_a_split_is_shown() -> None:
    terminal = Terminal()
    command = Split(stdout=terminal)

    command._tell(f"function {NAMED} -> papers")

    assert terminal.getvalue() == "function papers.a\\x1b]0;owned\\x07\\x9b31m\\u202eb -> papers\n"
