"""Aliases: what stands for several, and what Django is told of an app that nobody knows."""

from __future__ import annotations

import copy
import pickle

from django.db import router
from people.models import Person

from appschemas.backend.session.aliases import Together


def test_a_row_that_was_saved_on_several_aliases_is_copied_and_pickled() -> None:
    person = Person(pk=1)
    person._state.db = Together("default", ("people", "papers"))

    for made in (copy.deepcopy(person), pickle.loads(pickle.dumps(person))):  # noqa: S301
        assert (made._state.db, type(made._state.db)) == ("default", str)


def test_operations_of_no_app_may_run_wherever_they_are_run() -> None:
    assert router.allow_migrate("default", "nobodys") is True
    assert router.allow_migrate("people", "papers") is False
