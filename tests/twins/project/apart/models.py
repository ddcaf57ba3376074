"""The other twin: identity keys, in a schema of its own."""

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.db import models

from appschemas import IdentityKey, IdentityManyToMany, IdentityOneToOne


class Paper(models.Model):
    title = models.CharField(max_length=50)
    rating = models.IntegerField(null=True, blank=True)
    author = IdentityKey("persons.Person", on_delete=models.CASCADE, related_name="apart_papers")
    editor = IdentityKey("persons.Person", on_delete=models.SET_NULL, null=True, blank=True)
    labels = GenericRelation("Label", "owner_id", "owner_type")
    readers = IdentityManyToMany("persons.Person", through="Reading", related_name="apart_read")

    def __str__(self) -> str:
        return self.title


class Label(models.Model):
    """Of anything: the type of its owner is a key of a table of Django's own."""

    owner_type = IdentityKey(
        "contenttypes.ContentType", on_delete=models.CASCADE, key=models.IntegerField()
    )
    owner_id = models.BigIntegerField()
    owner = GenericForeignKey("owner_type", "owner_id")
    text = models.CharField(max_length=50)


class Reading(models.Model):
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE)
    person = IdentityKey("persons.Person", on_delete=models.CASCADE)
    year = models.IntegerField(default=2000)

    class Meta:
        unique_together = [("paper", "person")]


class Section(models.Model):
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="sections")
    lead = IdentityKey("persons.Person", on_delete=models.SET_NULL, null=True, blank=True)
    number = models.IntegerField(default=1)


class Profile(models.Model):
    person = IdentityOneToOne(
        "persons.Person", on_delete=models.CASCADE, related_name="apart_profile"
    )
    text = models.CharField(max_length=50)


class Visit(models.Model):
    passport = IdentityKey("persons.Passport", on_delete=models.CASCADE, null=True)
    guests = IdentityManyToMany("persons.Person", related_name="apart_visits")

    class Meta:
        order_with_respect_to = "passport"
