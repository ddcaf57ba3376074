"""One model for each way to hold a key; the tables are made by benchmarks.database."""

from __future__ import annotations

from django.db import models

from appschemas import IdentityKey
from benchmarks.database import BY_ROW, BY_STATEMENT, NATIVE, NO_CHECK, Held

PARENT = "person"


class Note(models.Model):
    title = models.TextField()

    class Meta:
        abstract = True
        managed = False


class Unchecked(Note):
    person_id = models.BigIntegerField(db_column="key_1")

    class Meta(Note.Meta):
        db_table = Held(NO_CHECK, PARENT).table


class Native(Note):
    person = models.ForeignKey("people.Person", models.CASCADE, db_column="key_1")

    class Meta(Note.Meta):
        db_table = Held(NATIVE, PARENT).table


class ByRow(Note):
    person = IdentityKey("people.Person", models.CASCADE, db_column="key_1")

    class Meta(Note.Meta):
        db_table = Held(BY_ROW, PARENT).table


class ByStatement(Note):
    person = IdentityKey("people.Person", models.CASCADE, db_column="key_1")

    class Meta(Note.Meta):
        db_table = Held(BY_STATEMENT, PARENT).table


MODELS = {NO_CHECK: Unchecked, NATIVE: Native, BY_ROW: ByRow, BY_STATEMENT: ByStatement}
