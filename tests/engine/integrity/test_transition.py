"""Pending relations with reads: everything works as it did, both ways, and writes stay apart."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.tools.stranger import Stranger, database

PEOPLE = """
class Town(models.Model):
    name = models.TextField()
class Person(models.Model):
    name = models.TextField()
    town = models.ForeignKey(Town, models.CASCADE, null=True)
class Place(models.Model):
    city = models.TextField()
"""
PAPERS = """
from django.contrib.contenttypes.fields import GenericRelation
class Paper(models.Model):
    title = models.TextField()
    author = models.ForeignKey("people.Person", models.CASCADE, related_name="papers")
    readers = models.ManyToManyField("people.Person", related_name="read")
    notes = GenericRelation("notes.Note")
class Venue(__import__("people.models").models.Place):
    seats = models.IntegerField()
"""
NOTES = """
from django.contrib.contenttypes.fields import GenericForeignKey
class Note(models.Model):
    text = models.TextField()
    content_type = models.ForeignKey("contenttypes.ContentType", models.CASCADE)
    object_id = models.BigIntegerField()
    about = GenericForeignKey()
"""
ROWS = """
from people.models import Person, Place, Town
from papers.models import Paper, Venue
from notes.models import Note
from django.db.models import Count, F, Q
ann = Person.objects.create(name="Ann", town=Town.objects.create(name="Ghent"))
bob = Person.objects.create(name="Bob")
walls = Paper.objects.create(title="On walls", author=ann)
doors = Paper.objects.create(title="On doors", author=bob)
walls.readers.set([ann, bob])
hall = Venue.objects.create(city="Ghent", seats=90)
Note.objects.create(about=walls, text="good")
"""


IMPORTS = ROWS.partition("ann =")[0]
# What is asked, and what it has always answered.
ANSWERS = {
    "Paper.objects.select_related('author__town').get(pk=walls.pk).author.town.name": "Ghent",
    "Paper.objects.get(author__name='Bob').title": "On doors",
    "Paper.objects.exclude(author__town__name='Ghent').get().title": "On doors",
    "Person.objects.get(papers__title='On walls').name": "Ann",
    "Town.objects.get(person__papers__title='On walls').name": "Ghent",
    "[person.n for person in Person.objects.annotate(n=Count('read'))]": "[1, 1]",
    "Paper.objects.filter(author__in=Person.objects.filter(name='Ann')).count()": "1",
    "[*Paper.objects.order_by('author__name').values_list('author__name')]": "[('Ann',), ('Bob',)]",
    "[person.name for person in walls.readers.order_by('name')]": "['Ann', 'Bob']",
    "[len(paper.readers.all()) for paper in Paper.objects.prefetch_related('readers')]": "[2, 0]",
    "Person.objects.get(name='Bob').read.get().title": "On walls",
    "Venue.objects.get(city='Ghent').seats, Place.objects.get(venue__seats=90).city": "90 Ghent",
    "Paper.objects.get(notes__text='good').title": "On walls",
    "Note.objects.get().about.title": "On walls",
    "Note.objects.get(content_type__model='paper').text": "good",
    "Paper.objects.filter(author__name='Bob').update(title=F('title'))": "1",
}


@pytest.fixture(scope="module")
def project(server: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stranger]:
    """Three apps whose keys are all pending, by their first contract, with some rows."""
    name = f"s{secrets.token_hex(4)}"
    with database(server, name) as url:
        stranger = Stranger(Path(tmp_path_factory.mktemp(name)), name, url)
        for app, models in (("people", PEOPLE), ("papers", PAPERS), ("notes", NOTES)):
            stranger.add_app(app, models)
        stranger.install("people", "papers", "notes")
        stranger.write_contract()
        stranger.manage("makemigrations", "people", "papers", "notes")
        stranger.manage("schema_apply", "--apply")
        stranger.manage("migrate")
        stranger.manage("schema_apply", "--apply")
        stranger.python(ROWS)
        yield stranger


@pytest.fixture(scope="module")
def answers(project: Stranger) -> dict[str, str]:
    """What each question is answered, asked in one process."""
    walls = "walls = Paper.objects.get(title='On walls')"
    printed = project.python(IMPORTS, walls, *(f"print({question})" for question in ANSWERS))
    return dict(zip(ANSWERS, printed.splitlines(), strict=True))


@pytest.mark.parametrize("question", ANSWERS)
def test_a_query_over_pending_relations_works_as_before(
    answers: dict[str, str], question: str
) -> None:
    assert answers[question] == ANSWERS[question]


def test_relations_are_written_over_pending_keys(project: Stranger) -> None:
    found = project.python(
        IMPORTS,
        "from django.db import transaction",
        "eve = Person.objects.create(name='Eve')",
        "paper = Paper.objects.create(title='t', author=eve)",
        "paper.readers.add(eve); eve.read.remove(paper); paper.readers.set([eve])",
        "venue = Venue.objects.create(city='Bruges', seats=1)",
        "venue.city = 'Ypres'; venue.save(); Venue.objects.filter(pk=venue.pk).update(city='Spa')",
        "venue.refresh_from_db()",
        "print(venue.city, venue.delete()[0], eve.delete())",
    )

    assert found.strip() == (
        "Spa 2 (3, {'papers.Paper_readers': 1, 'papers.Paper': 1, 'people.Person': 1})"
    )


def test_a_lock_over_a_join_is_one_on_the_rows_of_its_own_schema(project: Stranger) -> None:
    found = project.python(
        IMPORTS,
        "from django.db import DatabaseError, connections, transaction",
        "from django.test.utils import CaptureQueriesContext",
        "with transaction.atomic(), CaptureQueriesContext(connections['people']) as sent:",
        "    readers = Paper.objects.get(title='On walls').readers.select_for_update()",
        "    print(readers.count(), len(readers), 'OF \"people_person\"' in sent[-1]['sql'])",
        "    print(Venue.objects.select_for_update().get(city='Ghent').seats)",
        "    try: Paper.objects.select_for_update().select_related('author').first()",
        "    except DatabaseError as error: print(error.__cause__.sqlstate)",
    )

    assert found.split("\n")[:3] == ["2 2 True", "90", "42501"]


def test_reads_let_nobody_write(project: Stranger) -> None:
    found = project.python(
        "from django.db import DatabaseError, connections",
        "try: connections['papers'].cursor().execute('DELETE FROM people.people_person')",
        "except DatabaseError as error: print(error.__cause__.sqlstate)",
    )

    assert found.strip() == "42501"


def test_the_database_is_in_step(project: Stranger) -> None:
    assert "3 to change" not in project.manage("schema_verify")
