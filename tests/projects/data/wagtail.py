"""Rows of a site: the fixtures of wagtail's own tests."""

from django.core.management import call_command

call_command("createcachetable", verbosity=0)
call_command("loaddata", "test.json", verbosity=0)
