"""Slack teams, channels, messages and memberships."""

from django.db import models

from appschemas import IdentityKey


class SlackTeam(models.Model):
    """A workspace."""

    team_id = models.CharField(max_length=50, unique=True)
    team_name = models.CharField(max_length=255, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.team_name or self.team_id


class SlackChannel(models.Model):
    """A channel of a workspace."""

    team = models.ForeignKey(SlackTeam, on_delete=models.CASCADE, related_name="channels")
    channel_id = models.CharField(max_length=50)
    channel_name = models.CharField(max_length=255, blank=True, default="")
    channel_type = models.CharField(max_length=50, blank=True, default="")
    description = models.TextField(null=True, blank=True)
    creator_user = IdentityKey(
        "cppa_user_tracker.SlackUser", on_delete=models.SET_NULL, null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        unique_together = (("team", "channel_id"),)

    def __str__(self) -> str:
        return self.channel_name or self.channel_id


class SlackMessage(models.Model):
    """A message; its time stamp identifies it within the channel."""

    channel = models.ForeignKey(SlackChannel, on_delete=models.CASCADE, related_name="messages")
    ts = models.CharField(max_length=50)
    user = IdentityKey(
        "cppa_user_tracker.SlackUser",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        db_column="slack_user_id",
    )
    message = models.TextField(blank=True, default="")
    thread_ts = models.CharField(max_length=50, null=True, blank=True)
    slack_message_created_at = models.DateTimeField()
    slack_message_updated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        unique_together = (("channel", "ts"),)

    def __str__(self) -> str:
        return self.ts


class SlackChannelMembership(models.Model):
    """Who is in a channel; one who left stays, marked as deleted."""

    channel = models.ForeignKey(SlackChannel, on_delete=models.CASCADE, related_name="memberships")
    user = IdentityKey(
        "cppa_user_tracker.SlackUser", on_delete=models.CASCADE, db_column="slack_user_id"
    )
    is_restricted = models.BooleanField(default=False)
    is_deleted = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        unique_together = (("channel", "user"),)

    def __str__(self) -> str:
        return f"{self.user_id} in {self.channel_id}"


class SlackChannelMembershipChangeLog(models.Model):
    """When someone joined or left a channel."""

    channel = models.ForeignKey(
        SlackChannel, on_delete=models.CASCADE, related_name="membership_changes"
    )
    user = IdentityKey(
        "cppa_user_tracker.SlackUser", on_delete=models.CASCADE, db_column="slack_user_id"
    )
    is_joined = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("channel", "user", "created_at"),)

    def __str__(self) -> str:
        return f"{self.user_id} {'joined' if self.is_joined else 'left'} {self.channel_id}"
