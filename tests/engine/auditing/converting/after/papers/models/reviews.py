import django.db.models as m
from appschemas import IdentityKey, IdentityOneToOne
from django.db.models import CASCADE, ForeignKey, Model

from .papers import Paper as ReviewedPaper

COMMON = {"null": True, "on_delete": CASCADE}
PERSON = "people.Person"
PLURAL = "reviews"


class TrackedKey(ForeignKey):
    """A key of the project's own kind."""


class Review(Model):
    paper = ForeignKey(ReviewedPaper, CASCADE, related_name=PLURAL)
    person = IdentityKey(PERSON, CASCADE, limit_choices_to={"name__gt": ""}, related_name="reviews_of")
    second = IdentityKey(
        PERSON,
        CASCADE,
        related_name="second_reviews",
        **{"null": True}
    )
    third = IdentityKey("people.Person", related_name="+", **COMMON)
    tracked = TrackedKey("people.Person", CASCADE, related_name="+", null=True)
    content_type = IdentityOneToOne(
        "contenttypes.ContentType",
        CASCADE,
        null=True,
        related_name="+",
        key=m.IntegerField(),
    )

    class Meta:
        default_related_name = "reviews_of"


def scored(name):
    class Score(Model):
        person = m.ForeignKey("people.Person", CASCADE, related_name="+")
        points = m.IntegerField(default=0)

        class Meta:
            app_label = "papers"

    Score.__name__ = Score.__qualname__ = name
    return Score


Score = scored("Score")


class Assigned(m.Model):
    if True:
        person = IdentityKey("people.Person", m.CASCADE, related_name="+", verbose_name="who", help_text="x" * 10)
    m.ForeignKey("people.Place", m.CASCADE, null=True, related_name="+").contribute_to_class
