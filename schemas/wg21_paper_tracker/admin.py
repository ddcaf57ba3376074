"""Admin: WG21 papers."""

from django.contrib import admin
from django.db.models import URLField

from appschemas import IdentityKeyAdmin
from wg21_paper_tracker.models import WG21Mailing, WG21Paper, WG21PaperAuthor


@admin.register(WG21Mailing)
class WG21MailingAdmin(IdentityKeyAdmin):
    list_display = ("mailing_date", "title")
    search_fields = ("mailing_date", "title")


@admin.register(WG21Paper)
class WG21PaperAdmin(IdentityKeyAdmin):
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    list_display = ("paper_id", "year", "title", "subgroup", "is_downloaded")
    search_fields = ("paper_id", "title")
    list_filter = ("subgroup", "is_downloaded")
    raw_id_fields = ("mailing",)


@admin.register(WG21PaperAuthor)
class WG21PaperAuthorAdmin(IdentityKeyAdmin):
    list_display = ("paper", "profile", "author_order")
    search_fields = ("paper__paper_id", "paper__title")
    raw_id_fields = ("paper",)
    list_select_related = ("paper",)
