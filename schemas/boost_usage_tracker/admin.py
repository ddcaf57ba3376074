from django.contrib import admin

from appschemas import IdentityKeyAdmin
from boost_usage_tracker.models import (
    BoostExternalRepository,
    BoostMissingHeaderTmp,
    BoostUsage,
)


@admin.register(BoostExternalRepository)
class BoostExternalRepositoryAdmin(IdentityKeyAdmin):
    list_display = (
        "pk",
        "githubrepository_ptr",
        "boost_version",
        "is_boost_used",
        "is_boost_embedded",
    )
    list_filter = ("is_boost_used", "is_boost_embedded")
    search_fields = ("boost_version", "=githubrepository_ptr")


@admin.register(BoostUsage)
class BoostUsageAdmin(IdentityKeyAdmin):
    list_display = ("pk", "repo", "boost_header", "file_path", "last_commit_date", "excepted_at")
    list_select_related = ("repo",)
    raw_id_fields = ("repo",)
    search_fields = ("=repo__githubrepository_ptr", "=boost_header", "=file_path")


@admin.register(BoostMissingHeaderTmp)
class BoostMissingHeaderTmpAdmin(IdentityKeyAdmin):
    list_display = ("header_name", "usage", "created_at")
    list_select_related = ("usage",)
    raw_id_fields = ("usage",)
    search_fields = ("header_name",)
