"""Admin: how the collector groups stand."""

from django.contrib import admin

from appschemas import IdentityKeyAdmin
from boost_collector_runner.models import CollectorGroupRunStatus


@admin.register(CollectorGroupRunStatus)
class CollectorGroupRunStatusAdmin(IdentityKeyAdmin):
    list_display = (
        "group_id",
        "last_run_at",
        "last_exit_code",
        "last_success_at",
        "last_failure_at",
    )
    search_fields = ("group_id",)
