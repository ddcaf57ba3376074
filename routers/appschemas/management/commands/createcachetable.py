"""createcachetable: the tables of caches that are in the database, in one schema."""

from __future__ import annotations

from typing import Any

from django.core.cache import caches
from django.core.cache.backends.db import BaseDatabaseCache
from django.core.management.base import CommandError
from django.core.management.commands import createcachetable

from appschemas.contract.schema import CACHE_APP
from appschemas.management.whole_project import InOneSchema, with_the_rights_of_owners


class Command(InOneSchema, createcachetable.Command):
    """Django's createcachetable; the owner of the platform, or of the schema that has the app
    `django_cache` in the contract, makes them."""

    app_label = CACHE_APP

    def handle(self, *tablenames: str, **options: Any) -> None:
        if not tablenames and not any(isinstance(each, BaseDatabaseCache) for each in caches.all()):
            raise CommandError(
                "No cache is in the database; give one of settings.CACHES the backend "
                '"django.core.cache.backends.db.DatabaseCache".'
            )
        with with_the_rights_of_owners():
            super().handle(*tablenames, **options)
