from http.client import HTTPConnection

import pytest
from people.models import Person


@pytest.mark.django_db(databases=["default", "people"])
def test_a_person_is_there():
    Person.objects.create(name="Ada")

    assert Person.objects.count() == 1


@pytest.mark.django_db(databases="__all__", transaction=True)
def test_a_person_is_committed(live_server):
    Person.objects.create(name="Ada")

    connection = HTTPConnection(live_server.thread.host, live_server.thread.port)
    connection.request("GET", "/")
    assert connection.getresponse().read() == b"1"
    connection.close()
