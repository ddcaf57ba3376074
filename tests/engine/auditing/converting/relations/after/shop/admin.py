"""The back office of the shop."""

from django.contrib import admin

from shop.models import Fan, Paper


class FanInline(admin.TabularInline):
    model = Fan
    raw_id_fields = ["person"]


class PaperReadersInline(admin.TabularInline):
    model = Paper.readers.through
    extra = 0


@admin.register(Paper)
class PaperAdmin(admin.ModelAdmin):
    list_display = ["title", "writer"]
    list_filter = ["writer"]
    search_fields = ["writer__name"]
    raw_id_fields = ["writer"]
    filter_horizontal = []  # two boxes
    inlines = [FanInline, PaperReadersInline]
