"""What an identity key costs beside the foreign key that Django would make.

Each round runs every statement on all three pairs of tables, one after the other, in an order that
turns with the round; a figure is the median over the rounds of the ratio to the foreign key in the
same round, with the quartiles. Run by `make bench`; needs DATABASE_URL of an administrator.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import Any, Final

import psycopg
from psycopg.sql import SQL, Identifier
from rich.console import Console
from rich.progress import track
from rich.table import Table

from appschemas.apply import apply
from appschemas.contract import Contract
from appschemas.edges import Edge, checks_of
from appschemas.identity import create

DATABASE: Final = "bench_appschemas"
PARENTS: Final = 10_000
ROUNDS: Final = 15
CONTRACT: Final = """
version = 1
[roles]
application = "bench_app"
migrator = "bench_migrator"
prefix = "bench_"
[schemas.hub]
alias = "default"
apps = ["hub"]
publishes = ["hub.Person"]
[schemas.app]
apps = ["app"]
references = ["hub.Person"]
"""
TABLES: Final = """
CREATE TABLE hub.person (id bigint PRIMARY KEY, name text);
INSERT INTO hub.person SELECT g, 'person ' || g FROM generate_series(1, %(parents)s) g;
CREATE TABLE app.bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, person_id bigint);
CREATE TABLE app.native (LIKE app.bare INCLUDING ALL,
  FOREIGN KEY (person_id) REFERENCES hub.person DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE app.checked (LIKE app.bare INCLUDING ALL);
CREATE INDEX ON app.bare (person_id);
CREATE INDEX ON app.native (person_id);
CREATE INDEX ON app.checked (person_id);
ALTER TABLE hub.person OWNER TO bench_hub_owner;
ALTER TABLE app.checked OWNER TO bench_app_owner;
"""
EDGE: Final = Edge("app", "checked", "hub", "person", "id", "person_id", "bigint")
KINDS: Final = ("bare", "native", "checked")


@dataclass(frozen=True, slots=True)
class Figure:
    """A statement that is timed; `times` is how often in one round."""

    name: str
    sql: SQL
    times: int = 1


FIGURES: Final = (
    Figure(
        "INSERT of one row, own transaction",
        SQL("INSERT INTO app.{table} (person_id) VALUES (1 + (random() * 9999)::int)"),
        times=300,
    ),
    Figure(
        "INSERT of 1,000 rows",
        SQL(
            "INSERT INTO app.{table} (person_id)"
            " SELECT 1 + (random() * 9999)::int FROM generate_series(1, 1000)"
        ),
        times=5,
    ),
    Figure(
        "INSERT..SELECT of 50,000 rows",
        SQL(
            "INSERT INTO app.{table} (person_id)"
            " SELECT 1 + (random() * 9999)::int FROM generate_series(1, 50000)"
        ),
    ),
    Figure(
        "the same, five hot keys",
        SQL(
            "INSERT INTO app.{table} (person_id)"
            " SELECT 1 + (random() * 4)::int FROM generate_series(1, 50000)"
        ),
    ),
    Figure(
        "UPDATE that leaves the key alone, 1,000 rows",
        SQL("UPDATE app.{table} SET person_id = person_id WHERE id <= 1000"),
        times=5,
    ),
)


def main() -> int:
    """Measure, and print a table of ratios."""
    with database(os.environ["DATABASE_URL"]) as connection:
        rounds: dict[str, list[dict[str, float]]] = {figure.name: [] for figure in FIGURES}
        for number in track(range(ROUNDS), "Rounds"):
            order = KINDS[number % 3 :] + KINDS[: number % 3]
            for figure in FIGURES:
                rounds[figure.name].append(
                    {kind: seconds(connection, figure, kind) for kind in order}
                )
            for kind in KINDS:
                connection.execute(SQL("TRUNCATE app.{}").format(Identifier(kind)))
    Console().print(shown(rounds))
    return 0


# Private
# -------


@contextmanager
def database(url: str) -> Iterator[psycopg.Connection[Any]]:
    """A database of its own with the contract applied, dropped at the end, its roles, too."""
    with psycopg.connect(url, autocommit=True) as server:
        name = Identifier(DATABASE)
        server.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        server.execute(SQL("CREATE DATABASE {}").format(name))
        contract = Contract.parse(CONTRACT)
        try:
            with psycopg.connect(url, dbname=DATABASE, autocommit=True) as connection:
                prepare(connection, contract)
                yield connection
        finally:
            server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(name))
            for (role,) in server.execute(
                "SELECT rolname FROM pg_roles WHERE rolname LIKE 'bench\\_%'"
            ).fetchall():
                server.execute(SQL("DROP ROLE {}").format(Identifier(role)))


def prepare(connection: psycopg.Connection[Any], contract: Contract) -> None:
    """The tables three times: held by nothing, by a foreign key, by an identity key."""
    apply(connection, contract)
    with psycopg.ClientCursor(connection) as cursor:
        cursor.execute(TABLES, {"parents": PARENTS})
    for check in checks_of([EDGE]):
        for statement in create(check, contract, validate=False):
            connection.execute(SQL("SET ROLE {}").format(Identifier(statement.role)))
            connection.execute(statement.sql)
    connection.execute("RESET ROLE")
    connection.execute("ANALYZE")


def seconds(connection: psycopg.Connection[Any], figure: Figure, kind: str) -> float:
    """How long the statement takes, as often as the figure says."""
    statement = figure.sql.format(table=Identifier(kind))
    run: Callable[..., Any] = connection.execute
    start = perf_counter()
    for _ in range(figure.times):
        run(statement)
    return perf_counter() - start


def shown(rounds: dict[str, list[dict[str, float]]]) -> Table:
    """Medians and quartiles of the ratios to the foreign key."""
    table = Table(title="Wall time; DEFERRABLE INITIALLY DEFERRED foreign key = 1.00")
    for heading in ("", "no check", "identity key", "quartiles"):
        table.add_column(heading)
    for name, measured in rounds.items():
        bare = [each["bare"] / each["native"] for each in measured]
        checked = [each["checked"] / each["native"] for each in measured]
        low, _, high = quantiles(checked, n=4)
        table.add_row(
            name, f"{median(bare):.2f}", f"{median(checked):.2f}", f"{low:.2f} to {high:.2f}"
        )
    return table


if __name__ == "__main__":
    sys.exit(main())
