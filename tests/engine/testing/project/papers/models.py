"""An app that holds the hub's keys."""

from django.db import models

from appschemas import IdentityKey


class Paper(models.Model):
    title = models.CharField(max_length=40)
    author = IdentityKey("people.Person", on_delete=models.CASCADE)
    editor = IdentityKey("people.Editor", on_delete=models.SET_NULL, null=True)
    place = IdentityKey(
        "people.Place", on_delete=models.SET_NULL, null=True, key=models.CharField(max_length=8)
    )
