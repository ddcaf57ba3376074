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


def test_what_the_database_starts_with_changes_nothing_that_an_administrator_reads(
    server: dict[str, Any],
) -> None:
    odd = "-c quote_all_identifiers=on -c datestyle=SQL,DMY -c standard_conforming_strings=off"

    with connect(**{**server, "options": odd}) as session:
        found = session.execute(
            r"SELECT quote_ident('plain'), '2026-11-27'::date::text, length('a\b')"
        ).fetchone()

    assert found == ("plain", "2026-11-27", 3)
