"""Messages of the Boost mailing lists."""

from django.db import models

from appschemas import IdentityKey


class MailingListMessage(models.Model):
    """One message, identified by its Message-ID."""

    sender = IdentityKey("cppa_user_tracker.MailingListProfile", on_delete=models.CASCADE)
    msg_id = models.CharField(max_length=255, unique=True)
    parent_id = models.CharField(max_length=255, blank=True, default="")
    thread_id = models.CharField(max_length=255, blank=True, default="")
    subject = models.CharField(max_length=1024, blank=True, default="")
    content = models.TextField(blank=True, default="")
    list_name = models.CharField(max_length=255, blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.subject or self.msg_id
