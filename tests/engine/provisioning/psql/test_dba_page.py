"""docs/howto/dba.md, followed: every command on it is typed, by the login that it names."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import call_command

from tests.tools.history_project import ROOT
from tests.tools.own_project import PASSWORD
from tests.tools.three_logins import Service, psql, service

PAGE = (ROOT / "docs" / "howto" / "dba.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture
def shop(
    server: dict[str, Any], tmp_path: Path, django_db_blocker: Any, worker_id: str
) -> Iterator[Service]:
    """Nothing made yet, and sql/ in the folder where the commands are typed."""
    with (
        django_db_blocker.unblock(),
        service(server, tmp_path, f"page_{worker_id}", owner="group") as made,
    ):
        made.render()
        (tmp_path / "schemas.toml").write_bytes(made.path.read_bytes())
        (tmp_path / "app.password").write_text(f"{PASSWORD}\n")
        yield made


def blocks(heading: str) -> list[list[str]]:
    """The lines after the prompts, block by block, below a heading."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [
        [line[2:] for line in block.splitlines() if line.startswith("$ ")]
        for block in FENCE.findall(section)
    ]


def typed(shop: Service, lines: list[str], folder: str = "", owner: str = "") -> str:
    """What the DBA's lines print, in a shell whose database is called shop on the page."""
    place = {f"PG{key}": str(shop.server[name]) for key, name in
             (("HOST", "host"), ("PORT", "port")) if shop.server.get(name)}  # fmt: skip
    binaries = [str(psql().parent), str(Path(sys.executable).parent), os.environ["PATH"]]
    text = re.sub(r"-d shop\b", f"-d {shop.database}", "\n".join(lines))
    done = subprocess.run(
        ["sh", "-ec", text.replace("shop_owner", owner or shop.group)],
        cwd=shop.folder / folder,
        env={
            **{k: v for k, v in os.environ.items() if not k.startswith("PG")},
            **place,
            "PGUSER": shop.dba,
            "PGPASSWORD": PASSWORD,
            "PATH": os.pathsep.join(binaries),
            "PYTHONPATH": str(ROOT / "routers"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def managed(shop: Service, lines: list[str], login: str) -> str:
    """What the lines said to manage.py print, typed by a login."""
    printed = StringIO()
    for line in lines:
        if "manage.py" in line:
            words = shlex.split(line.partition("manage.py ")[2].replace("shop_owner", shop.group))
            with shop.administered_by(login):
                call_command(*words, stdout=printed, no_color=True)
    return printed.getvalue()


def test_duties_are_separate_and_all_of_it_is_taken_back(shop: Service) -> None:
    dba, job = blocks("Separate duties")
    # \password reads from a terminal.
    typed(shop, [line for line in dba if "\\password" not in line], "sql")
    shop.let_in()

    assert "all in step" in managed(shop, job, shop.migrator)

    by_psql, by_command = blocks("Take it back")
    assert "DROP ROLE" in managed(shop, by_command, shop.dba)
    assert typed(shop, by_psql) == ""


def test_everything_is_run_by_psql_with_passwords_from_a_file(shop: Service) -> None:
    (everything,) = blocks("Everything by psql")
    verifier, given = blocks("Passwords from a file of secrets")[0]

    assert typed(shop, everything) == ""
    typed(shop, [verifier])
    typed(shop, [given.replace("-f 10", "-f sql/10")])

    with psycopg.connect(shop.url(shop.application)) as connection:
        assert connection.execute("SELECT session_user::text").fetchone() == (shop.application,)


def test_the_contract_alone_renders_the_same(shop: Service) -> None:
    (lines,) = blocks("Without the project")

    printed = typed(shop, [line for line in lines if line.startswith("python")])

    assert re.search(r"files, wrote \d+\.\nsql: \d+ files, all current\.\n$", printed)
    assert (shop.sql / "10_roles.sql").exists()
