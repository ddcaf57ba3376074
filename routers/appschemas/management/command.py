"""Command: what the engine's commands have in common, each option and each message said once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.core.management.base import CommandError, CommandParser
from django.db import Error
from psycopg.errors import DeadlockDetected, LockNotAvailable, OutOfMemory

from appschemas.auditing.management.examples import CommandWithExamples
from appschemas.database.apply.attempts import RETRY_FOR
from appschemas.database.apply.lock_timeout import DEFAULT_LOCK_TIMEOUT, duration
from appschemas.exceptions import AppSchemasError
from appschemas.management.terminal import is_colourless, shown
from appschemas.management.unsplit import why_unsplit


class EngineCommand(CommandWithExamples):
    """A command whose errors are one message each and exit code 1, and never a traceback."""

    def execute(self, *args: Any, **options: Any) -> Any:
        if is_colourless() and not options.get("force_color"):
            options["no_color"] = True
        with one_message():
            return super().execute(*args, **options)


@contextmanager
def one_message() -> Iterator[None]:
    """Tell a user's mistake, or what the server refuses, in one message.

    Raises:
        CommandError: in place of the engine's errors, psycopg's and Django's of the database; of
            tables that are missed where a split would move them, it names the split.
    """
    try:
        yield
    except (AppSchemasError, psycopg.Error, Error, CommandError) as error:
        is_told = isinstance(error, CommandError)
        # Where Django tells it in its own words, what the server said is behind them.
        said_by = error.__context__ if is_told else error
        if isinstance(said_by, psycopg.Error | Error) and (unsplit := why_unsplit()):
            raise CommandError(shown(str(unsplit))) from error
        if is_told:
            raise
        said = str(error) if isinstance(error, AppSchemasError) else first_line(error)
        raise CommandError(shown(said)) from error


def first_line_or_lock(error: Exception, what: str) -> str:
    """The first line, and what to do where somebody held a lock that `what` needs."""
    cause, first = error.__cause__ or error, first_line(error)
    if isinstance(cause, LockNotAvailable):
        return (
            f"{first}. Somebody holds a lock that {what} needs; it changed nothing. "
            "Run it again, or give it more time: --lock-timeout 30s"
        )
    if isinstance(cause, DeadlockDetected):
        return (
            f"{first}. Somebody held a lock that {what} needs, and waited for it; it changed "
            "nothing. Run it again."
        )
    return first


def first_line(error: Exception) -> str:
    """What the server says, without the lines in which it shows the statement."""
    first, cause = str(error).partition("\n")[0], error.__cause__ or error
    if isinstance(cause, OutOfMemory) and cause.diag.message_hint:
        return f"{first}: {cause.diag.message_hint}"
    return first


def add_json(parser: CommandParser) -> None:
    """`--json`, for machines."""
    parser.add_argument("--json", action="store_true", help="Print JSON.")


def add_database(parser: CommandParser) -> None:
    """`--database`, by any alias of it; without it all databases of the contract."""
    parser.add_argument("--database", help="Only the database of this alias.")


def add_patience(parser: CommandParser, lock_timeout: str) -> None:
    """`--lock-timeout` of one try, and `--retry-for`, how long there are others."""
    add_lock_timeout(parser, lock_timeout)
    parser.add_argument(
        "--retry-for",
        type=duration,
        default=f"{RETRY_FOR:g}s",
        help="How long to try again what waits for somebody (default: %(default)s).",
    )


def add_lock_timeout(parser: CommandParser, default: str = DEFAULT_LOCK_TIMEOUT) -> None:
    """`--lock-timeout`, a duration as PostgreSQL writes them."""
    parser.add_argument(
        "--lock-timeout",
        type=duration,
        default=default,
        help="How long a statement waits for a lock, as PostgreSQL writes durations "
        "(default: %(default)s).",
    )
