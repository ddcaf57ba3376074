"""The desk: papers, which hold keys of persons and of users."""

from typing import Any

import pgtrigger
from django.db import models
from simple_history.models import HistoricalRecords
from taggit.managers import TaggableManager
from taggit.models import ItemBase

from appschemas import IdentityKey


class Paper(models.Model):
    title = models.CharField(max_length=50)
    author = IdentityKey("hub.Person", on_delete=models.PROTECT)
    editor = IdentityKey("hub.Person", on_delete=models.SET_NULL, null=True, blank=True)
    owner = IdentityKey(
        "auth.User", on_delete=models.CASCADE, key=models.IntegerField(), null=True, blank=True
    )

    history = HistoricalRecords()
    tags = TaggableManager(through="desk.TaggedPaper", blank=True, ordering=["name"])

    def __str__(self) -> str:
        return self.title


class TaggedPaper(ItemBase):
    """What a paper is tagged with: the tag is a key of the library's table in another schema."""

    content_object = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="tagged")
    tag = IdentityKey("taggit.Tag", on_delete=models.CASCADE, key=models.IntegerField())

    @classmethod
    def tags_for(cls, model: Any, instance: Any = None, **extra: Any) -> Any:
        rows = cls.objects.filter(content_object=instance) if instance else cls.objects.all()
        return cls.tag_model().objects.filter(pk__in=rows.values("tag"), **extra)


class Draft(models.Model):
    """A paper that may not be deleted, by a trigger of a library."""

    title = models.CharField(max_length=50)
    author = IdentityKey("hub.Person", on_delete=models.CASCADE)

    class Meta:
        triggers = [pgtrigger.Protect(name="protect_deletes", operation=pgtrigger.Delete)]
