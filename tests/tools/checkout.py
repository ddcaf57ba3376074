"""This checkout: its root, its manage.py, and commands that run away from it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.tools import forks

ROOT = Path(__file__).resolve().parents[2]


def without_checkout(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment, but for what would let Python find this checkout or its settings."""
    ours = ("DATABASE_URL", "DJANGO", "PYTHONPATH")
    return {name: value for name, value in environ.items() if not any(o in name for o in ours)}


def output(*command: object, cwd: Path | None = None) -> str:
    """What the command prints, away from this checkout; it must succeed."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=without_checkout(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def manage(*arguments: str, environ: dict[str, str]) -> str:
    """What the command prints; it must succeed."""
    done = forks.run([sys.executable, "manage.py", *arguments], cwd=ROOT, environ=environ)
    assert done.returncode == 0, done.stderr
    return done.stdout
