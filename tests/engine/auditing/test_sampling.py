"""What the wall would refuse is logged with its place, and sent all the same."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import DatabaseError, connections, transaction
from django.db.backends.signals import connection_created
from django.test import override_settings

import appschemas.auditing
from appschemas.auditing.apps import AuditingConfig
from appschemas.auditing.crossings import KINDS, Judge
from appschemas.auditing.sampling import Sampler, sample
from appschemas.conf import Misconfigured, get_contract

pytestmark = pytest.mark.django_db(databases="__all__")

HERE = Path(__file__).relative_to(Path.cwd()).as_posix()


# Of a model's own table and another one, each by its primary key.
STATEMENTS = (
    "SELECT o.{id} FROM {other} o",
    "SELECT t.{own_id} FROM {own} t JOIN {other} o ON o.{id}::text = t.{own_id}::text",
    "SELECT t.{own_id} FROM {own} t, {other} o FOR UPDATE",
    "SELECT t.{own_id} FROM {own} t, {other} o FOR SHARE OF t",
    "SELECT t.{own_id} FROM {own} t WHERE EXISTS (SELECT FROM {other} o)",
    "WITH o AS (SELECT {id} FROM {other}) SELECT {id} FROM o",
    "SELECT {own_id}::text FROM {own} UNION SELECT {id}::text FROM {other}",
    "DELETE FROM {other} WHERE false RETURNING {id}",
    "DELETE FROM {own} t USING {other} o WHERE false RETURNING t.{own_id}",
    "UPDATE {other} SET {id} = {id} RETURNING {id}",
    "UPDATE {own} t SET {own_id} = t.{own_id} FROM {other} o WHERE false RETURNING t.{own_id}",
    "INSERT INTO {other} ({id}) SELECT NULL FROM {own} WHERE false RETURNING {id}",
    "CREATE TEMPORARY TABLE scratch AS SELECT {own_id} FROM {own}",
)


@pytest.fixture
def wide(server: dict[str, Any]) -> Iterator[str]:
    """The alias of a login that may all of it, with every schema on its path: old code's."""
    contract = get_contract()
    path = ",".join(schema.name for schema in contract.schemas)
    connections.databases["wide"] = {
        **connections["default"].settings_dict,
        "ENGINE": "django.db.backends.postgresql",
        "USER": server["user"],
        "PASSWORD": server.get("password", ""),
        "OPTIONS": {"options": f"-c search_path={path}"},
    }
    connections["wide"].connect()
    yield "wide"
    connections["wide"].close()
    del connections["wide"], connections.databases["wide"]


@pytest.fixture
def sampler() -> Iterator[Sampler]:
    """It looks at every statement."""
    sampler = Sampler(Judge(get_contract()), 1)
    with sampler.recording():
        yield sampler


def warnings(sampler: Sampler) -> int:
    """How often something was met that the wall refuses."""
    return sum(times for (kind, *_), times in sampler.met.items() if KINDS[kind][0])


def send(model: Any, statement: str) -> None:
    """What old code of the model's app sends, and takes back."""
    with transaction.atomic(using="wide"):
        # What gives no rows, or rows without the model's key, is no queryset, but it was sent.
        with suppress(TypeError, FieldDoesNotExist):
            list(model.objects.raw(statement, using="wide"))
        transaction.set_rollback(True, using="wide")


def is_refused(alias: str, statement: str) -> bool:
    """Whether the wall does not let it through: no right, or no such table or schema there."""
    try:
        with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        return getattr(error.__cause__, "sqlstate", "") in ("42501", "42P01", "3F000")
    return False


def generated() -> Iterator[tuple[Any, str, str]]:
    """Each statement on the tables of each two models: the first, its alias, the statement."""
    contract = get_contract()
    models = [
        (apps.get_model(label), contract[label.partition(".")[0]].alias)
        for label in ("papers.Paper", "people.Person", "reviews.Review")
    ]
    quoted = connections["default"].ops.quote_name
    for model, alias in models:
        for other, _ in models:
            names = {
                "own": quoted(model._meta.db_table),
                "own_id": quoted(model._meta.pk.column),
                "other": quoted(other._meta.db_table),
                "id": quoted(other._meta.pk.column),
            }
            yield from ((model, alias, each.format(**names)) for each in STATEMENTS)


def test_what_is_warned_of_is_what_the_wall_refuses(wide: str, sampler: Sampler) -> None:
    warned = set()
    for model, alias, statement in generated():
        before = warnings(sampler)
        send(model, statement)
        if warnings(sampler) > before:
            warned.add((alias, statement))
    connections[wide].close()

    refused = {
        (alias, statement) for _, alias, statement in generated() if is_refused(alias, statement)
    }

    assert warned == refused
    assert len(warned) > 50


def test_a_place_is_logged_when_it_is_new_and_whenever_its_count_has_doubled(
    wide: str, sampler: Sampler, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(5):
        send(apps.get_model("papers", "Paper"), "SELECT id FROM people_person WHERE name = 'Ada'")

    records = [each for each in caplog.records if each.name == "appschemas.auditing.sampling"]
    assert [each.times for each in records] == [1, 2, 4]  # type: ignore[attr-defined]
    assert records[0].levelno == logging.WARNING
    place, _, said = records[0].getMessage().partition(" send: ")
    assert place.startswith(f"{HERE}:")
    assert said == "foreign of people, met 1 times: SELECT id FROM people_person WHERE name = %s"


def test_only_a_share_is_looked_at(wide: str) -> None:
    sampler = Sampler(Judge(get_contract()), 0.1)
    with sampler.recording(), connections[wide].cursor() as cursor:
        for _ in range(1_000):
            cursor.execute("SELECT 1 FROM people_person")

    # Six standard deviations from a hundred.
    assert 43 < warnings(sampler) < 157


def test_without_a_share_nothing_stands_in_the_way_of_a_statement(wide: str) -> None:
    receivers = len(connection_created.receivers)
    assert sample(0) is None

    with connections[wide].cursor() as cursor:
        cursor.execute("SELECT 1 FROM people_person")

    assert len(connection_created.receivers) == receivers
    assert connections[wide].execute_wrappers == []


def test_what_cannot_be_looked_at_is_sent_all_the_same(
    wide: str, sampler: Sampler, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sampler, "_judge", None)

    with connections[wide].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_person")
        row = cursor.fetchone()

    assert row == (0,)
    assert "a statement could not be looked at" in caplog.text


@pytest.mark.parametrize("share", [2, -1, "0.01", True])
def test_a_setting_that_is_no_share_is_one_message(share: object) -> None:
    with override_settings(APPSCHEMAS_AUDIT_SAMPLE=share):
        with pytest.raises(Misconfigured, match=r"wanted: a share .* such as 0\.01"):
            AuditingConfig("appschemas.auditing", appschemas.auditing).ready()


def test_the_app_begins_when_the_process_does(wide: str, caplog: pytest.LogCaptureFixture) -> None:
    config = AuditingConfig("appschemas.auditing", appschemas.auditing)
    with override_settings(APPSCHEMAS_AUDIT_SAMPLE=1):
        config.ready()
    try:
        send(apps.get_model("papers", "Paper"), "SELECT id FROM people_person")
    finally:
        assert config.sampler is not None
        config.sampler.stop()

    assert "foreign of people, met 1 times" in caplog.text
