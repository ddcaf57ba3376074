"""The hub: persons."""

from django.db import models


class Person(models.Model):
    name = models.CharField(max_length=50, unique=True)

    def __str__(self) -> str:
        return self.name
