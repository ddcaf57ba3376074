"""Papers, and who wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from appschemas import IdentityKey, IdentityOneToOne
from django.contrib.auth import get_user_model
from django.db import models

from common.mixins import Owned

if TYPE_CHECKING:
    from people.models import Place


class Paper(Owned):
    title = models.CharField(max_length=50)  # as printed
    author = IdentityKey("people.Person", on_delete=models.PROTECT, db_column="writer", related_name="paper_set")  # the first
    editor = IdentityKey(
        "people.Person",
        models.SET_NULL,
        related_name="edited",
        null=True,  # until there is one
        blank=True,
    )
    place: models.ForeignKey[Place] = IdentityKey(
        to='people.Place',
        on_delete=models.RESTRICT,
        related_query_name='held',
        null=True,
        related_name="paper_set",
        key=models.CharField(max_length=8),
    )
    desk = IdentityKey(
        "people.Desk",
        models.SET(None),
        null=True,
        related_name="papers",
        key=models.CharField(max_length=8),
    )
    checker = IdentityKey("people.Known", models.DO_NOTHING, db_constraint=False, null=True, related_name="+")
    user = IdentityOneToOne(
        get_user_model(),
        models.CASCADE,
        null=True,
        related_name="paper",
        key=models.IntegerField(),
    )
    follows = models.ForeignKey("self", models.CASCADE, null=True)

    class Meta:
        unique_together = [("author", "title")]
        indexes = [models.Index(fields=["editor"], name="papers_by_editor")]


class Draft(models.Model):
    paper = models.ForeignKey(Paper, models.CASCADE)
    by_mail = models.ForeignKey("people.Person", models.CASCADE, to_field="email", null=True)
