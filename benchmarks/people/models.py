"""What others point at."""

from django.db import models


class Person(models.Model):
    name = models.TextField()

    class Meta:
        managed = False
        db_table = "person"
