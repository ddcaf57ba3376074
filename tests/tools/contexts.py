"""The role and the search_path in which a statement runs."""

from __future__ import annotations

from django.db import connections

PEOPLE, PAPERS = ("people_rw", "people"), ("papers_rw", "papers")


def place(alias: str) -> tuple[str, str]:
    """The role and the search_path in which a statement of this alias runs."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT current_user, pg_catalog.current_setting('search_path')")
        role, path = cursor.fetchone()
    return role, path.partition(",")[0]
