"""What would fail at run time is found by `check`, and what passes runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import apart.models
import pytest
from django.contrib import admin
from django.db import connections, models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.test.utils import isolate_apps

from appschemas import CrossSchemaJoin, IdentityKey
from appschemas.integrity.system_checks.key_paths import check_key_paths
from tests.twins.test_admin import page

pytestmark = pytest.mark.django_db(databases="__all__")


@contextmanager
def registered(**options: Any) -> Iterator[list[Any]]:
    """What `check` says while papers are in the admin with these options."""
    made = type("Tried", (admin.ModelAdmin,), options)
    admin.site.unregister(apart.models.Paper)
    admin.site.register(apart.models.Paper, made)
    try:
        yield check_key_paths()
    finally:
        admin.site.unregister(apart.models.Paper)
        admin.site.register(apart.models.Paper)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"ordering": ["author__name"]}, "appschemas.E062"),
        ({"date_hierarchy": "author__born"}, "appschemas.E062"),
        ({"search_fields": ["author__team__person__name"]}, "appschemas.E062"),
        (
            {"list_filter": [("author__team", admin.RelatedOnlyFieldListFilter)]},
            "appschemas.E062",
        ),
        ({"list_display": ["title", "author__name"]}, "appschemas.W063"),
        (
            {"list_display": ["title", "author__name"], "sortable_by": ["author__name"]},
            "appschemas.W063",
        ),
    ],
    ids=str,
)
def test_an_admin_that_would_fail_is_found(options: dict[str, Any], found: str) -> None:
    query = "o=2" if "list_display" in options else "q=x"

    with registered(**options) as messages:
        assert [each.id for each in messages] == [found]
    with pytest.raises(CrossSchemaJoin):
        page(apart.models.Paper, options, "list", query)


@pytest.mark.parametrize(
    "options",
    [
        {"ordering": ["author"], "search_fields": ["author__name", "=author__team__name"]},
        {"list_display": ["title", "author__name"], "sortable_by": ["title"]},
        {"list_display": ["title", "author"], "ordering": ["-author__pk", F("title").desc()]},
        {"list_filter": ["author__team", ("author", admin.RelatedOnlyFieldListFilter)]},
    ],
    ids=str,
)
def test_an_admin_that_works_passes(options: dict[str, Any]) -> None:
    with registered(**options) as messages:
        assert messages == []
    assert page(apart.models.Paper, options, "list", "q=x&o=1").status_code == 200


@isolate_apps("apart")
@pytest.mark.parametrize(
    ("meta", "found"),
    [
        ({"ordering": ["author__name"]}, "appschemas.E060"),
        (
            {"constraints": [models.CheckConstraint(name="c", condition=Q(author__name="Ann"))]},
            "appschemas.E061",
        ),
        (
            {
                "constraints": [
                    models.UniqueConstraint(
                        fields=["title"], name="u", condition=~Q(author__score__gt=1)
                    )
                ]
            },
            "appschemas.E061",
        ),
        (
            {"indexes": [models.Index(Upper("author__name"), name="i")]},
            "appschemas.E061",
        ),
    ],
    ids=str,
)
def test_a_model_that_would_fail_is_found(
    meta: dict[str, Any], found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = made(meta)
    monkeypatch.setattr("django.apps.apps.get_models", lambda **options: [note])

    assert [each.id for each in check_key_paths()] == [found]


def made(meta: dict[str, Any]) -> Any:
    class Note(models.Model):
        title = models.CharField(max_length=9)
        author = IdentityKey("persons.Person", on_delete=models.CASCADE)

        Meta = type("Meta", (), {"app_label": "apart", **meta})

    return Note


@isolate_apps("apart")
def test_keys_of_the_moment_do_not_get_into_a_table() -> None:
    note = made({"constraints": [models.CheckConstraint(name="c", condition=Q(author__score=1))]})

    with (
        pytest.raises(CrossSchemaJoin, match="cannot stand in a constraint"),
        connections["apart"].schema_editor(collect_sql=True) as editor,
    ):
        editor.create_model(note)
