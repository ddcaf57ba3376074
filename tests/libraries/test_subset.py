"""Libraries in a subset without the app whose keys are held."""

from __future__ import annotations

import os
import subprocess
import sys

SAID = """
import django
django.setup()
import django_filters
from django.apps import apps
from desk.models import Paper

assert not apps.is_installed("hub")

class Filters(django_filters.FilterSet):
    class Meta:
        model = Paper
        fields = {"author": ["exact", "in", "isnull"]}

for asked in ({"author": "7"}, {"author__in": "7,8"}, {"author__isnull": "true"}):
    found = Filters(asked, Paper.objects.all())
    print(found.is_valid(), str(found.qs.query).partition("WHERE ")[2])
print(dict(Filters({"author": "x"}, Paper.objects.all()).errors))
"""


def test_a_filter_set_takes_the_key_itself() -> None:
    told = {**os.environ, "APPSCHEMAS": "desk", "DJANGO_SETTINGS_MODULE": "libraries_settings"}
    told["PYTHONPATH"] = os.pathsep.join(sys.path)

    answer = subprocess.run(
        [sys.executable, "-c", SAID], env=told, capture_output=True, text=True, check=False
    )

    assert answer.stdout.splitlines() == [
        'True "desk_paper"."author_id" = 7',
        'True "desk_paper"."author_id" = ANY ([Int8(7), Int8(8)]::bigint[])',
        'True "desk_paper"."author_id" IS NULL',
        "{'author': ['“x” value must be an integer.']}",
    ], answer.stderr[-2000:]
