"""The admin of papers."""

from django.contrib import admin

from appschemas import IdentityKeyAdmin
from papers.models import Paper


@admin.register(Paper)
class PaperAdmin(IdentityKeyAdmin):
    list_display = ["title", "author", "editor"]
