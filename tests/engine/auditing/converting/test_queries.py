"""What a conversion lists of options that make queries, read from a file as a project has it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import Permission

from appschemas.auditing.converting.queries import listed_queries

TEXT = """
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType

class PermissionAdmin:
    search_fields = ["codename", "^content_type__model"]
    list_select_related = ("content_type",)
    date_hierarchy = "content_type__model"

class KindAdmin:
    search_fields = ("model", "=permission__codename")
    list_select_related = ["permission"]

class GroupAdmin:
    search_fields = ["content_type__permission__codename"]

def rows():
    Permission.objects.select_related("content_type").order_by("codename")
    return ContentType.objects.select_related("permission")
"""
LISTED = [
    (8, 'date_hierarchy("content_type__model")'),
    (11, 'search_fields "=permission__codename"'),
    (12, 'list_select_related("permission")'),
    (15, 'search_fields "content_type__permission__codename"'),
    (19, 'select_related("permission")'),
]


def test_options_that_a_key_refuses_are_listed_and_those_that_go_on_are_not(
    tmp_path: Path,
) -> None:
    path = tmp_path / "admin.py"
    path.write_text(TEXT)
    files: Any = SimpleNamespace(python=[path])

    found = sorted(listed_queries([Permission._meta.get_field("content_type")], files))

    assert [(each.line, each.what) for each in found] == LISTED
    assert "ask twice in get_search_results()" in found[1].why
