from typing import Any

from django.contrib import admin
from django.db.models import URLField
from django.http import HttpRequest

from cppa_user_tracker.models import (
    BaseProfile,
    DiscordProfile,
    Email,
    GitHubAccount,
    Identity,
    MailingListProfile,
    SlackUser,
    TempProfileIdentityRelation,
    TmpIdentity,
    WG21PaperAuthorProfile,
    YoutubeSpeaker,
)


class EmailInline(admin.TabularInline):
    model = Email
    extra = 0


class ProfileAdmin(admin.ModelAdmin):
    """What the admin of every profile has in common."""

    raw_id_fields = ("identity",)
    exclude = ("type",)
    inlines = (EmailInline,)
    formfield_overrides = {URLField: {"assume_scheme": "https"}}

    def save_model(self, request: HttpRequest, obj: BaseProfile, form: Any, change: bool) -> None:
        obj.type = obj.kind
        super().save_model(request, obj, form, change)


@admin.register(Identity, TmpIdentity)
class IdentityAdmin(admin.ModelAdmin):
    list_display = ("display_name", "created_at", "updated_at")
    search_fields = ("display_name", "description")


@admin.register(BaseProfile)
class BaseProfileAdmin(admin.ModelAdmin):
    list_display = ("id", "type", "identity")
    list_filter = ("type",)
    list_select_related = ("identity",)
    raw_id_fields = ("identity",)
    search_fields = ("=id", "emails__email")


@admin.register(TempProfileIdentityRelation)
class TempProfileIdentityRelationAdmin(admin.ModelAdmin):
    list_display = ("id", "base_profile", "target_identity", "created_at")
    list_select_related = ("base_profile", "target_identity")
    raw_id_fields = ("base_profile", "target_identity")
    search_fields = ("target_identity__display_name",)


@admin.register(Email)
class EmailAdmin(admin.ModelAdmin):
    list_display = ("email", "base_profile", "is_primary", "is_active")
    list_filter = ("is_primary", "is_active")
    list_select_related = ("base_profile",)
    raw_id_fields = ("base_profile",)
    search_fields = ("email",)


@admin.register(GitHubAccount)
class GitHubAccountAdmin(ProfileAdmin):
    list_display = ("username", "display_name", "github_account_id", "account_type")
    list_filter = ("account_type",)
    search_fields = ("username", "display_name", "=github_account_id")


@admin.register(SlackUser)
class SlackUserAdmin(ProfileAdmin):
    list_display = ("slack_user_id", "username", "display_name")
    search_fields = ("slack_user_id", "username", "display_name")


@admin.register(MailingListProfile)
class MailingListProfileAdmin(ProfileAdmin):
    list_display = ("display_name", "created_at")
    search_fields = ("display_name", "emails__email")


@admin.register(WG21PaperAuthorProfile)
class WG21PaperAuthorProfileAdmin(ProfileAdmin):
    list_display = ("display_name", "author_alias")
    search_fields = ("display_name", "author_alias")


@admin.register(DiscordProfile)
class DiscordProfileAdmin(ProfileAdmin):
    list_display = ("discord_user_id", "username", "display_name", "is_bot")
    list_filter = ("is_bot",)
    search_fields = ("=discord_user_id", "username", "display_name")


@admin.register(YoutubeSpeaker)
class YoutubeSpeakerAdmin(ProfileAdmin):
    list_display = ("external_id", "display_name")
    search_fields = ("external_id", "display_name")
