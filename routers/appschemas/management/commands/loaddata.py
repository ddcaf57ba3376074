"""loaddata: fixtures whose rows live in several schemas, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import CommandError
from django.core.management.commands import loaddata
from django.db import connections, router, transaction
from django.db.models import Model

from appschemas.backend.session.aliases import Together
from appschemas.conf import get_contract
from appschemas.fields import IdentityKey, identity_keys
from appschemas.fields.natural_keys import NaturalKey
from appschemas.management.whole_project import (
    Everything,
    WholeProject,
    aliases_for,
    with_the_rights_of_owners,
)
from appschemas.routers import taken_together


class Command(WholeProject, loaddata.Command):
    """Django's loaddata; each row goes into its own schema, and all of them or none."""

    def handle(self, *fixture_labels: str, database: str, **options: Any) -> None:
        self._elsewhere: set[str] = set()
        self._saved = 0
        if isinstance(database, Together) and not database.aliases:
            return
        with ExitStack() as stack:
            if isinstance(database, Everything) and get_contract().own_schemas:
                # What has a session of its own is written in one transaction with the rest.
                stack.enter_context(with_the_rights_of_owners())
            stack.enter_context(taken_together(aliases_for(database)))
            for other in _other_sessions(database, aliases_for(database)):
                stack.enter_context(transaction.atomic(using=other))
            super().handle(*fixture_labels, database=database, **options)
        if self._elsewhere and not self._saved and not isinstance(database, Together):
            raise CommandError(
                f"No object of {', '.join(fixture_labels)} lives behind --database {database}; "
                f"they live in {', '.join(sorted(self._elsewhere))}. Leave --database out."
            )

    def save_obj(self, obj: Any) -> bool:
        model = type(obj.object)
        _take_over(obj)
        if not router.allow_migrate_model(self.using, model):
            home = get_contract().schema_of_app(model._meta.app_label)
            self._elsewhere.add(home.name if home else model._meta.app_label)
        elif _awaited(obj.object) and model._meta.app_config not in self.excluded_apps:
            self.objs_with_deferred_fields.append(_Later(self, obj))
            return model not in self.excluded_models
        saved = bool(super().save_obj(obj))
        self._saved += saved
        return saved

    def save_late(self, obj: Any) -> None:
        """Save a row that had to wait for another."""
        try:
            super().save_obj(obj)
        except ObjectDoesNotExist as error:
            raise CommandError(f"Problem installing fixtures: {error}") from error
        self._saved += 1

    def reset_sequences(self, connection: Any, models: Iterable[type[Model]]) -> None:
        homes: dict[str, list[type[Model]]] = {}
        for model in models:
            homes.setdefault(router.db_for_write(model), []).append(model)
        for alias, those in homes.items():
            super().reset_sequences(connections[alias], those)

    @property
    def saved(self) -> int:
        """How many rows are saved by now."""
        return self._saved


# Private
# -------


class _Later:
    """A row whose identity key is named by the natural key of a row that comes after it.

    Django calls `save_deferred_fields` once every fixture has been read.
    """

    def __init__(self, command: Command, obj: Any) -> None:
        self._command, self._obj = command, obj
        self._seen = -1

    def save_deferred_fields(self, using: str | None = None) -> None:
        if _awaited(self._obj.object) and self._seen != self._command.saved:
            # It may wait for one that waits, too.
            self._seen = self._command.saved
            self._command.objs_with_deferred_fields.append(self)
            return
        self._command.save_late(self._obj)


def _take_over(obj: Any) -> None:
    """Django saves a row first and its deferred keys later; a column may not be null till then."""
    deferred = obj.deferred_fields or {}
    for field in [each for each in deferred if isinstance(each, IdentityKey)]:
        setattr(obj.object, field.attname, NaturalKey(deferred.pop(field)))


def _awaited(instance: Model) -> bool:
    """Whether a key is still not known, having been looked up again."""
    for model in (type(instance), *instance._meta.all_parents):
        for field in identity_keys(model):
            value = getattr(instance, field.attname)
            if isinstance(value, NaturalKey):
                value = field.to_python(value)
                setattr(instance, field.attname, value)
                if isinstance(value, NaturalKey):
                    return True
    return False


def _other_sessions(alias: str, aliases: Iterable[str]) -> list[str]:
    """An alias of each session that is not that of `alias`."""
    sessions = {connections[other].session: other for other in aliases}
    sessions.pop(connections[alias].session, None)
    return list(sessions.values())
