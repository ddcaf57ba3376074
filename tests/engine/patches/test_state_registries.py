"""What a migration's state renders leaves what is known of the installed models as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.db.migrations.state import ModelState, ProjectState
from django.test import override_settings
from people.models import Person


@pytest.fixture
def chosen() -> Iterator[None]:
    """An installed model for which a setting may name another."""

    class Chosen(models.Model):
        class Meta:
            app_label = "people"
            swappable = "CHOSEN_MODEL"

    with override_settings(CHOSEN_MODEL="people.Chosen"):
        yield
    del apps.all_models["people"]["chosen"]
    apps.clear_cache()


def test_a_state_that_is_rendered_leaves_what_is_known_of_installed_models() -> None:
    before = apps.get_models()

    rendered = _state_of(Person).apps.get_model("people", "Person")

    assert rendered is not Person
    # The list that was remembered, and not one like it.
    assert apps.get_models() is before


def test_a_state_has_the_models_that_it_was_given_last() -> None:
    state = _state_of(Person)
    assert [each.__name__ for each in state.apps.get_models()] == ["Person"]

    state.add_model(ModelState("people", "Other", [("id", models.AutoField(primary_key=True))]))

    assert [each.__name__ for each in state.apps.get_models()] == ["Person", "Other"]


def test_a_key_of_the_user_model_is_swappable_whoever_that_is() -> None:
    assert _setting_of("auth.User") == "AUTH_USER_MODEL"

    with override_settings(AUTH_USER_MODEL="people.Person"):
        assert _setting_of("people.Person") == "AUTH_USER_MODEL"

    assert _setting_of("people.Person") is None


@pytest.mark.usefixtures("chosen")
def test_a_key_of_any_model_that_a_setting_may_choose_is_swappable() -> None:
    assert _setting_of("people.Chosen") == "CHOSEN_MODEL"
    assert _setting_of("people.Person") is None

    with override_settings(CHOSEN_MODEL="people.Person"):
        _state_of(Person).apps.get_models()
        assert _setting_of("people.Person") == "CHOSEN_MODEL"
        installed = {each.__name__ for each in apps.get_models()}

    assert "Chosen" not in installed
    assert _setting_of("people.Person") is None
    assert "Chosen" in {each.__name__ for each in apps.get_models()}


@pytest.mark.usefixtures("chosen")
def test_a_state_forgets_whom_a_setting_had_chosen() -> None:
    state = ModelState.from_model(apps.get_model("people", "Chosen"))
    rendered = ProjectState({("people", "chosen"): state}).apps
    before = [each.__name__ for each in rendered.get_models()]

    with override_settings(CHOSEN_MODEL="people.Person"):
        assert rendered.get_models() == []

    assert before == [each.__name__ for each in rendered.get_models()] == ["Chosen"]


# Private
# -------


def _state_of(model: type[models.Model]) -> ProjectState:
    state = ModelState.from_model(model)
    return ProjectState({(state.app_label, state.name_lower): state})


def _setting_of(to: str) -> str | None:
    key: models.ForeignKey[Any, Any] = models.ForeignKey(to, models.CASCADE)
    return key.swappable_setting
