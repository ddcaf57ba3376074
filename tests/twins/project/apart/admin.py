"""The admin of apart."""

from django.contrib import admin

from apart.models import Paper

admin.site.register(Paper)
