import pytest
from notes.models import Note


@pytest.mark.django_db(databases="__all__")
def test_what_a_migration_made_is_there():
    assert Note.objects.get().text == "the first"


@pytest.mark.schemas("notes")
def test_a_mark_declares_the_database():
    assert Note.objects.count() == 1
