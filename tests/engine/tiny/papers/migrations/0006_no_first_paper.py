"""The rows of 0003 go again, so that every test begins with empty tables."""

from importlib import import_module

from django.db import migrations

first_paper = import_module("papers.migrations.0003_first_paper")


class Migration(migrations.Migration):
    dependencies = [("papers", "0005_more_keys")]

    operations = [migrations.RunPython(first_paper.remove, first_paper.write)]
