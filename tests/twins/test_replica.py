"""An alias of a replica reads there, or the query is refused; it is never the primary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from typing import Any

import psycopg
import pytest
from apart.models import Paper
from django.db import InternalError, ProgrammingError, connections, transaction
from django.db.models import Count
from django.utils.connection import ConnectionDoesNotExist
from persons.models import Person, Team
from verdicts.models import Review

from appschemas import AppSchemasError, joined

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


@contextmanager
def alias(name: str, **more: Any) -> Iterator[None]:
    """One alias more, of the same server: a replica as far as SQL can tell."""
    connections.databases[name] = {**connections["apart"].settings_dict, **more}
    try:
        yield
    finally:
        connections[name].close()
        del connections.databases[name]
        del connections[name]


@pytest.fixture
def asked(db: None) -> Iterator[list[str | None]]:
    """A paper, the alias "replica", and for each statement the replica that answers it."""
    ann = Person.objects.create(name="Ann", team=Team.objects.create(name="red"))
    paper = Paper.objects.create(title="walls", author=ann)
    paper.readers.add(ann)
    paper.sections.create(lead=ann)
    Review.objects.create(paper=paper, points=3)
    asked: list[str | None] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        replica = getattr(context["connection"], "replica", None)
        asked.append(replica and replica.alias)
        return execute(sql, params, many, context)

    with alias("replica"), ExitStack() as stack:
        connections["replica"].connect()
        for each in connections.all():
            stack.enter_context(each.execute_wrapper(note))
        yield asked


READ: dict[str, Callable[[Any], Any]] = {
    "get": lambda papers: papers.get(title="walls").title,
    "condition": lambda papers: papers.filter(author__team__name="red").count(),
    "queryset": lambda papers: papers.filter(author__in=Person.objects.filter(name="Ann")).count(),
    "related": lambda papers: papers.select_related("author__team").get().author.team.name,
    "peers": lambda papers: [paper.author.name for paper in papers.all()],
    "prefetch": lambda papers: papers.prefetch_related("author__team").get().author.team.name,
    "behind": lambda papers: papers.get().author.team.name,
    "many": lambda papers: [str(each) for each in papers.get().readers.all()],
    "many_prefetched": lambda papers: [
        str(each) for paper in papers.prefetch_related("readers") for each in paper.readers.all()
    ],
    "reverse": lambda papers: [each.points for each in papers.get().reviews.all()],
    "children": lambda papers: [each.lead.name for each in papers.get().sections.all()],
    "way_back": lambda papers: papers.get().author.apart_papers.get().title,
    "iterator": lambda papers: [each.title for each in papers.iterator(chunk_size=1)],
    "aggregate": lambda papers: papers.aggregate(Count("author"))["author__count"],
    "joined": lambda papers: list(
        joined(Review.objects.using("replica")).values_list("paper__author__name", "points")
    ),
    "values": lambda papers: len(list(papers.values_list("author", "author__pk"))),
    "in_bulk": lambda papers: len(papers.in_bulk()),
}


@pytest.mark.parametrize("name", READ)
def test_a_replica_answers_and_the_primary_is_not_asked(asked: Any, name: str) -> None:
    expected = READ[name](Paper.objects)
    asked.clear()

    found = READ[name](Paper.objects.using("replica"))

    assert found == expected
    assert set(asked) == {"replica"}


def test_a_router_in_front_may_send_what_is_read_there(asked: Any, settings: Any) -> None:
    settings.DATABASE_ROUTERS = [ToReplica(), *settings.DATABASE_ROUTERS]

    paper = Paper.objects.select_related("author").get(author__name="Ann")
    assert paper.author.team.name == "red"
    assert set(asked) == {"replica"}
    asked.clear()
    paper.title = "doors"
    paper.save()
    Paper.objects.filter(author__name="Ann").update(rating=3)

    assert None in asked
    assert Paper.objects.get(title="doors").rating == 3


class ToReplica:
    """A router that sends all reading to the replica."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return "replica"


WRITE: dict[str, Callable[[Any], Any]] = {
    "create": lambda papers: papers.create(title="new", author_id=1),
    "bulk_create": lambda papers: papers.bulk_create([Paper(title="new", author_id=1)]),
    "update": lambda papers: papers.update(title="new"),
    "delete": lambda papers: papers.all().delete(),
    "save": lambda papers: papers.get().save(using="replica"),
    "get_or_create": lambda papers: papers.get_or_create(title="new", author_id=1),
    "raw_delete": lambda papers: papers.all()._raw_delete("replica"),
}


@pytest.mark.parametrize("name", WRITE)
def test_nothing_is_written_there(asked: Any, name: str) -> None:
    with pytest.raises(AppSchemasError, match="it is a replica's, and nothing is written there"):
        WRITE[name](Paper.objects.using("replica"))

    assert [each.title for each in Paper.objects.all()] == ["walls"]


@pytest.mark.parametrize("block", [True, False])
def test_what_runs_there_is_in_a_transaction_that_is_read_only(asked: Any, block: bool) -> None:
    of_apart = connections["replica"].of_schema("apart")

    with transaction.atomic(using="replica") if block else nullcontext():
        Person.objects.using("replica").count()
        with of_apart.cursor() as cursor:
            cursor.execute("SELECT current_user, current_setting('transaction_read_only')")
            assert cursor.fetchone() == ("apart_rw", "on")
            with pytest.raises(InternalError, match="read-only transaction"):
                cursor.execute("DELETE FROM apart_paper")

    assert Paper.objects.exists()


def test_the_alias_itself_reads_no_table_of_a_schema(asked: Any) -> None:
    with (
        pytest.raises(ProgrammingError, match="does not exist"),
        connections["replica"].cursor() as cursor,
    ):
        cursor.execute("SELECT * FROM apart_paper")

    assert asked == ["replica"]


@pytest.mark.parametrize("block", [True, False])
@pytest.mark.parametrize("model", [Paper, Person])
def test_the_alias_itself_stays_in_no_schema_that_was_read_there(
    asked: Any, model: Any, block: bool
) -> None:
    replica = connections["replica"]
    login = replica.connection.info.user
    where = "SELECT current_user::text, current_setting('transaction_read_only')"
    seen = []

    with transaction.atomic(using="replica") if block else nullcontext():
        for ask in (
            lambda: replica.cursor().execute(where),
            lambda: replica.connection.execute(where),
            lambda: psycopg.ClientCursor(replica.connection).execute(where),
        ):
            model.objects.using("replica").count()
            seen.append(ask().fetchone())
        model.objects.using("replica").count()
        with pytest.raises(ProgrammingError, match="does not exist"):
            list(model.objects.using("replica").raw("TABLE apart_paper"))

    assert seen == [(login, "on")] * 3


def test_a_cursor_that_one_schema_declares_there_is_not_another_s(asked: Any) -> None:
    mine, other = (connections["replica"].of_schema(each) for each in ("persons", "apart"))
    with mine.cursor() as cursor, other.cursor() as another:
        cursor.execute("DECLARE held CURSOR WITH HOLD FOR SELECT name FROM persons_person")

        with pytest.raises(ProgrammingError, match="declared on the alias"):
            another.execute("FETCH held")
        cursor.execute("CLOSE held")


def test_an_alias_that_is_not_in_databases_is_an_error_as_ever(db: None) -> None:
    with pytest.raises(ConnectionDoesNotExist):
        Paper.objects.using("nowhere").count()


def test_an_alias_of_djangos_own_backend_reads_there_and_writes_nothing() -> None:
    person = Person.objects.create(name="Ann")
    Paper.objects.create(title="walls", author=person)
    options = "-c search_path=apart,persons -c default_transaction_read_only=on"
    own = {"ENGINE": "django.db.backends.postgresql", "OPTIONS": {"options": options}}

    with alias("replica", **own):
        rows = Paper.objects.using("replica")
        connections["replica"].connect()
        connections["replica"].force_debug_cursor = True

        assert rows.filter(title="walls").get().author == person
        assert len(connections["replica"].queries) == 1
        with pytest.raises(InternalError, match="read-only transaction"):
            rows.update(title="doors")
