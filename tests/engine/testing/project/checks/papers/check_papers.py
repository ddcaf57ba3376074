import pytest
from django.db import IntegrityError, ProgrammingError, connections, transaction
from django.test import TestCase, TransactionTestCase
from papers.models import Paper

everything = pytest.mark.django_db(databases="__all__")


@everything
def test_a_paper_holds_a_key(identity_key):
    paper = Paper.objects.create(title="On walls", author_id=identity_key("people.Person"))

    assert Paper.objects.get() == paper


@everything
def test_keys_of_each_type_are_made_many_at_once(identity_key):
    authors = identity_key("people.Person", count=1000)
    editors = identity_key("people.Editor", count=3)
    places = identity_key("people.Place", count=3)

    Paper.objects.bulk_create(
        Paper(title="", author_id=author, editor_id=editor, place_id=place)
        for author, editor, place in zip(authors, editors, places, strict=False)
    )

    assert (len(set(authors)), len(set(editors)), len(set(places))) == (1000, 3, 3)


@everything
def test_a_key_that_is_not_there_is_refused():
    with pytest.raises(IntegrityError, match="people_person"):
        with transaction.atomic("papers"):
            Paper.objects.create(title="Orphan", author_id=-1)
            with connections["papers"].cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@everything
def test_the_tables_of_others_are_behind_the_wall():
    with pytest.raises(ProgrammingError, match="permission denied"):
        with transaction.atomic("papers"), connections["papers"].cursor() as cursor:
            cursor.execute("SELECT * FROM people.people_person")


class Committed(TransactionTestCase):
    databases = ["default", "papers"]

    def test_one(self):
        assert Paper.objects.count() == 0

    def test_other(self):
        assert Paper.objects.count() == 0


class Cased(TestCase):
    databases = "__all__"

    def test_nothing_is_left_of_others(self):
        assert Paper.objects.count() == 0
