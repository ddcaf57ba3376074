"""Refusals: what is said of two sessions that were to act as one, and of which line."""

from __future__ import annotations

import contextlib
import sys
import warnings
from typing import Final

import asgiref
import django
import psycopg
from django.db.transaction import TransactionManagementError

from appschemas.conf import CROSS_SESSION, PACKAGE, cross_session
from appschemas.exceptions import AppSchemasError

APART: Final = (
    "Schema {0!r} is written here, and schema {1!r} has been written in the same block, at {2}. "
    "They have two sessions: each commits by itself, and neither sees what the other has not "
    "committed."
)
COMMITTED_APART: Final = (
    "Schema {0!r} is written here, and schema {1!r} has been written in the same block, at {2}, by "
    "another session: what it wrote stays when this block is rolled back."
)
WAITING: Final = (
    "Schema {0!r} is written here, and may have to wait for a row of schema {1!r} that this thread "
    "has locked in another session, at {2}: it would wait for itself."
)
UNCOMMITTED: Final = (
    "Schema {0!r} is written here, with a key of schema {1!r} that this test has written at {2} "
    "and does not commit. They have two sessions, and neither sees what the other has not "
    "committed."
)
TOGETHER: Final = (
    "on_delete reaches rows of {0}, whose schemas have more than one session: those of the one "
    "would stay deleted when the other is rolled back. Delete those that hold the key first."
)


class CrossSession(AppSchemasError, TransactionManagementError):
    """Two sessions were to act as one; the message names the lines of code of both.

    Raised before a statement that would write in a second session of a thread while a block of the
    first is open: they could not be rolled back together. What was written stays as it is.
    """


class CrossSessionWarning(RuntimeWarning):
    """The same as `CrossSession`, where the setting `APPSCHEMAS_CROSS_SESSION` is "warning"."""


def call_site() -> str:
    """File and line of the project's code that runs now."""
    file, line = _where()
    return f"{file}:{line}"


def tell(message: str, *, in_test: bool = False) -> None:
    """Refuse, or warn of, what the message says, as `APPSCHEMAS_CROSS_SESSION` has it.

    Args:
        message: What is wrong, and where.
        in_test: Whether it is a test that would have to commit.

    Raises:
        CrossSession: it is not to be let pass.
    """
    message += _REMEDY.format(_COMMITTING_TEST if in_test else _ONE_AFTER_THE_OTHER)
    if cross_session() == "warning":
        file, line = _where()
        warnings.warn_explicit(message, CrossSessionWarning, file, line)
    else:
        raise CrossSession(message)


# Private
# -------

_REMEDY: Final = (
    " {}, or let the contract give both schemas a shared session; "
    f'settings.{CROSS_SESSION} = "warning" lets it pass.'
)
_ONE_AFTER_THE_OTHER: Final = "Write the one after the other's commit (transaction.on_commit)"
_COMMITTING_TEST: Final = (
    "Let the test commit: TransactionTestCase, or pytest.mark.django_db(transaction=True)"
)
# Whose frames are not the project's code.
_NOT_THE_PROJECTS: Final = (
    *(str(path) for package in (django, psycopg, asgiref) for path in package.__path__),
    str(PACKAGE),
    contextlib.__file__,
)


def _where() -> tuple[str, int]:
    """The innermost line of code that is the project's."""
    frame = sys._getframe(1)
    while frame.f_back and frame.f_code.co_filename.startswith(_NOT_THE_PROJECTS):
        frame = frame.f_back
    return frame.f_code.co_filename, frame.f_lineno
