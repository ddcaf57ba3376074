"""The administrator's session: what it begins with, whatever the settings say."""

from __future__ import annotations

from typing import Any

from appschemas.database.servers import connect


def test_an_administrators_session_has_its_name_no_path_and_nothing_prepared(
    server: dict[str, Any],
) -> None:
    words = {**server, "application_name": "shop", "autocommit": False}

    with connect(**words) as session:
        for _ in range(8):
            session.execute("SELECT 1")
        found = session.execute(
            "SELECT current_setting('application_name'), current_setting('search_path'),"
            " (SELECT count(*) FROM pg_prepared_statements)"
        ).fetchone()

    assert (found, session.closed) == (("appschemas", "", 0), True)
