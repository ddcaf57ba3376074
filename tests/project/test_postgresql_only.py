"""Nothing here runs on anything but PostgreSQL."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
POSTGRESQL = {"appschemas.backend.postgresql", "django.db.backends.postgresql"}
# A name of an engine, or what makes one of a URL.
OTHERS = re.compile(
    "db[.]backends[.](?!postgresql|base|utils|ddl_references|signals|dummy)[a-z]|sqlite[3]"
)


def test_every_alias_is_postgresql() -> None:
    assert {each["ENGINE"] for each in settings.DATABASES.values()} <= POSTGRESQL


def test_no_file_names_another_backend() -> None:
    found = [
        f"{path}: {match[0]}"
        for path in files()
        if path.suffix in {".py", ".toml", ".ini", ".yml", ".cfg", ""}
        for match in OTHERS.finditer((ROOT / path).read_text())
    ]

    assert found == []


@pytest.mark.parametrize("url", ["sqlite:///db", "mysql://root@127.0.0.1/db"])
def test_settings_refuse_another_database(url: str) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={"DATABASE_URL": url, "PATH": ""},
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 1
    assert "must be a PostgreSQL URL" in done.stderr


# Private
# -------


def files() -> list[Path]:
    """What is in the repository, or would be."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [path for line in listed.splitlines() if (ROOT / (path := Path(line))).is_file()]
