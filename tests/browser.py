"""The pages in a browser: writes them, and lets node open, click and search.

    python -m tests.browser [--pictures FOLDER]

`make test-browser` has a server for it. CHROMIUM names the browser; it is Debian's without.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from appschemas.auditing.pages.audit import audit_page
from appschemas.management.map.page import map_page
from tests.tools.audits import crossing, report
from tests.tools.checkout import ROOT
from tests.tools.maps import hostile, map_of


def main(arguments: list[str]) -> int:
    """Write the pages and look at them; the exit code of the tests."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser")
    parser.add_argument("--pictures", type=Path, help="where screenshots go")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name, facts in {
            "map-3": map_of(3),
            "map-15-made-up": map_of(15),
            "map-100": map_of(100),
            "map-hostile": hostile(),
        }.items():
            (folder / f"{name}.html").write_text(map_page(facts), encoding="utf-8")
        audit = audit_page(
            report(*map(crossing, range(1, 12))),
            [_key(crossing(number)) for number in range(8)],
            [("January", report(*map(crossing, range(16)))), ("June", report())],
        )
        (folder / "audit.html").write_text(audit, encoding="utf-8")
        environ = {**os.environ, **provisioned()}
        manage("schema_map", "--html", f"{folder}/map-15.html", environ=environ)
        manage("schema_map", "--html", f"{folder}/map-no-database.html", "--no-database")
        pictures = {"MAP_PICTURES": str(options.pictures.resolve())} if options.pictures else {}
        return subprocess.run(
            ["npm", "test", "--silent"],
            cwd=ROOT / "pages",
            env={**os.environ, "MAP_PAGES": made, **pictures},
            check=False,
        ).returncode


def provisioned() -> dict[str, str]:
    """A database of the reference project; the variables that lead there."""
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as file:
        manage("schema_provision", "--name", "pages", "--env-file", file.name)
        return dict(line.rstrip("\n").split("=", 1) for line in file)


def manage(*words: str, environ: dict[str, str] | None = None) -> str:
    """What a command prints."""
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=environ or dict(os.environ),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


def _key(found: dict[str, Any]) -> tuple[str, str, str, tuple[str, ...]]:
    return found["kind"], found["file"], found["function"], tuple(found["tables"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
