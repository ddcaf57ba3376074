"""The admin of single."""

from django.contrib import admin

from single.models import Paper

admin.site.register(Paper)
