from appschemas import IdentityKey
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models


class Team(models.Model):
    name = models.CharField(max_length=20)


class Person(models.Model):
    name = models.CharField(max_length=20)
    team = models.ForeignKey(Team, models.CASCADE, null=True)

    class Meta:
        swappable = "HUB_PERSON_MODEL"


class Place(models.Model):
    city = models.CharField(max_length=20)


class Remark(models.Model):
    content_type = IdentityKey(
        "contenttypes.ContentType",
        models.CASCADE,
        related_name="+",
        key=models.IntegerField(),
    )
    object_id = models.PositiveIntegerField()
    about = GenericForeignKey()
