from appschemas import IdentityKey, IdentityManyToMany, IdentityOneToOne
from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models

from hub.models import Remark


class Paper(models.Model):
    """What is sold."""

    title = models.CharField(max_length=20)  # kept as it is
    owner = IdentityKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    writer = IdentityKey(
        settings.HUB_PERSON_MODEL, on_delete=models.CASCADE, limit_choices_to={"name__gt": ""}
    )
    readers = IdentityManyToMany(
        "hub.Person",
        related_name="read",
        blank=True,
        through="PaperReaders",
    )
    fans = IdentityManyToMany(to="hub.Person", through="Fan", related_name="+")
    remarks = GenericRelation(Remark)


class PaperReaders(models.Model):
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE)
    person = IdentityKey("hub.Person", on_delete=models.CASCADE)

    class Meta:
        db_table = "shop_paper_readers"
        unique_together = [("paper", "person")]


class Fan(models.Model):
    paper = models.ForeignKey("Paper", models.CASCADE)
    person = IdentityKey("hub.Person", models.CASCADE)
    since = models.IntegerField(default=0)


class Cover(models.Model):
    paper = models.OneToOneField(Paper, models.CASCADE)
    painter = IdentityOneToOne("hub.Person", models.CASCADE, related_name="painted")


class Liked(models.Model):
    likers = IdentityManyToMany("hub.Person", related_name="liked_%(class)ss")

    class Meta:
        abstract = True


class Poster(Liked):
    pass


class Badge(Liked):
    pass


class Venue(models.Model):
    place_ptr = IdentityOneToOne(
        "hub.Place",
        on_delete=models.CASCADE,
        related_name="venue",
        primary_key=True,
    )
    seats = models.IntegerField(default=0)


class Seller(models.Model):
    account_ptr = IdentityOneToOne(
        "accounts.Account",
        on_delete=models.CASCADE,
        related_name="seller",
        primary_key=True,
    )
    since = models.IntegerField(default=0)
