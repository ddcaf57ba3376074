"""Errors: one base, facts as attributes, messages that say what would have been right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

DOCUMENTATION: Final = "https://django-appschemas.readthedocs.io/en/latest"


class AppSchemasError(Exception):
    """Base of every error that this package raises for a user's mistake.

    Its message is one sentence or two: what is wrong, where, and what would be right. A command
    prints it and exits with 1.
    """


class ContractError(AppSchemasError):
    """The contract says something that cannot be right.

    Raised wherever the contract is read: by `Contract.load`, `databases`, `installed_apps`, every
    command. `check` says it as E001.

    Attributes:
        path: The file, or "contract" for a text.
        problems: One sentence a mistake, each naming the key and what would have been right.
    """

    def __init__(self, path: object, problems: list[str]) -> None:
        self.path = str(path)
        self.problems = problems
        lines = problems if len(problems) == 1 else ["", *(f"  {line}" for line in problems)]
        super().__init__(f"{self.path}: " + "\n".join(lines))


class CrossSchemaJoin(AppSchemasError):
    """A query tried to follow an identity key into another schema.

    Raised when the query is built, before anything is sent; the message has what to write instead.
    """


class TooManyKeys(CrossSchemaJoin):
    """A condition on the other side of an identity key names more keys than the limit.

    Raised when the query runs.

    Attributes:
        limit: How many it may name.
    """

    def __init__(self, condition: str, limit: int) -> None:
        super().__init__(
            f"{condition} names more than {limit:,} keys of another schema, which would be sent "
            "with the query. Narrow the condition, begin the query on the other side, or allow "
            "more: with appschemas.key_limit(n), or APPSCHEMAS_KEY_LIMIT in the settings."
        )
        self.limit = limit


class NotInstalled(AppSchemasError, LookupError):
    """An identity key points at a model whose app is not installed in this subset.

    Raised when the object behind the key is asked for; the key itself can be read and written.
    """


class DatabaseUrlError(AppSchemasError):
    """A database URL that cannot be used; the password is never part of the message.

    Raised by `databases`, which names the environment variable.
    """


class MigrationOrderError(AppSchemasError):
    """A migration belongs to another schema, or needs one that is not applied there yet.

    Raised by `migrate --database`, before anything is changed.
    """


class NotSplit(AppSchemasError):
    """The project's tables lie in a schema that is none of the contract's."""


class SubsetError(AppSchemasError):
    """A subset of the schemas that cannot be: one of them is unknown, or cannot stand alone.

    Raised by what reads the subset first: `databases`, `installed_apps`, pytest, Django at start.
    """


class LeftOut(AppSchemasError, ImportError):
    """Models of an app were imported that the subset leaves out.

    Attributes:
        label: The label of the app.
    """

    def __init__(self, label: str, chosen: str) -> None:
        super().__init__(
            f"The models of app {label!r} are not there: only {chosen} is installed (APPSCHEMAS). "
            f'Hold a key by identity_key("{label}.<Model>"), call the services of {label!r} '
            "inside of the function that needs them, or choose its schema, too."
        )
        self.label = label


class LockNotGranted(AppSchemasError):
    """Somebody held a lock for longer than a command may wait.

    Raised by `schema_apply`; the message names who, and says what was changed before.

    Attributes:
        what: What waited for it.
    """

    def __init__(self, what: str, message: str) -> None:
        super().__init__(message)
        self.what = what


class ProvisioningError(AppSchemasError):
    """A database could not be made ready.

    Raised by `schema_provision` and by what makes test databases; nothing half made is left to use.
    """


class UndeclaredSchema(AppSchemasError):
    """A test touched a schema that its mark does not name.

    Attributes:
        schema: The schema that was touched.
        statement: The SQL that would have touched it; it was not sent.
    """

    def __init__(self, test: str, declared: list[str], schema: str, statement: str) -> None:
        names = ", ".join(repr(name) for name in declared)
        super().__init__(
            f"{test} declares {names} and touches schema {schema!r}:\n  {statement}\n"
            f"Declare it, too: @pytest.mark.schemas({names}, {schema!r}), or leave it alone."
        )
        self.schema = schema
        self.statement = statement


class KeyFactoryError(AppSchemasError):
    """A test asked for the key of a row that cannot be made."""


def with_pages(messages: Iterable[Any]) -> list[Any]:
    """Django's check messages, each hint followed by the address of the page of its ID.

    Those of others stay as they are (https://docs.djangoproject.com/en/stable/topics/checks/).
    """
    found = list(messages)
    for message in found:
        app, _, name = (message.id or "").partition(".")
        page = f"See {DOCUMENTATION}/checks/{name}/"
        if app == "appschemas" and page not in (message.hint or ""):
            message.hint = f"{message.hint or ''} {page}".strip()
    return found
