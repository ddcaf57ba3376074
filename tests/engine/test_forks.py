"""Commands in forked processes, that most tests of commands use: as processes of their own are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import forks

SAYS = """
import os, sys
print(__name__, sys.argv, sys.path, os.getcwd(), sorted(os.environ), sys.stdin.read())
print(sys.stdout.isatty(), sys.stdout.encoding, file=sys.stderr)
"""
ENDS = {
    "said": "sys.exit('bye')",
    "with a number": "sys.exit(3)",
    "at its end": "import atexit; atexit.register(print, 'ended')",
    "of a thread": "import threading; threading.Timer(0.01, print, ['ended']).start()",
    "killed": "import signal; os.kill(os.getpid(), signal.SIGKILL)",
}


@pytest.mark.parametrize("ends", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("begins", ["-c", "-m", "script"])
def test_a_forked_command_is_as_one_that_was_started(
    tmp_path: Path, begins: str, ends: str
) -> None:
    program = f"{SAYS}\n{ends}"
    (tmp_path / "said.py").write_text(program)
    words = {"-c": ["-c", program], "-m": ["-m", "said"], "script": ["said.py"]}[begins]
    command = [sys.executable, *words, "one", "--two"]
    environ = {**os.environ, "PYTHONPATH": str(tmp_path / "there"), "ONE": "1"}

    started = subprocess.run(
        command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False
    )

    done = forks.run(command, cwd=tmp_path, environ=environ)
    assert vars(done) == vars(started)


def test_what_may_be_missing_or_is_a_projects_own_is_not_there(tmp_path: Path) -> None:
    program = (
        "import sys; from django.conf import settings;"
        "print(settings.configured, {*sys.argv[1:]} & {*sys.modules})"
    )
    optional = ["rich", "sqlglot", "libcst", "networkx"]

    done = forks.run([sys.executable, "-c", program, *optional], cwd=tmp_path, environ=os.environ)

    assert done.stdout == "False set()\n"


def test_what_goes_wrong_has_its_traceback(tmp_path: Path) -> None:
    done = forks.run([sys.executable, "-c", "1 / 0"], cwd=tmp_path, environ=os.environ)

    assert done.returncode == 1
    assert done.stderr.startswith("Traceback")
    assert done.stderr.endswith("ZeroDivisionError: division by zero\n")
