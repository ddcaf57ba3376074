"""Creation: the test database of an alias is that of all schemas of its server.

Django makes it for the first alias and takes the others for mirrors of that one, and a mirror is
never migrated: https://docs.djangoproject.com/en/stable/topics/testing/advanced/
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from os import environ
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.core.cache import caches
from django.core.cache.backends.db import BaseDatabaseCache
from django.core.management import CommandError, call_command
from django.db import OperationalError, connections, router
from django.db.backends.postgresql import creation as postgresql

from appschemas.backend.session.aliases import Together
from appschemas.backend.session.settings import test_name
from appschemas.backend.test_databases import registered_test_databases
from appschemas.conf import ENGINE
from appschemas.contract.subset import chosen
from appschemas.exceptions import AppSchemasError

# Called before the first test database of a process is made.
before_tests: list[Callable[[], None]] = []
# Set to 1, it lets the template be built anew, even if one is there.
REBUILD: Final = "APPSCHEMAS_REBUILD"
_ROOM: Final = 59


class DatabaseCreation(postgresql.DatabaseCreation):
    """Django's own for aliases that the contract does not know.

    `is_made` is whether the aliases mean a test database now, and `together` for which aliases what
    was serialized is put back: those of the test case at the first of them, none at the others.
    """

    is_made = False
    together: tuple[str, ...] | None = None

    def _get_test_db_name(self) -> str:
        """That of the platform, where its entry gives one, for all aliases of its database.

        A subset has a database of its own, so that no run ends another's.
        """
        given = test_name(self.connection.alias) if self.connection.schema else None
        name = given or str(super()._get_test_db_name())
        if self.connection.schema is None or not (names := chosen()):
            return name
        subset = names[0] if len(names) == 1 else sha256(",".join(names).encode()).hexdigest()[:8]
        # Room for the number of a clone.
        return f"{name}_{subset}"[:_ROOM]

    def create_test_db(
        self,
        verbosity: int = 1,
        autoclobber: bool = False,
        serialize: bool = True,
        keepdb: bool = False,
    ) -> str:
        if self.connection.schema is None:
            return str(super().create_test_db(verbosity, autoclobber, serialize, keepdb))
        with _refusing():
            for prepare in before_tests:
                prepare()
        name: str = self._get_test_db_name()
        if verbosity >= 1:
            shown = self._get_database_display_str(verbosity, name)
            self.log(f"{'Using existing' if keepdb else 'Creating'} test database for {shown}...")
        self._provision(name, verbosity, autoclobber=autoclobber, keepdb=keepdb)
        self._mark(is_made=True)
        self._connect()
        self._make_cache_tables()
        if serialize:
            self.connection._test_serialized_contents = self.serialize_db_to_string()
        return name

    def serialize_db_to_string(self) -> str:
        """What the tables of the schema hold now, in JSON.

        Django asks for the first alias of a new test database only; what the others hold is kept
        along with it.
        """
        for alias in self._aliases() if self.is_made else ():
            if not hasattr(connections[alias], "_test_serialized_contents"):
                connections[alias]._test_serialized_contents = _serialized(alias)
        return _serialized(self.connection.alias)

    def deserialize_db_from_string(self, data: str) -> None:
        """Put it back, with what the other schemas of the test held, in one transaction.

        The flush after another test makes content types and permissions again, with other keys than
        those that were serialized: they go first. (Django stops there with a unique violation.)
        """
        if self.together is None:
            super().deserialize_db_from_string(data)
        elif self.together:
            call_command(
                "flush",
                database=Together(self.connection.alias, self.together),
                interactive=False,
                inhibit_post_migrate=True,
                reset_sequences=False,
                verbosity=0,
            )
            rows = (connections[alias]._test_serialized_contents for alias in self.together)
            together = ",".join(filter(None, (each.strip()[1:-1].strip() for each in rows)))
            super().deserialize_db_from_string(f"[{together}]")

    def _clone_test_db(self, suffix: str, verbosity: int, keepdb: bool = False) -> None:
        if self.connection.schema is None:
            return super()._clone_test_db(suffix, verbosity, keepdb)
        for alias in self._aliases():
            connections[alias].close()
        source = self.connection.settings_dict["NAME"]
        target = self.get_test_db_clone_settings(suffix)["NAME"]
        with _refusing():
            registered_test_databases().copy(self.connection.alias, source, target, keep=keepdb)

    def destroy_test_db(
        self,
        old_database_name: str | None = None,
        verbosity: int = 1,
        keepdb: bool = False,
        suffix: str | None = None,
    ) -> None:
        siblings = self._aliases()
        for alias in siblings:
            connections[alias].close()
        super().destroy_test_db(old_database_name, verbosity, keepdb, suffix)
        if old_database_name is not None:
            self._mark(is_made=False)
            for alias in siblings:
                connections[alias].settings_dict["NAME"] = old_database_name

    def _destroy_test_db(self, test_database_name: str, verbosity: int) -> None:
        if self.connection.schema is None:
            return super()._destroy_test_db(test_database_name, verbosity)
        with _refusing():
            registered_test_databases().drop(self.connection.alias, test_database_name)

    def test_db_signature(self) -> tuple[Any, ...]:
        """What aliases with one test database have in common."""
        host, port, _, name = super().test_db_signature()
        return host, port, ENGINE, name

    # Private
    # -------

    def _connect(self) -> None:
        """A login that the server refuses is one message here, and one a test later on."""
        sessions = {connections[alias].session: connections[alias] for alias in self._aliases()}
        for connection in sessions.values():
            try:
                connection.ensure_connection()
            except OperationalError as error:
                reason = str(error).strip().partition("\n")[0]
                raise CommandError(
                    f"Cannot connect to the test database: {reason}. The login is that of "
                    "DATABASE_URL, or of the schema's own."
                ) from error

    def _make_cache_tables(self) -> None:
        # Django asks for them in each alias, whether or not a cache is in the database.
        if any(isinstance(cache, BaseDatabaseCache) for cache in caches.all()):
            call_command("createcachetable", verbosity=0)

    def _aliases(self) -> tuple[str, ...]:
        if self.connection.schema is None:
            return (self.connection.alias,)
        return registered_test_databases().aliases(self.connection.alias)

    def _mark(self, *, is_made: bool) -> None:
        for alias in self._aliases():
            connections[alias].creation.is_made = is_made

    def _ask_to_delete(self, name: str) -> None:
        with _refusing():
            is_there = registered_test_databases().exists(self.connection.alias, name)
        question = f"Type 'yes' to delete the test database {name!r} that is there: "
        if is_there and input(question) != "yes":
            raise CommandError("Tests cancelled.")

    def _provision(self, name: str, verbosity: int, *, autoclobber: bool, keepdb: bool) -> None:
        if not (keepdb or autoclobber):
            self._ask_to_delete(name)
        with _refusing(), _without_migrations(self.connection):
            registered_test_databases().provide(
                self.connection.alias,
                name,
                keep=keepdb,
                rebuild=environ.get(REBUILD) == "1",
                progress=self.log if verbosity >= 2 else None,
            )


@contextmanager
def _refusing() -> Iterator[None]:
    """What goes wrong is a message, for `manage.py test` as for pytest."""
    try:
        yield
    except AppSchemasError as error:
        raise CommandError(str(error)) from error


@contextmanager
def _without_migrations(connection: Any) -> Iterator[None]:
    """`TEST = {"MIGRATE": False}` means for all apps, as it does in Django."""
    before = settings.MIGRATION_MODULES
    if connection.settings_dict["TEST"]["MIGRATE"] is False:
        settings.MIGRATION_MODULES = {config.label: None for config in apps.get_app_configs()}
    try:
        yield
    finally:
        settings.MIGRATION_MODULES = before


def _serialized(alias: str) -> str:
    connection = connections[alias]
    rows = (
        row
        for config in apps.get_app_configs()
        if config.name not in settings.TEST_NON_SERIALIZED_APPS
        for model in router.get_migratable_models(config, alias)
        if model._meta.can_migrate(connection)
        for row in model._base_manager.using(alias).order_by(model._meta.pk.name).iterator(2000)
    )
    return str(serializers.serialize("json", rows))
