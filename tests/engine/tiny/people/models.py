"""The hub: whose keys the others hold."""

import uuid

from django.db import models


class People(models.Manager["Person"]):
    """Persons by their natural key."""

    def get_by_natural_key(self, name: str) -> "Person":
        return self.get(name=name)


class Person(models.Model):
    name = models.CharField(max_length=50)

    objects = People()

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.name,)


class Member(Person):
    since = models.IntegerField(default=2000)


class Writer(Person):
    class Meta:
        proxy = True


class Badge(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)


class Country(models.Model):
    code = models.CharField(max_length=2, primary_key=True)
