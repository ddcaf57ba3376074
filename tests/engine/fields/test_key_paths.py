"""Conditions on the other side of an identity key: the keys first, then the rows."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.core.exceptions import FieldError
from django.db import connections, models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When
from django.test.utils import isolate_apps
from papers.models import Paper, Section
from people.models import Country, Member, Person
from reviews.models import Review

from appschemas import CrossSchemaJoin, IdentityKey, TooManyKeys, key_limit
from tests.tools.statements import Recorded

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def shelf() -> dict[str, Paper]:
    """Papers by their titles, with and without an editor and a referee."""
    ann, bob, eve = (Person.objects.create(name=name) for name in ("Ann", "Bob", "eve"))
    member = Member.objects.create(name="Mia", since=1999)
    Country.objects.create(code="de")
    made = {
        "a": Paper.objects.create(title="a", author=ann),
        "b": Paper.objects.create(title="b", author=bob, editor=ann, country_id="de"),
        "c": Paper.objects.create(title="c", author=ann, editor=bob, referee_id=member.pk),
        "d": Paper.objects.create(title="d", author=eve, editor=eve),
    }
    Review.objects.create(paper=made["a"], score=1)
    Review.objects.create(paper=made["b"], score=2)
    for paper in made.values():
        Section.objects.create(paper=paper)
    return made


def pickled(thing: Any) -> Any:
    """It, after it was written and read."""
    return pickle.loads(pickle.dumps(thing))  # noqa: S301


def titles(papers: Iterable[Paper]) -> str:
    return "".join(sorted(paper.title for paper in papers))


CONDITIONS: list[tuple[Any, str]] = [
    (Q(author__name="Ann"), "ac"),
    (~Q(author__name="Ann"), "bd"),
    (Q(author__name__startswith="A"), "ac"),
    (Q(author__name__in=["Bob", "eve"]), "bd"),
    (Q(author__name__in=Person.objects.filter(name="Bob").values("name")), "b"),
    (Q(author__name__iexact="EVE"), "d"),
    (Q(author__name__regex="^[AB]"), "abc"),
    (Q(author__name__gt="Ann", author__name__lt="c"), "b"),
    (Q(author__name__contains="o"), "b"),
    (Q(editor__name="Ann"), "b"),
    (~Q(editor__name="Ann"), "acd"),
    (Q(editor__name="Ann") | Q(title="a"), "ab"),
    (Q(editor__name="Ann") | ~Q(author__name="Ann"), "bd"),
    (~(Q(editor__name="Ann") | Q(author__name="Bob")), "acd"),
    (~(Q(editor__name="Ann") & Q(author__name="Bob")), "acd"),
    (Q(editor__name="Ann") ^ Q(author__name="Bob"), ""),
    (Q(editor__name__isnull=True), "a"),
    (Q(editor__name__isnull=False), "bcd"),
    (~Q(editor__name__isnull=True), "bcd"),
    (~Q(editor__name__isnull=False), "a"),
    (Q(editor__name=None), "a"),
    (Q(editor__isnull=True), "a"),
    (Q(author__name="nobody"), ""),
    (~Q(author__name="nobody"), "abcd"),
    (~Q(editor__name="nobody"), "abcd"),
    (Q(editor__name="nobody") | Q(title="d"), "d"),
    (Q(referee__since__lt=2000), "c"),
    (Q(referee__person_ptr__name="Mia"), "c"),
    (Q(country__code="de"), "b"),
    (Q(author__member__since=1999), ""),
]


@pytest.mark.parametrize(("condition", "found"), CONDITIONS, ids=range(len(CONDITIONS)))
def test_a_condition_has_the_rows_that_it_has_over_a_foreign_key(
    shelf: dict[str, Paper], condition: Q, found: str
) -> None:
    assert titles(Paper.objects.filter(condition)) == found
    assert Paper.objects.filter(condition).count() == len(found)
    assert titles(Paper.objects.exclude(condition)) == "".join(sorted({*"abcd"} - {*found}))


def test_it_is_two_statements_each_as_the_role_of_its_schema(
    shelf: dict[str, Paper], statements: Recorded
) -> None:
    with statements() as seen:
        assert titles(Paper.objects.filter(author__name="Ann")) == "ac"

    assert [role for role, _ in seen] == ["people_rw", "papers_rw"]
    assert "= ANY" in seen[-1][1]


@pytest.mark.parametrize("name", ["author", "author_id", "author__pk", "author__id"])
def test_the_key_itself_is_the_column(
    shelf: dict[str, Paper], statements: Recorded, name: str
) -> None:
    key = shelf["b"].author_id

    with statements() as seen:
        assert titles(Paper.objects.filter(**{name: key})) == "b"
        assert titles(Paper.objects.filter(**{f"{name}__in": [key]})) == "b"
        first, *_ = Paper.objects.order_by(name, "title").values_list(name, flat=True)

    assert first < key

    assert [role for role, _ in seen] == ["papers_rw"] * 3


def test_a_key_behind_a_key_is_three_statements(
    shelf: dict[str, Paper], statements: Recorded
) -> None:
    with statements() as seen:
        found = Review.objects.get(paper__author__name="Bob")

    assert found.score == 2
    assert [role for role, _ in seen] == ["people_rw", "papers_rw", "reviews_rw"]


def test_a_key_behind_a_foreign_key_is_followed(shelf: dict[str, Paper]) -> None:
    found = Section.objects.filter(paper__author__name="Ann")

    assert {each.paper.title for each in found} == {"a", "c"}
    assert Section.objects.exclude(paper__editor__name="Ann").count() == 3
    assert Paper.objects.filter(section__paper__author__name="Bob").get() == shelf["b"]


USES: dict[str, Callable[[], Any]] = {
    "get": lambda: Paper.objects.get(author__name="Bob").title,
    "exists": lambda: "b" * Paper.objects.filter(author__name="Bob").exists(),
    "aggregate": lambda: (
        "b" * Paper.objects.aggregate(n=Count("pk", filter=Q(author__name="Bob")))["n"]
    ),
    "annotate": lambda: titles(
        Paper.objects.annotate(by_bob=Q(author__name="Bob")).filter(by_bob=True)
    ),
    "case": lambda: titles(
        Paper.objects.alias(n=Case(When(author__name="Bob", then=Value(1)), default=0)).filter(n=1)
    ),
    "within one schema": lambda: titles(
        Paper.objects.filter(
            Exists(Section.objects.filter(paper=OuterRef("pk"), paper__author__name="Bob"))
        )
    ),
    "union": lambda: titles(
        Paper.objects.filter(author__name="Bob").union(Paper.objects.filter(author__name="x"))
    ),
    "or of querysets": lambda: titles(
        Paper.objects.filter(author__name="Bob") | Paper.objects.filter(author__name="x")
    ),
    "in_bulk": lambda: titles(Paper.objects.filter(author__name="Bob").in_bulk().values()),
    "iterator": lambda: titles(Paper.objects.filter(author__name="Bob").iterator(chunk_size=1)),
    "for update": lambda: titles(Paper.objects.filter(author__name="Bob").select_for_update()),
    "distinct": lambda: titles(Paper.objects.filter(author__name="Bob").distinct()),
    "a slice": lambda: titles(Paper.objects.filter(author__name="Bob").order_by("pk")[:1]),
    "a copy": lambda: titles(copy.deepcopy(Paper.objects.filter(author__name="Bob"))),
    "a pickle": lambda: titles(pickled(Paper.objects.filter(author__name="Bob"))),
    "raw delete": lambda: "b" * Paper.objects.filter(author__name="Bob")._raw_delete("papers"),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_a_condition_can_stand_wherever_one_can(
    shelf: dict[str, Paper], use: Callable[[], Any]
) -> None:
    Review.objects.all().delete()
    if use is USES["raw delete"]:
        Section.objects.all().delete()

    assert use() == "b"


def test_rows_are_updated_and_deleted_by_it(shelf: dict[str, Paper]) -> None:
    assert Paper.objects.filter(author__name="Ann").update(title=F("title")) == 2

    Paper.objects.filter(author__name="Ann").delete()

    assert titles(Paper.objects.all()) == "bd"


def test_a_condition_said_twice_in_a_statement_is_looked_up_once(
    shelf: dict[str, Paper], statements: Recorded
) -> None:
    condition = Q(author__name="Ann")

    with statements() as seen:
        list(Paper.objects.filter(condition).annotate(again=condition).filter(again=True))

    assert [role for role, _ in seen] == ["people_rw", "papers_rw"]


# What is refused, and when
# -------------------------


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        (lambda: Paper.objects.filter(author__name=F("title")), "column of this query"),
        (lambda: Paper.objects.filter(author__name__in=["Ann", None]), "None in the list"),
        (lambda: Paper.objects.filter(author__writings__x=1), None),
        (lambda: Paper.objects.filter(author__nothing=1), None),
        (lambda: Paper.objects.filter(author__name__nothing=1), None),
        (lambda: Paper.objects.order_by("-author__name"), "would join"),
        (lambda: Paper.objects.values("author__name"), "would join"),
        (lambda: Paper.objects.annotate(n=F("author__name")), "would join"),
        (lambda: Paper.objects.annotate(n=models.functions.Upper("author__name")), "would join"),
        (lambda: Review.objects.values("paper__author__name"), "would join"),
    ],
)
def test_what_no_condition_can_say_is_refused_when_it_is_built(
    query: Callable[[], Any], reason: str | None
) -> None:
    with pytest.raises(CrossSchemaJoin if reason else FieldError, match=reason):
        query()


def test_a_constraint_does_not_keep_the_keys_of_the_moment(shelf: dict[str, Paper]) -> None:
    constraint = models.CheckConstraint(condition=Q(author__name="Ann"), name="frozen")

    with (
        pytest.raises(CrossSchemaJoin, match="written into it for good"),
        connections["papers"].schema_editor(collect_sql=True) as editor,
    ):
        editor.add_constraint(Paper, constraint)


def test_more_keys_than_the_limit_are_an_error(shelf: dict[str, Paper], settings: Any) -> None:
    wide = Paper.objects.filter(author__name__gt="")
    settings.APPSCHEMAS_KEY_LIMIT = 2

    with pytest.raises(TooManyKeys, match="more than 2 keys"):
        list(wide)
    with key_limit(10):
        assert titles(wide) == "abcd"


@isolate_apps("papers")
def test_a_field_of_the_other_side_comes_before_a_lookup_of_that_name() -> None:
    class Range(models.Model):
        range = models.IntegerField()

        class Meta:
            app_label = "papers"

    class Held(models.Model):
        of = IdentityKey("papers.Range", on_delete=models.CASCADE)

        class Meta:
            app_label = "papers"

    assert Held._meta.get_field("of").get_lookup("range") is None
    assert Held.objects.filter(of__range=3).query.where.children[0].path == "range__exact"
    assert Range


# Whole querysets of another schema
# ---------------------------------


def test_keys_of_a_queryset_of_another_schema_are_read_first(
    shelf: dict[str, Paper], statements: Recorded
) -> None:
    written = Paper.objects.filter(title__in="ab").values("author")

    with statements() as seen:
        found = {each.name for each in Person.objects.filter(pk__in=written)}

    assert found == {"Ann", "Bob"}
    assert [role for role, _ in seen] == ["papers_rw", "people_rw"]
    assert {each.name for each in Person.objects.exclude(pk__in=written)} == {"eve", "Mia"}


def test_a_null_among_them_makes_what_is_not_found_unknown(shelf: dict[str, Paper]) -> None:
    edited = Paper.objects.values("editor")

    assert {each.name for each in Person.objects.filter(pk__in=edited)} == {"Ann", "Bob", "eve"}
    assert list(Person.objects.exclude(pk__in=edited)) == []


def test_a_schema_that_reads_the_other_keeps_its_subquery(
    shelf: dict[str, Paper], statements: Recorded
) -> None:
    with statements() as seen:
        assert Review.objects.filter(score__in=Paper.objects.values("pk")[:0]).count() == 0
        list(Review.objects.filter(pk__in=Paper.objects.values("pk")))

    assert seen[-1][0] == "reviews_rw"
    assert "SELECT" in seen[-1][1].partition(" IN ")[2]


# select_related and peers
# ------------------------


def test_select_related_costs_one_query_more(shelf: dict[str, Paper], statements: Recorded) -> None:
    with statements() as seen:
        papers = list(Paper.objects.select_related("author", "editor").order_by("title"))
        names = [(each.author.name, each.editor and each.editor.name) for each in papers]

    assert names == [("Ann", None), ("Bob", "Ann"), ("Ann", "Bob"), ("eve", "eve")]
    assert [role for role, _ in seen] == ["papers_rw", "people_rw", "people_rw"]


def test_select_related_goes_on_behind_the_key(
    shelf: dict[str, Paper], statements: Recorded
) -> None:
    with statements() as seen:
        reviews = list(Review.objects.select_related("paper__author").order_by("score"))
        assert [each.paper.author.name for each in reviews] == ["Ann", "Bob"]

    assert [role for role, _ in seen] == ["reviews_rw", "papers_rw", "people_rw"]


def test_select_related_comes_to_a_key_through_a_foreign_key(
    shelf: dict[str, Paper], statements: Recorded
) -> None:
    with statements() as seen:
        sections = list(Section.objects.select_related("paper__author").order_by("paper__title"))
        assert [each.paper.author.name for each in sections] == ["Ann", "Bob", "Ann", "eve"]

    assert [role for role, _ in seen] == ["papers_rw", "people_rw"]


# Deprecated from Django 6.1 on.
@pytest.mark.filterwarnings("ignore:Calling select_related")
def test_select_related_without_names_takes_foreign_keys_alone(
    shelf: dict[str, Paper], statements: Recorded
) -> None:
    with statements() as seen:
        sections = list(Section.objects.select_related())
        assert {each.paper.title for each in sections} == {*"abcd"}

    assert [role for role, _ in seen] == ["papers_rw"]


def test_an_iterator_brings_them_chunk_by_chunk(shelf: dict[str, Paper]) -> None:
    found = Paper.objects.select_related("author").order_by("title").iterator(chunk_size=2)

    assert [each.author.name for each in found] == ["Ann", "Bob", "Ann", "eve"]


def test_a_deferred_key_cannot_be_followed(shelf: dict[str, Paper]) -> None:
    for query in (
        Paper.objects.select_related("author").defer("author"),
        Paper.objects.select_related("author").only("title"),
    ):
        with pytest.raises(FieldError, match="both deferred and traversed"):
            list(query)


def test_what_is_deferred_behind_a_key_does_not_keep_it_from_being_followed(
    shelf: dict[str, Paper], statements: Recorded
) -> None:
    with statements() as seen:
        papers = list(Paper.objects.select_related("author").defer("author__name", "country"))
        assert sorted(each.author.name for each in papers) == ["Ann", "Ann", "Bob", "eve"]

    assert [role for role, _ in seen] == ["papers_rw", "people_rw"]


def test_the_first_access_reads_for_all_rows_of_the_query(
    shelf: dict[str, Paper], statements: Recorded
) -> None:
    papers = list(Paper.objects.order_by("title"))

    with statements() as seen:
        assert [each.author.name for each in papers] == ["Ann", "Bob", "Ann", "eve"]

    assert [role for role, _ in seen] == ["people_rw"]


def test_rows_behind_a_foreign_key_have_peers_too(
    shelf: dict[str, Paper], statements: Recorded
) -> None:
    sections = list(Section.objects.select_related("paper").order_by("paper__title"))

    with statements() as seen:
        assert [each.paper.author.name for each in sections] == ["Ann", "Bob", "Ann", "eve"]

    assert [role for role, _ in seen] == ["people_rw"]


@pytest.mark.skipif(not hasattr(models, "FETCH_RAISE"), reason="fetch modes are new in Django 6.1")
def test_nothing_is_fetched_where_a_queryset_says_so(shelf: dict[str, Paper]) -> None:
    from django.core.exceptions import FieldFetchBlocked

    paper = Paper.objects.fetch_mode(models.FETCH_RAISE).get(title="b")

    with pytest.raises(FieldFetchBlocked, match=r"Paper\.author blocked"):
        _ = paper.author
    assert Paper.objects.fetch_mode(models.FETCH_PEERS).get(title="b").author.name == "Bob"


def test_a_copy_of_a_row_has_no_peers(shelf: dict[str, Paper], statements: Recorded) -> None:
    papers = list(Paper.objects.order_by("title"))
    alone = pickled(papers[0])
    other = copy.deepcopy(papers[1])

    with statements() as seen:
        assert (alone.author.name, other.author.name) == ("Ann", "Bob")

    assert len(seen) == 2


def test_a_row_that_was_dropped_is_not_read_for(
    shelf: dict[str, Paper], statements: Recorded
) -> None:
    (paper,) = [each for each in Paper.objects.all() if each.title == "b"]

    with statements() as seen:
        assert paper.author.name == "Bob"

    assert len(seen) == 1


def test_two_persons_of_one_name_are_two_conditions(shelf: dict[str, Paper]) -> None:
    other = Person.objects.create(name="Ann")
    Review.objects.create(paper=Paper.objects.create(title="e", author=other))
    both = Q(paper__author=shelf["a"].author) | Q(paper__author=other)

    found = Review.objects.filter(both)

    assert "".join(sorted(review.paper.title for review in found)) == "ae"


def test_a_lookup_of_the_column_is_no_path_to_the_other_side() -> None:
    assert Paper._meta.get_field("author").get_transform("isnull") is None
