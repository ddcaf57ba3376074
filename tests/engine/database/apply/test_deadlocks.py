"""Whoever waits for what we hold, while we wait for him: it is told, and tried again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from appschemas.database.apply.apply import apply
from appschemas.database.apply.attempts import Patience
from appschemas.database.apply.remove import remove
from appschemas.exceptions import LockNotGranted
from tests.tools.stepping import BLOCKED, Session
from tests.tools.walls import TABLES, Wall

PATIENT = Patience("100ms", retry_for=20)


@pytest.fixture
def filled(bare: Wall) -> Wall:
    """In step, with a role to which it may all be given."""
    bare.apply()
    bare.run(TABLES)
    bare.apply()
    bare.run("CREATE ROLE {stranger}")
    return bare


class Meddled:
    """Something happens before the first of its statements that begins with a word."""

    def __init__(self, connection: psycopg.Connection[Any], word: str, do: Callable[[], None]):
        self._connection, self._word, self._do = connection, word, do
        self.happened = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        text = query.decode() if isinstance(query, bytes) else query
        text = text if isinstance(text, str) else text.as_string(None)
        if text.startswith(self._word) and not self.happened:
            self.happened = 1
            self._do()
        return self._connection.execute(query, *args, **kwargs)


class Vacuum:
    """VACUUM of a table, which waits for whoever has changed its row in pg_class."""

    def __init__(self, wall: Wall, server: dict[str, Any], table: str) -> None:
        login = {**server, "dbname": wall.prefix}
        self._session = Session(psycopg.connect(**login))
        self._observer = psycopg.connect(**login)
        self._statement = f'VACUUM "{wall.prefix}_app".{table}'.encode()

    def __enter__(self) -> Vacuum:
        return self

    def __exit__(self, *error: object) -> None:
        self._session.connection.close()
        self._observer.close()

    def begin(self) -> None:
        """Until it waits."""
        self._session.send(self._statement)
        while not self._observer.execute(BLOCKED, [self._session.pid]).fetchone()[0]:  # type: ignore[index]
            assert not self._session.listen(0.01), self._session.said

    def end(self) -> list[str]:
        while self._session.busy:
            self._session.listen(1)
        return self._session.said


def test_what_takes_it_all_away_lets_a_vacuum_pass(filled: Wall, server: dict[str, Any]) -> None:
    with Vacuum(filled, server, "tag") as vacuum:
        meddled = Meddled(filled.connection, "REASSIGN", vacuum.begin)
        done = remove(meddled, filled.contract, f"{filled.prefix}_stranger", PATIENT)  # type: ignore[arg-type]

        assert (meddled.happened, vacuum.end()) == (1, ["VACUUM"])

    assert done
    owner = filled.run("SELECT tableowner FROM pg_tables WHERE tablename = 'tag'").fetchone()
    assert owner == (f"{filled.prefix}_stranger",)


def test_in_a_transaction_of_the_callers_it_is_told(filled: Wall, server: dict[str, Any]) -> None:
    """It has locked what is waited for itself, so that nothing can let the other pass."""
    filled.run("ALTER TABLE {app}.tag OWNER TO CURRENT_USER")
    with Vacuum(filled, server, "tag") as vacuum:
        with pytest.raises(LockNotGranted) as refused, filled.connection.transaction():
            filled.run("GRANT SELECT ON {app}.tag TO {stranger}")
            vacuum.begin()
            filled.apply(patience=PATIENT)

        assert vacuum.end() == ["VACUUM"]

    assert filled.plain(refused.value).startswith(
        "Somebody holds a lock that this needs, and waits for this: "
    )
    assert str(refused.value).endswith("Nothing was changed. Run it again.")
    assert "tag" in " ".join(filled.lines())


def test_a_new_database_is_tried_again_too(bare: Wall, server: dict[str, Any]) -> None:
    bare.apply()
    bare.run(TABLES)
    with psycopg.connect(**{**server, "dbname": bare.prefix}) as other:
        other.execute(f'BEGIN; LOCK TABLE "{bare.prefix}_app".note'.encode())
        patience = Patience("50ms", 20, lambda *_: other.rollback())

        apply(bare.connection, bare.contract, bare.installed, at_once=True, patience=patience)

    assert (bare.lines(), bare.findings()) == ([], [])
