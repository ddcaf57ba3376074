"""The hub: whose keys the others hold."""

import uuid

from django.db import models


class Person(models.Model):
    name = models.CharField(max_length=50)

    def __str__(self) -> str:
        return self.name


class Member(Person):
    since = models.IntegerField(default=2000)


class Writer(Person):
    class Meta:
        proxy = True


class Badge(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)


class Country(models.Model):
    code = models.CharField(max_length=2, primary_key=True)
