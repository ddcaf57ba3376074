"""Admin: sync status and failures."""

from django.contrib import admin

from appschemas import IdentityKeyAdmin
from cppa_pinecone_sync.models import PineconeFailList, PineconeSyncStatus


@admin.register(PineconeFailList)
class PineconeFailListAdmin(IdentityKeyAdmin):
    list_display = ("app_type", "failed_id", "created_at")
    search_fields = ("failed_id",)
    list_filter = ("app_type",)


@admin.register(PineconeSyncStatus)
class PineconeSyncStatusAdmin(IdentityKeyAdmin):
    list_display = ("app_type", "final_sync_at", "updated_at")
    search_fields = ("app_type",)
