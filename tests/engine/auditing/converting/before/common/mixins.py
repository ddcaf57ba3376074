"""No app: bases that the models of several apps share."""

from django.conf import settings
from django.db import models


class Owned(models.Model):
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        # Whoever goes leaves things behind.
        on_delete=models.SET_NULL,
        null=True,
        related_name="%(app_label)s_%(class)ss",
    )

    class Meta:
        abstract = True


class Noted(models.Model):
    by = models.ForeignKey("people.Person", models.CASCADE, related_name="+")

    class Meta:
        abstract = True
