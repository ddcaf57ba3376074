"""Papers, and who wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db import models

from common.mixins import Owned
from people.models import Desk, Person as Author

if TYPE_CHECKING:
    from people.models import Place


class Paper(Owned):
    title = models.CharField(max_length=50)  # as printed
    author = models.ForeignKey(Author, on_delete=models.PROTECT, db_column="writer")  # the first
    editor = models.ForeignKey(
        "people.person",
        models.SET_NULL,
        "edited",
        null=True,  # until there is one
        blank=True,
    )
    place: models.ForeignKey[Place] = models.ForeignKey(
        to='people.Place', to_field='code', on_delete=models.RESTRICT, related_query_name='held', null=True
    )
    desk = models.ForeignKey(Desk, models.SET(None), null=True, related_name="papers")
    checker = models.ForeignKey("people.Known", models.DO_NOTHING, db_constraint=False, null=True, related_name="+")
    user = models.OneToOneField(get_user_model(), models.CASCADE, null=True)
    follows = models.ForeignKey("self", models.CASCADE, null=True)

    class Meta:
        unique_together = [("author", "title")]
        indexes = [models.Index(fields=["editor"], name="papers_by_editor")]


class Draft(models.Model):
    paper = models.ForeignKey(Paper, models.CASCADE)
    by_mail = models.ForeignKey("people.Person", models.CASCADE, to_field="email", null=True)
