"""Django's own tests: its source distribution, fetched when it is needed and never committed."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[2]
LOCAL = ROOT / ".local" / "django-suite"


def tests_of_django() -> Path:
    """The directory of runtests.py, for the version of Django that is installed."""
    name = f"django-{django.__version__}"
    if not (LOCAL / name).exists():
        LOCAL.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=LOCAL) as directory:
            _download(Path(directory))
            with tarfile.open(Path(directory) / f"{name}.tar.gz") as archive:
                archive.extractall(directory, filter="data")
            # It gets its name when it is whole; another run may have been faster.
            if not (LOCAL / name).exists():
                (Path(directory) / name).rename(LOCAL / name)
    return LOCAL / name / "tests"


# Private
# -------


def _download(directory: Path) -> None:
    locked = directory / "requirement.txt"
    locked.write_text(_locked())
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "download", "-qq", "--disable-pip-version-check"),
            *("--no-deps", "--no-binary", "django", "--no-build-isolation"),
            *("--require-hashes", "-r", locked, "-d", directory),
        ]
    )
    if done.returncode:
        raise SystemExit("Django's source distribution cannot be fetched; pip says why above.")


def _locked() -> str:
    """What the lock says of the installed version: its hashes hold for the source, too."""
    entry = re.compile(
        rf"^django=={re.escape(django.__version__)} (?:.*\\\n)+.*--hash.*$", re.MULTILINE
    )
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        if found := entry.search(lock.read_text()):
            return found.group()
    raise SystemExit(f"Django {django.__version__} is installed and in no lock: run `make venv`.")
