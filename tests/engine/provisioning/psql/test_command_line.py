"""python -m appschemas: the DBA's part, rendered without a Django project."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64decode
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings

from appschemas import Contract
from appschemas.provisioning.psql.verifier import verifier
from appschemas.provisioning.sql_folder import render
from tests.tools import forks

ODD = "pāss wörd „€“ ½"


def test_it_renders_what_schema_sql_does_but_for_tables_and_checks(tmp_path: Path) -> None:
    contract = Path(settings.APPSCHEMAS_CONTRACT)
    done = command("sql", f"--contract={contract}", "--output=sql", cwd=tmp_path)

    whole = render(Contract.load(contract))
    made = {path.relative_to(tmp_path / "sql").as_posix() for path in files(tmp_path)}

    assert done.returncode == 0, done.stderr
    assert made == {name for name in whole if name[:3] not in ("30_", "40_")}
    for name in made - {"all.sql", "README.md"}:
        assert (tmp_path / "sql" / name).read_text() == whole[name]
    page = (tmp_path / "sql" / "README.md").read_text()
    assert "25_grants/<schema>.sql" in page
    assert not {name for name in ("30_tables", "40_checks", "45_reads") if name in page}


def test_a_stale_folder_is_found(tmp_path: Path) -> None:
    where = (f"--contract={settings.APPSCHEMAS_CONTRACT}", "--output=sql")
    command("sql", *where, cwd=tmp_path)
    (tmp_path / "sql" / "10_roles.sql").write_text("-- by hand\n")

    done = command("sql", *where, "--check", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "sql/10_roles.sql\n")
    assert "sql is stale in 1 files; render it with: python -m appschemas sql" in done.stderr


def test_a_mistake_in_the_contract_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "schemas.toml").write_text("version = 2\n")

    done = command("sql", cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr.startswith("schemas.toml: ")
    assert "Traceback" not in done.stderr


def test_somebodys_own_page_stays(tmp_path: Path) -> None:
    (tmp_path / "sql").mkdir()
    (tmp_path / "sql" / "README.md").write_text("# Ours\n")

    command("sql", f"--contract={settings.APPSCHEMAS_CONTRACT}", cwd=tmp_path)

    assert (tmp_path / "sql" / "README.md").read_text() == "# Ours\n"


@pytest.mark.parametrize("password", ["secret", ODD])
def test_a_verifier_is_the_one_that_libpq_makes(server: dict[str, Any], password: str) -> None:
    with psycopg.connect(**server) as connection:
        theirs = connection.pgconn.encrypt_password(
            password.encode(), b"anybody", b"scram-sha-256"
        ).decode()
    salt = b64decode(theirs.partition(":")[2].partition("$")[0])

    made = command("verifier", stdin=f"{password}\n").stdout

    assert verifier(password, salt) == theirs
    assert re.fullmatch(r"SCRAM-SHA-256\$4096:[\w+/=]{24}\$[\w+/=]{44}:[\w+/=]{44}\n", made)


# Private
# -------


def command(
    *arguments: str, cwd: Path | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """The command in a process that knows no Django project."""
    environ = {key: value for key, value in os.environ.items() if "DJANGO" not in key}
    words = [sys.executable, "-m", "appschemas", *arguments]
    return forks.run(words, cwd=cwd, environ=environ, given=stdin)


def files(folder: Path) -> list[Path]:
    return [path for path in (folder / "sql").rglob("*") if path.is_file()]
