"""Identities, the profiles that belong to them, and the staging area in between."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class ProfileType(models.TextChoices):
    """The platform that a profile comes from."""

    GITHUB = "github", "GitHub"
    SLACK = "slack", "Slack"
    MAILING_LIST = "mailing_list", "Mailing list"
    WG21 = "wg21", "WG21"
    DISCORD = "discord", "Discord"
    YOUTUBE = "youtube", "YouTube"


class Identity(models.Model):
    """A person or an organization, whatever the platform."""

    display_name = models.CharField(max_length=255, blank=True)
    description = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "identities"

    def __str__(self) -> str:
        return self.display_name or f"Identity {self.pk}"


class TmpIdentity(models.Model):
    """A proposed identity: profiles are staged for it until somebody merges them."""

    display_name = models.CharField(max_length=255, blank=True)
    description = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "temporary identity"
        verbose_name_plural = "temporary identities"

    def __str__(self) -> str:
        return self.display_name or f"Temporary identity {self.pk}"


class BaseProfile(models.Model):
    """What profiles of all platforms have in common; its key is the key of each of them.

    `type` is the `kind` of the profile's class.
    """

    kind: ClassVar[str] = ""

    identity = models.ForeignKey(
        Identity, on_delete=models.SET_NULL, null=True, blank=True, related_name="profiles"
    )
    type = models.CharField(max_length=20, blank=True, choices=ProfileType.choices)

    def __str__(self) -> str:
        return f"{self.get_type_display() or 'Profile'} {self.pk}"


class TempProfileIdentityRelation(models.Model):
    """A profile staged for a temporary identity."""

    base_profile = models.ForeignKey(BaseProfile, on_delete=models.CASCADE, related_name="stagings")
    target_identity = models.ForeignKey(
        TmpIdentity, on_delete=models.CASCADE, related_name="stagings"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "staged profile"

    def __str__(self) -> str:
        return f"Profile {self.base_profile_id} for temporary identity {self.target_identity_id}"


class Email(models.Model):
    """An e-mail address that a profile uses, or has used."""

    base_profile = models.ForeignKey(BaseProfile, on_delete=models.CASCADE, related_name="emails")
    email = models.CharField(max_length=255, blank=True)
    is_primary = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "e-mail"

    def __str__(self) -> str:
        return self.email


class GitHubAccount(BaseProfile):
    """A GitHub account; `github_account_id` is GitHub's own number, or negative when unknown."""

    kind = ProfileType.GITHUB

    class AccountType(models.TextChoices):
        USER = "user"
        ORGANIZATION = "organization"
        ENTERPRISE = "enterprise"
        BOT = "bot"

    github_account_id = models.BigIntegerField()
    username = models.CharField(max_length=255, blank=True)
    display_name = models.CharField(max_length=255, blank=True)
    avatar_url = models.URLField(max_length=512, blank=True)
    account_type = models.CharField(
        max_length=20, blank=True, choices=AccountType.choices, default=AccountType.USER
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "GitHub account"

    def __str__(self) -> str:
        return self.username or self.display_name or f"GitHub account {self.pk}"

    @property
    def is_unknown(self) -> bool:
        """Whether it stands for a commit's author whom GitHub does not know."""
        return self.github_account_id <= 0


class SlackUser(BaseProfile):
    """A member of a Slack team."""

    kind = ProfileType.SLACK

    slack_user_id = models.CharField(max_length=64, unique=True)
    username = models.CharField(max_length=255, blank=True)
    display_name = models.CharField(max_length=255, blank=True)
    avatar_url = models.URLField(max_length=512, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.display_name or self.username or self.slack_user_id


class MailingListProfile(BaseProfile):
    """A sender on a mailing list: a name, and the e-mails in `Email`."""

    kind = ProfileType.MAILING_LIST

    display_name = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.display_name or f"Mailing list profile {self.pk}"


class WG21PaperAuthorProfile(BaseProfile):
    """An author of WG21 papers; the alias tells apart authors of one name."""

    kind = ProfileType.WG21

    display_name = models.CharField(max_length=255, blank=True)
    author_alias = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "WG21 paper author"

    def __str__(self) -> str:
        return self.display_name or self.author_alias or f"WG21 author {self.pk}"


class DiscordProfile(BaseProfile):
    """A Discord user or bot."""

    kind = ProfileType.DISCORD

    discord_user_id = models.BigIntegerField(unique=True)
    username = models.CharField(max_length=255, blank=True)
    display_name = models.CharField(max_length=255, blank=True)
    avatar_url = models.URLField(max_length=512, blank=True)
    is_bot = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.display_name or self.username or str(self.discord_user_id)


class YoutubeSpeaker(BaseProfile):
    """A speaker in YouTube videos."""

    kind = ProfileType.YOUTUBE

    external_id = models.CharField(max_length=255, unique=True)
    display_name = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "YouTube speaker"

    def __str__(self) -> str:
        return self.display_name or self.external_id
