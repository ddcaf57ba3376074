"""What `--help` shows can be typed, and a shell completes it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

import pytest
from django.core.management import find_commands, load_command_class

import appschemas
from appschemas.management.command_line import EXAMPLES, _parser
from tests.tools.checkout import ROOT

ENGINE = f"{appschemas.__path__[0]}/management"
COMMANDS = [name for name in find_commands(ENGINE) if "schema_" in name]
AUDITING = ["schema_audit", "schema_contract", "schema_convert"]


@pytest.mark.parametrize("name", [*COMMANDS, "schema_audit"])
def test_each_example_of_a_command_is_what_it_takes(name: str) -> None:
    app = "appschemas.auditing" if name in AUDITING else "appschemas"
    command = load_command_class(app, name)
    parser = command.create_parser("manage.py", name)

    assert command.examples
    for words, what in command.examples:
        assert parser.parse_args(shlex.split(words))
        assert f"manage.py {name} {words}".rstrip() in parser.format_help()
        assert f"  {what}\n" in parser.format_help()


def test_each_example_without_django_is_what_it_takes() -> None:
    parsed = [_parser().parse_args(shlex.split(words)) for words, _ in EXAMPLES]

    assert {each.command for each in parsed} == {"sql", "verifier", "doctor"}
    assert all(f"python -m appschemas {words}" in _parser().format_help() for words, _ in EXAMPLES)


def test_djangos_completion_knows_the_commands_and_their_options() -> None:
    words = "manage.py schema_verify --o"
    environ = {"DJANGO_AUTO_COMPLETE": "1", "COMP_WORDS": words, "COMP_CWORD": "2"}
    done = subprocess.run(
        [sys.executable, ROOT / "manage.py"],
        cwd=ROOT,
        env={**os.environ, **environ, "DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.split() == ["--orphans"]
