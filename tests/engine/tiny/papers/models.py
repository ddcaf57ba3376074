"""In the middle: holds keys of the hub, and others hold its keys."""

from django.db import models

from appschemas import IdentityKey


class Paper(models.Model):
    title = models.CharField(max_length=50)
    author = IdentityKey("people.Person", on_delete=models.CASCADE)
    editor = IdentityKey("people.Person", on_delete=models.SET_NULL, null=True, blank=True)
    badge = IdentityKey(
        "people.Badge", on_delete=models.PROTECT, key=models.UUIDField(), null=True, blank=True
    )
    country = IdentityKey(
        "people.Country",
        on_delete=models.SET_NULL,
        key=models.CharField(max_length=2),
        null=True,
        blank=True,
    )
    referee = IdentityKey("people.Member", on_delete=models.RESTRICT, null=True, blank=True)

    class Meta:
        unique_together = [("title", "author")]

    def __str__(self) -> str:
        return self.title


class Section(models.Model):
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE)
    previous = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True)
