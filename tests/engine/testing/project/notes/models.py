"""An app that holds nobody's keys; a migration puts the first note into it."""

from django.db import models


class Note(models.Model):
    text = models.TextField()
