"""An alias of a replica reads there, or the query is refused; it is never the primary."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from apart.models import Paper
from django.db import InternalError, connections
from persons.models import Person

from appschemas import AppSchemasError

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


@contextmanager
def alias(name: str, **more: Any) -> Iterator[None]:
    """One alias more, of the same server: a replica as far as SQL can tell."""
    connections.databases[name] = {**connections["apart"].settings_dict, **more}
    try:
        yield
    finally:
        connections[name].close()
        del connections.databases[name]
        del connections[name]


def test_an_alias_of_the_backend_that_no_schema_has_is_refused() -> None:
    with alias("replica"), pytest.raises(AppSchemasError, match=r"using\('replica'\): no schema"):
        Paper.objects.using("replica").count()


def test_an_alias_of_djangos_own_backend_reads_there_and_writes_nothing() -> None:
    person = Person.objects.create(name="Ann")
    Paper.objects.create(title="walls", author=person)
    options = "-c search_path=apart,persons -c default_transaction_read_only=on"
    own = {"ENGINE": "django.db.backends.postgresql", "OPTIONS": {"options": options}}

    with alias("replica", **own):
        rows = Paper.objects.using("replica")
        connections["replica"].connect()
        connections["replica"].force_debug_cursor = True

        assert rows.filter(title="walls").get().author == person
        assert len(connections["replica"].queries) == 1
        with pytest.raises(InternalError, match="read-only transaction"):
            rows.update(title="doors")
