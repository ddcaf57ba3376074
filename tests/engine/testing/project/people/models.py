"""The hub."""

from django.db import models


class Person(models.Model):
    name = models.CharField(max_length=40, unique=True)


class Editor(Person):
    since = models.DateField()


class Place(models.Model):
    code = models.CharField(max_length=8, primary_key=True)
