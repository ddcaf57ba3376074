from django.db import models


class Review(models.Model):
    paper = models.BigIntegerField()
    score = models.IntegerField(default=0)
