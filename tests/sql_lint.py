"""squawk over all SQL that a DBA or the migrator sends: sql/, and each migration's.

    python -m tests.sql_lint

Exit code 1 where it finds anything; `.squawk.toml` says what it does not look for, and why.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

import django
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from appschemas.provisioning.psql.checks import SHAPES
from appschemas.provisioning.psql.shapes import QUOTE, filled

ROOT = Path(__file__).resolve().parents[1]
SQL = ROOT / "sql"


def main() -> int:
    """Write down what is sent, and let squawk read it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    with tempfile.TemporaryDirectory() as place:
        files = [*folder(Path(place)), *migrations(Path(place))]
        squawk = Path(sys.executable).with_name("squawk")
        command = [squawk, f"--config={ROOT / '.squawk.toml'}", "--reporter=gcc", *files]
        done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    print(done.stdout + done.stderr, end="")
    if done.returncode == 0:
        print(f"squawk: {len(files)} files, nothing found.")
    return done.returncode


def folder(place: Path) -> list[str]:
    """The files of sql/, as the server gets them."""
    return [
        written(place, path.relative_to(ROOT), sent(included(path)))
        for path in sorted(SQL.rglob("*.sql"))
        if path.name != "all.sql" and path.parent.name != SHAPES
    ]


def included(path: Path) -> str:
    """The text of a file, with the statements of what it includes filled in."""
    names: dict[str, str] = {}
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.fullmatch(r"\\set (\w+) (\w[\w:]*)", line):
            names[match[1]] = match[2]
        if match := re.fullmatch(rf"\\ir ({SHAPES}/\w+\.sql)", line):
            shape = (path.parent / match[1]).read_text(encoding="utf-8")
            line = filled(shape.split(QUOTE)[1], names)
        lines.append(line)
    return "\n".join(lines)


def migrations(place: Path) -> list[str]:
    """What sqlmigrate prints for each migration of the project's own and of Django's apps."""
    files = []
    for app, name in sorted(MigrationLoader(None).disk_migrations):
        out = StringIO()
        call_command("sqlmigrate", app, name, stdout=out, stderr=StringIO(), no_color=True)
        files.append(written(place, Path("migrations", app, f"{name}.sql"), out.getvalue()))
    return files


def sent(text: str) -> str:
    """The SQL of a file for psql: without psql's own commands, and with names for its variables."""
    text = re.sub(r"^\s*\\(?:set|if|else|endif|ir)\b.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\s*\\g(?:set|exec)", ";", text)
    text = re.sub(r"(?<!:):(['\"])(\w+)\1", r"\1\2\1", text)
    return text.replace(" :lending", "").replace(":lent", '"lent"')


def written(place: Path, name: Path, text: str) -> str:
    path = place / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(name)


if __name__ == "__main__":
    sys.exit(main())
