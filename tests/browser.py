"""The pages in a browser: writes them, and lets node open, click and search.

    python -m tests.browser [--pictures FOLDER]

`make test-browser` has a server for it. CHROMIUM names the browser; it is Debian's without.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
        manage("collect_git", ".", environ=environ)
        pictures = {"MAP_PICTURES": str(options.pictures.resolve())} if options.pictures else {}
        with site(folder, environ) as served:
            return subprocess.run(
                ["npm", "test", "--silent"],
                cwd=ROOT / "pages",
                env={**os.environ, "MAP_PAGES": made, **pictures, **served},
                check=False,
            ).returncode


@contextmanager
def site(folder: Path, environ: dict[str, str]) -> Iterator[dict[str, str]]:
    """The project served on a free port; where, and the password of its administrator."""
    make = "from pathlib import Path; from config.next_steps import make_administrator; "
    make += f"make_administrator('admin', Path({str(folder / 'password')!r}))"
    manage("shell", "--no-imports", "--command", make, environ=environ)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = subprocess.Popen(
        [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"],
        cwd=ROOT,
        env={**environ, "DJANGO_DEBUG": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port, running)
        password = (folder / "password").read_text(encoding="utf-8").strip()
        yield {"SITE": f"http://127.0.0.1:{port}", "SITE_PASSWORD": password}
    finally:
        running.terminate()
        running.wait()


def wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    """Until the server answers."""
    while running.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("manage.py runserver ended.")


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
