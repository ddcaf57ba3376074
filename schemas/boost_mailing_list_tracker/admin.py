"""Admin: mailing-list messages."""

from django.contrib import admin

from appschemas import IdentityKeyAdmin
from boost_mailing_list_tracker.models import MailingListMessage


@admin.register(MailingListMessage)
class MailingListMessageAdmin(IdentityKeyAdmin):
    list_display = ("subject", "sender", "list_name", "sent_at")
    search_fields = ("subject", "msg_id", "thread_id")
    list_filter = ("list_name",)
