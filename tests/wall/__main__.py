"""The wall of a contract, tried on a server and printed.

    python -m tests.wall [CONTRACT] [--svg FILE]

Exits 1 when a cell is not what the contract says. `make wall CONTRACT=path` has a server for it.
"""

from __future__ import annotations

import argparse
import secrets
import sys
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from appschemas.contract.contract import Contract
from tests.wall.database import standing
from tests.wall.picture import picture, table
from tests.wall.trials import matrix


def main(arguments: list[str]) -> int:
    """Try and print; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.wall")
    parser.add_argument("contract", nargs="?", default="config/schemas.toml", type=Path)
    parser.add_argument("--svg", type=Path, help="draw it into this file as well")
    parser.add_argument("--server", default="", help="a superuser's login, as libpq takes it")
    options = parser.parse_args(arguments)
    contract = Contract.load(options.contract)
    server = {"dbname": "postgres", **conninfo_to_dict(options.server)}
    with standing(server, contract, f"wall_{secrets.token_hex(4)}") as there:
        version = psycopg.pq.version_pretty(there.connection.info.server_version)
        cells = matrix(there)
    wrong = [cell for cell in cells if not cell.is_right]
    print(table(cells, contract))
    print(
        f"\n{len(cells):,} statements tried on PostgreSQL {version}, {len(wrong)} not as granted."
    )
    for cell in wrong:
        said = cell.sqlstate or "went through"
        print(f"  {cell.role} in {cell.place or 'the server'}: {cell.action}: {said}")
    if options.svg:
        options.svg.write_text(picture(cells, contract), encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
