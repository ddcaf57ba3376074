"""A subset without the app whose keys are held: the key works, and what needs the app says so."""

from __future__ import annotations

import os
import subprocess
import sys

SAID = """
import django
django.setup()
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.management import call_command
from django.forms import modelform_factory
from django.test import RequestFactory
from rest_framework.serializers import ModelSerializer
from appschemas import NotInstalled
from appschemas.integrity.system_checks.key_paths import check_key_paths
from apart.models import Paper

assert not apps.is_installed("persons")
call_command("check")
call_command("makemigrations", check=True, dry_run=True, verbosity=0)
print(type(Paper._meta.get_field("author")).__name__)
print(str(Paper.objects.filter(author=7).query).partition("WHERE ")[2])
form = modelform_factory(Paper, fields=["title", "author"])({"title": "t", "author": "7"})
print(form.is_valid(), form.cleaned_data, "/admin/" in str(form))

class PaperSerializer(ModelSerializer):
    class Meta:
        model = Paper
        fields = ["title", "author"]

serializer = PaperSerializer(data={"title": "t", "author": 7})
print(serializer.is_valid(), dict(serializer.validated_data))

class PaperAdmin(admin.ModelAdmin):
    list_filter = ["author"]

request = RequestFactory().get("/")
request.user = User(is_superuser=True, is_active=True)
made = PaperAdmin(Paper, admin.site)
print(made.check(), sorted(made.get_form(request).base_fields))
class Needing(admin.ModelAdmin):
    raw_id_fields = ["author"]
    search_fields = ["author__name"]

admin.site.unregister(Paper)
admin.site.register(Paper, Needing)
print([each.id for each in admin.site._registry[Paper].check()])
for each in check_key_paths():
    print(each.id, each.msg)
form = admin.site._registry[Paper].get_form(request)({"title": "t", "author": "7"})
print(form.is_valid(), form.cleaned_data["author"])
for asked in (lambda: Paper(author_id=7).author, lambda: Paper.objects.filter(author__name="x")):
    try:
        asked()
    except NotInstalled as error:
        print(error)
"""
MISSING = (
    "apart.Paper.author points at persons.Person, whose app is not installed here; "
    "use 'author_id', the key itself, or install the app."
)


def test_check_filters_forms_the_admin_and_serializers_take_the_key() -> None:
    told = {**os.environ, "APPSCHEMAS": "apart", "DJANGO_SETTINGS_MODULE": "twins_settings"}
    told["PYTHONPATH"] = os.pathsep.join(sys.path)

    answer = subprocess.run(
        [sys.executable, "-c", SAID], env=told, capture_output=True, text=True, check=False
    )

    assert answer.stdout.splitlines()[1:] == [
        "IdentityKey",
        '"apart_paper"."author_id" = 7',
        "True {'title': 't', 'author': 7} False",
        "True {'title': 't', 'author': 7}",
        "[] ['author', 'editor', 'rating', 'title']",
        "['admin.E003']",
        *(
            f"appschemas.I064 {option} of apart.Needing names {path!r}, which needs "
            "persons.Person, whose app is not installed here. What Django's checks say of it is "
            "true of this subset alone."
            for option, path in (("raw_id_fields", "author"), ("search_fields", "author__name"))
        ),
        "True 7",
        MISSING,
        MISSING,
    ], answer.stderr[-2000:]
