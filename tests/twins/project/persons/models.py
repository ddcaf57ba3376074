"""The hub: whose keys both twins hold."""

from django.db import models


class Team(models.Model):
    name = models.CharField(max_length=50)
    size = models.IntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    name = models.CharField(max_length=50)
    born = models.DateField(null=True, blank=True)
    active = models.BooleanField(default=True)
    score = models.IntegerField(null=True, blank=True)
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class Passport(models.Model):
    """Its primary key is a key itself."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    number = models.CharField(max_length=20)
