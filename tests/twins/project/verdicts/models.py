"""The other twin's end: a key of what holds keys."""

from django.db import models

from appschemas import IdentityKey


class Review(models.Model):
    paper = IdentityKey("apart.Paper", on_delete=models.CASCADE, related_name="reviews")
    points = models.IntegerField(null=True, blank=True)
