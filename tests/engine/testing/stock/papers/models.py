from django.db import models


class Paper(models.Model):
    title = models.CharField(max_length=50)
    author = models.ForeignKey("people.Person", on_delete=models.CASCADE)


class Section(models.Model):
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE)
