"""Transactions of this schema, and locks that live as long as they do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connections, router, transaction

from github_activity_tracker.models import GitHubRepository

# https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS
_LOCK: Final = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


def atomic() -> transaction.Atomic:
    """A transaction of this schema, or a savepoint in the one that is open."""
    return transaction.atomic(using=_database())


@contextmanager
def files_locked(repo_id: int) -> Iterator[None]:
    """A transaction in which nobody else adds files to the repository.

    No unique constraint holds a file's name. The lock lasts to the end of the outermost
    transaction; whoever waits reads again and, at READ COMMITTED, sees what was added.
    """
    with atomic():
        with connections[_database()].cursor() as cursor:
            cursor.execute(_LOCK, [f"github_activity_tracker.githubfile:{repo_id}"])
        yield


# Private
# -------


def _database() -> str:
    return router.db_for_write(GitHubRepository)
