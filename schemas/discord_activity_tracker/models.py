"""Discord servers, channels, messages and reactions."""

from django.db import models

from appschemas import IdentityKey


class DiscordServer(models.Model):
    """A server, also called a guild."""

    server_id = models.BigIntegerField(unique=True)
    server_name = models.CharField(max_length=255, blank=True, default="")
    icon_url = models.URLField(max_length=512, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.server_name or str(self.server_id)


class DiscordChannel(models.Model):
    """A channel of a server."""

    server = models.ForeignKey(DiscordServer, on_delete=models.CASCADE, related_name="channels")
    channel_id = models.BigIntegerField(unique=True)
    channel_name = models.CharField(max_length=255, blank=True, default="")
    channel_type = models.CharField(max_length=50, blank=True, default="")
    category_id = models.BigIntegerField(null=True, blank=True)
    category_name = models.CharField(max_length=255, blank=True, default="")
    topic = models.TextField(blank=True, default="")
    position = models.IntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.channel_name or str(self.channel_id)


class DiscordMessage(models.Model):
    """A message; `attachment_urls` is a JSON array of URLs."""

    message_id = models.BigIntegerField(unique=True)
    channel = models.ForeignKey(DiscordChannel, on_delete=models.CASCADE, related_name="messages")
    author = IdentityKey("cppa_user_tracker.DiscordProfile", on_delete=models.CASCADE)
    content = models.TextField(blank=True, default="")
    message_type = models.CharField(max_length=50, blank=True, default="")
    is_pinned = models.BooleanField(default=False)
    message_created_at = models.DateTimeField()
    message_edited_at = models.DateTimeField(null=True, blank=True)
    is_deleted = models.BooleanField(default=False)
    deleted_at = models.DateTimeField(null=True, blank=True)
    reply_to_message_id = models.BigIntegerField(null=True, blank=True)
    has_attachments = models.BooleanField(default=False)
    attachment_urls = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.message_id)


class DiscordReaction(models.Model):
    """How often a message got one emoji."""

    message = models.ForeignKey(DiscordMessage, on_delete=models.CASCADE, related_name="reactions")
    emoji = models.CharField(max_length=255)
    count = models.IntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        unique_together = (("message", "emoji"),)

    def __str__(self) -> str:
        return f"{self.emoji} x {self.count}"
