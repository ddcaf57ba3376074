"""The wall: three statements that the database refuses, each tried as an app's own role.

Run as `python -m config.wall` on a database that holds some history (`manage.py collect_git`).
"""

import os
import sys
from dataclasses import dataclass

import django
from django.db import DatabaseError, connections

APP, HUB = "github_activity_tracker", "cppa_user_tracker"


@dataclass(frozen=True)
class Attempt:
    """A statement that must not succeed."""

    what: str
    alias: str
    sql: str
    sqlstate: str


ATTEMPTS = (
    Attempt(
        "read another schema's table",
        APP,
        "SELECT username FROM cppa_user_tracker.cppa_user_tracker_githubaccount",
        "42501",
    ),
    Attempt(
        "hold a key that does not exist",
        APP,
        "INSERT INTO github_activity_tracker_githubrepository"
        " (owner_account_id, repo_name, stars, forks, description)"
        " VALUES (-1, 'nobody/nothing', 0, 0, '')",
        "23503",
    ),
    Attempt(
        "delete a row whose key is held",
        HUB,
        "DELETE FROM cppa_user_tracker_githubaccount WHERE baseprofile_ptr_id ="
        " (SELECT min(baseprofile_ptr_id) FROM cppa_user_tracker_githubaccount)",
        "23503",
    ),
)


def refused(attempt: Attempt) -> tuple[str, str | None]:
    """PostgreSQL's answer and its SQLSTATE; None where the statement went through."""
    with connections[attempt.alias].cursor() as cursor:
        try:
            cursor.execute(attempt.sql)
        except DatabaseError as error:
            return str(error).strip(), getattr(error.__cause__, "sqlstate", None)
    return "went through", None


def main() -> int:
    """Try each; the exit code is 1 when one of them went through."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    held = True
    for attempt in ATTEMPTS:
        answer, sqlstate = refused(attempt)
        held &= sqlstate == attempt.sqlstate
        print(f"\n{attempt.alias}_rw tries to {attempt.what}:\n  {attempt.sql}")
        print("  " + answer.replace("\n", "\n  ") + f"\n  SQLSTATE {sqlstate}")
    print("\nThe wall holds." if held else "\nTHE WALL DOES NOT HOLD.")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
