"""createcachetable: the tables of caches that are in the database, in one schema."""

from __future__ import annotations

from typing import Any

from django.core.cache import caches
from django.core.cache.backends.db import BaseDatabaseCache
from django.core.management.base import CommandError
from django.core.management.commands import createcachetable

from appschemas.backend.session.current_role import logged_in_as_migrator
from appschemas.conf import get_contract
from appschemas.contract.schema import CACHE_APP
from appschemas.management.whole_project import WholeProject, aliases_for
from appschemas.routers import home_of


class Command(WholeProject, createcachetable.Command):
    """Django's createcachetable; the owner of the platform, or of the schema that has the app
    `django_cache` in the contract, makes them."""

    def handle(self, *tablenames: str, database: str, **options: Any) -> None:
        contract = get_contract()
        home = home_of(CACHE_APP, contract)
        named = contract.schema_of_alias(database)
        if home is not None and named is not None and home.alias not in aliases_for(database):
            raise CommandError(
                f"Caches live in schema {home.name!r}: say --database {home.alias}, or leave "
                f'--database out. To move them, list "{CACHE_APP}" in the apps of a schema.'
            )
        if not tablenames and not any(isinstance(each, BaseDatabaseCache) for each in caches.all()):
            raise CommandError(
                "No cache is in the database; give one of settings.CACHES the backend "
                '"django.core.cache.backends.db.DatabaseCache".'
            )
        with logged_in_as_migrator():
            alias = home.alias if home and named else database
            super().handle(*tablenames, database=alias, **options)
