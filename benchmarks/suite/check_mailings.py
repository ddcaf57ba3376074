"""A test as there are many: a row is written and read."""

import os

import pytest

from wg21_paper_tracker.models import WG21Mailing

DATABASES = os.environ.get("BENCH_DATABASES")


@pytest.mark.parametrize("number", range(int(os.environ["BENCH_TESTS"])))
@pytest.mark.django_db(databases="__all__" if DATABASES == "__all__" else DATABASES and [DATABASES])
def test_a_mailing_is_there(number: int) -> None:
    WG21Mailing.objects.create(mailing_date=str(number))

    assert WG21Mailing.objects.get().mailing_date == str(number)
