import pytest
from people.models import Person


@pytest.mark.django_db(databases=["default", "people"])
def test_a_person_is_there():
    Person.objects.create(name="Ada")

    assert Person.objects.count() == 1


@pytest.mark.django_db(databases="__all__", transaction=True)
def test_a_person_is_committed(live_server):
    from urllib.request import urlopen

    Person.objects.create(name="Ada")

    assert urlopen(live_server.url).read() == b"1"
