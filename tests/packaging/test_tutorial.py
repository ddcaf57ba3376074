"""The tutorial, word for word, on the built wheel and a real server."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.tools.checkout import ROOT, without_checkout
from tests.tools.servers import PROVISIONING, admin_settings, administrator, drop, recreate

TUTORIAL = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its title and its text."""

    language: str
    title: str
    text: str


@pytest.fixture
def shop(worker_id: str) -> Iterator[str]:
    """An empty database, as the tutorial asks for; its roles are dropped along with it."""
    name = f"test_tutorial_{worker_id}"
    with administrator() as server:
        server.execute("SELECT pg_advisory_lock(%s)", [PROVISIONING])
        recreate(server, name)
        yield name
        drop(server, name)
        for (role,) in server.execute(
            "SELECT rolname FROM pg_roles WHERE rolname LIKE 'tutorial\\_%'"
        ).fetchall():
            server.execute(f'DROP ROLE "{role}"')


def test_every_step_of_the_tutorial_works(shop: str, environment: Path, tmp_path: Path) -> None:
    environ = without_checkout(os.environ)
    environ["PATH"] = f"{environment}:{environ['PATH']}"
    printed = ""
    for block in blocks(TUTORIAL):
        match block.language, block.title:
            case "console", _:
                for command in commands(block, shop):
                    if not command.startswith("pip install"):  # The wheel is what is tried here.
                        printed = run(command, tmp_path, environ)
                    if "schema_contract --write" in command:
                        rename_roles(tmp_path / "schemas.toml")
            case "text", _:
                assert printed.split() == block.text.split()
            case "toml", _:
                assert block.text.strip() in (tmp_path / "schemas.toml").read_text()
            case "python", title if title.endswith(" (append)"):
                path = tmp_path / title.removesuffix(" (append)")
                path.write_text(path.read_text() + "\n" + block.text)
            case "python", title:
                (tmp_path / title).write_text(block.text)


def blocks(page: Path) -> list[Block]:
    """Every fenced block of the page in order."""
    return [Block(*found) for found in BLOCK.findall(page.read_text())]


def commands(block: Block, database: str) -> Iterator[str]:
    """The commands of a console block, with this server in the place of the tutorial's."""
    for line in block.text.splitlines():
        command = line.removeprefix("$ ").replace("appschemas_", "tutorial_")
        yield re.sub(r"postgresql://(\w+):(\S+)@localhost:5432/shop", url(database), command)


def url(database: str) -> object:
    """A replacement that keeps the tutorial's logins, but for the administrator's."""
    settings = admin_settings()
    place = f"{quote(settings['HOST'] or 'localhost', safe='')}:{settings['PORT'] or 5432}"

    def replaced(found: re.Match[str]) -> str:
        user, password = found.groups()
        if user == "postgres":
            user, password = settings["USER"], quote(settings["PASSWORD"], safe="")
        return f"postgresql://{user}:{password}@{place}/{database}"

    return replaced


def rename_roles(contract: Path) -> None:
    """Roles are the server's: these must not be the reference project's."""
    text = contract.read_text().replace('"appschemas_', '"tutorial_')
    contract.write_text(text.replace("[roles]\n", '[roles]\nprefix = "tutorial_"\n'))


def run(command: str, folder: Path, environ: dict[str, str]) -> str:
    """Run it as a shell does; what `export` sets stays set."""
    done = subprocess.run(
        ["bash", "-ec", f"{command}\nenv -0 > .environment"],
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    exported = (folder / ".environment").read_text().split("\0")
    environ.update(dict(line.split("=", 1) for line in exported if "DATABASE_URL=" in line))
    return done.stdout
