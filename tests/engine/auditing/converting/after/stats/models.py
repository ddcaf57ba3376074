from django.db import models

from common.mixins import Noted, Owned


class Count(Owned, Noted):
    number = models.IntegerField(default=0)


class Total(Owned):
    number = models.IntegerField(default=0)
