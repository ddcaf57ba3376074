"""What is too large for one transaction of a server is told with what makes room for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

import psycopg
import pytest

from appschemas.database.apply.attempts import Patience
from appschemas.database.apply.remove import remove
from appschemas.database.plan.changes import Change
from appschemas.exceptions import AppSchemasError
from config.server import throwaway
from config.server.embedded import Server
from tests.tools.walls import TABLES, built

# PostgreSQL keeps some memory beyond what it is told.
TOO_MANY = 800


@pytest.fixture
def narrow() -> Iterator[Server]:
    """A server that has room for few locks."""
    with throwaway() as server:
        with psycopg.connect(server.url(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET max_locks_per_transaction = 10")
            connection.execute("ALTER SYSTEM SET max_connections = 20")
        server.stop()
        server.start()
        yield server


def test_what_takes_all_away_names_the_setting_with_which_it_does(narrow: Server) -> None:
    login = {**psycopg.conninfo.conninfo_to_dict(narrow.url()), "autocommit": True}
    removed: tuple[Change, ...] = ()
    # The sessions from before the restart are ended by it.
    with suppress(psycopg.OperationalError), built(login) as wall:
        wall.apply()
        wall.run(TABLES)
        wall.run("SET ROLE {app_owner}")
        for number in range(TOO_MANY):
            wall.run(f"CREATE TABLE {{app}}.thing_{number} (id int PRIMARY KEY, name text UNIQUE)")
        wall.run("RESET ROLE; CREATE ROLE {stranger}")
        stranger = f"{wall.prefix}_stranger"

        with pytest.raises(AppSchemasError, match=r"Nothing was changed\. One transaction") as told:
            remove(wall.connection, wall.contract, stranger, Patience())
        (hint,) = re.findall(r"ALTER SYSTEM SET max_locks_per_transaction = \d+", str(told.value))
        wall.connection.execute(hint)
        narrow.stop()
        narrow.start()
        with psycopg.connect(**{**login, "dbname": wall.prefix}) as connection:
            removed = remove(connection, wall.contract, stranger, Patience())

    assert removed
