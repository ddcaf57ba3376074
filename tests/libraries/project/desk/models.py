"""The desk: papers, which hold keys of persons and of users."""

import pgtrigger
from django.db import models
from simple_history.models import HistoricalRecords

from appschemas import IdentityKey


class Paper(models.Model):
    title = models.CharField(max_length=50)
    author = IdentityKey("hub.Person", on_delete=models.PROTECT)
    editor = IdentityKey("hub.Person", on_delete=models.SET_NULL, null=True, blank=True)
    owner = IdentityKey(
        "auth.User", on_delete=models.CASCADE, key=models.IntegerField(), null=True, blank=True
    )

    history = HistoricalRecords()

    def __str__(self) -> str:
        return self.title


class Draft(models.Model):
    """A paper that may not be deleted, by a trigger of a library."""

    title = models.CharField(max_length=50)
    author = IdentityKey("hub.Person", on_delete=models.CASCADE)

    class Meta:
        triggers = [pgtrigger.Protect(name="protect_deletes", operation=pgtrigger.Delete)]
