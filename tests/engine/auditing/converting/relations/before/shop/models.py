from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models

from accounts.models import Account
from hub.models import Person, Place, Remark


class Paper(models.Model):
    """What is sold."""

    title = models.CharField(max_length=20)  # kept as it is
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    writer = models.ForeignKey(
        settings.HUB_PERSON_MODEL, on_delete=models.CASCADE, limit_choices_to={"name__gt": ""}
    )
    readers = models.ManyToManyField(Person, related_name="read", blank=True)
    fans = models.ManyToManyField(to="hub.Person", through="Fan", related_name="+")
    remarks = GenericRelation(Remark)


class Fan(models.Model):
    paper = models.ForeignKey("Paper", models.CASCADE)
    person = models.ForeignKey("hub.Person", models.CASCADE)
    since = models.IntegerField(default=0)


class Cover(models.Model):
    paper = models.OneToOneField(Paper, models.CASCADE)
    painter = models.OneToOneField("hub.Person", models.CASCADE, related_name="painted")


class Liked(models.Model):
    likers = models.ManyToManyField(Person, related_name="liked_%(class)ss")

    class Meta:
        abstract = True


class Poster(Liked):
    pass


class Badge(Liked):
    pass


class Venue(Place):
    seats = models.IntegerField(default=0)


class Seller(Account):
    since = models.IntegerField(default=0)
