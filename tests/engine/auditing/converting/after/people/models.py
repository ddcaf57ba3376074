from common.mixins import Noted
from django.db import models


class Person(models.Model):
    name = models.CharField(max_length=50)
    email = models.CharField(max_length=50, unique=True)


class Place(models.Model):
    code = models.CharField(max_length=8, primary_key=True)


class Desk(models.Model):
    place = models.OneToOneField(Place, models.CASCADE, primary_key=True)


class Known(Person):
    class Meta:
        proxy = True


class Letter(Noted):
    text = models.TextField(default="")
