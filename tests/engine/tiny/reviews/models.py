"""At the end: holds keys of both, and still has two relations that are not converted."""

from django.db import models

from appschemas import IdentityKey


def nobody() -> int:
    """The key of the person who stands for one that was deleted."""
    from people.models import Person

    return Person.objects.get_or_create(name="nobody")[0].pk


class Review(models.Model):
    paper = IdentityKey("papers.Paper", on_delete=models.CASCADE)
    score = models.IntegerField(default=0)


class Opinion(models.Model):
    person = IdentityKey("people.Person", on_delete=models.SET(nobody))
    paper = IdentityKey("papers.Paper", on_delete=models.DO_NOTHING, null=True)
    country = IdentityKey(
        "people.Country",
        on_delete=models.SET_DEFAULT,
        key=models.CharField(max_length=2),
        default="xx",
        null=True,
    )


class Grant(models.Model):
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE)
    papers = models.ManyToManyField("papers.Paper")
