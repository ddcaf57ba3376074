"""What people do with a foreign key in code, done with both twins: the same comes of it."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import apart.models
import pytest
import single.models
from asgiref.sync import async_to_sync
from django.core.exceptions import FieldError, ValidationError
from django.core.serializers import serialize
from django.db import IntegrityError, connections, transaction
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    Max,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
    aprefetch_related_objects,
    prefetch_related_objects,
)
from django.forms import modelform_factory
from django.forms.models import model_to_dict
from persons.models import Person, Team

from appschemas import CrossSchemaJoin

pytestmark = pytest.mark.django_db(databases="__all__")

TWINS: dict[str, Any] = {"single": single.models, "apart": apart.models}


@pytest.fixture
def rows(db: None) -> None:
    """Five papers of three authors, three of them with an editor, and sections of some."""
    red = Team.objects.create(name="red", size=3)
    people = [
        Person.objects.create(id=n, name=name, score=n, team=red if n < 3 else None)
        for n, name in ((11, "Zoe"), (2, "Ann"), (7, "Bob"))
    ]
    for twin in TWINS.values():
        for n in range(5):
            paper = twin.Paper.objects.create(
                pk=n + 1,
                title=f"t{n}",
                rating=n % 3,
                author=people[n % 3],
                editor=people[n] if n < 3 else None,
            )
            twin.Section.objects.create(pk=n + 1, paper=paper, lead=people[-n % 3], number=n)
        twin.Profile.objects.create(pk=1, person=people[0], text="z")
        twin.Profile.objects.create(pk=2, person=people[1], text="a")


def ann() -> Person:
    return Person.objects.get(name="Ann")


def titles(rows: Any) -> list[str]:
    return sorted(row.title for row in rows)


def pks(rows: Any) -> list[Any]:
    return sorted(row.pk for row in rows)


def changed(m: Any) -> list[Any]:
    return [*m.Paper.objects.order_by("pk").values_list("pk", "rating", "author", "editor")]


def after(m: Any, do: Callable[[], Any]) -> Any:
    return do(), changed(m)


USES: dict[str, Callable[[Any], Any]] = {
    # Of the column
    "values": lambda m: [*m.Paper.objects.order_by("pk").values("author", "author_id", "editor")],
    "values_list": lambda m: [*m.Paper.objects.order_by("pk").values_list("author", flat=True)],
    "values_pk": lambda m: [
        *m.Paper.objects.order_by("pk").values_list("author__pk", "author__id")
    ],
    "count": lambda m: [
        *m.Paper.objects.values("author").annotate(Count("pk")).order_by("author_id")
    ],
    "count_key": lambda m: m.Paper.objects.aggregate(
        Count("author"), n=Count("editor", distinct=True)
    ),
    "annotate_count": lambda m: [
        p.n for p in m.Paper.objects.annotate(n=Count("editor")).order_by("pk")
    ],
    "max": lambda m: m.Paper.objects.aggregate(Max("author"), Max("author_id")),
    "order_id": lambda m: [p.pk for p in m.Paper.objects.order_by("author_id", "-pk")],
    "order_pk": lambda m: [p.pk for p in m.Paper.objects.order_by("-author__pk", "pk")],
    "distinct": lambda m: m.Paper.objects.order_by("author_id").distinct("author_id").count(),
    "distinct_key": lambda m: len(m.Paper.objects.order_by("author_id").distinct("author")),
    "f": lambda m: pks(m.Paper.objects.filter(author=F("editor"))),
    "f_id": lambda m: pks(m.Paper.objects.filter(author_id=F("editor_id"))),
    "f_annotate": lambda m: sorted(p.a for p in m.Paper.objects.annotate(a=F("author"))),
    "case": lambda m: sorted(
        p.c
        for p in m.Paper.objects.annotate(
            c=Case(When(author=ann(), then=Value("a")), default=Value("o"))
        )
    ),
    "case_behind": lambda m: sorted(
        p.c
        for p in m.Paper.objects.annotate(
            c=Case(When(author__name="Ann", then=Value("a")), default=Value("o"))
        )
    ),
    "compare": lambda m: pks(m.Paper.objects.filter(author__gt=2, author__lte=7)),
    "range": lambda m: pks(m.Paper.objects.filter(author_id__range=(3, 8))),
    "earliest": lambda m: m.Paper.objects.earliest("author_id", "pk").pk,
    "in_bulk": lambda m: sorted(m.Profile.objects.in_bulk(field_name="person_id")),
    "in_bulk_key": lambda m: sorted(m.Profile.objects.in_bulk([2, 11], field_name="person")),
    "contains": lambda m: m.Paper.objects.filter(author=ann()).contains(m.Paper.objects.get(pk=2)),
    "union": lambda m: sorted(
        m.Paper.objects.filter(author=ann())
        .union(m.Paper.objects.filter(editor=ann()))
        .values_list("pk", "author")
    ),
    # Conditions
    "in_queryset": lambda m: pks(m.Paper.objects.filter(author__in=Person.objects.filter(score=2))),
    "in_values": lambda m: pks(
        m.Paper.objects.filter(author__in=Person.objects.filter(score=2).values("pk"))
    ),
    "in_sliced": lambda m: pks(
        m.Paper.objects.filter(author__in=Person.objects.order_by("-score")[:2])
    ),
    "in_mixed": lambda m: pks(m.Paper.objects.filter(author__in=[ann(), 11, "7"])),
    "in_none": lambda m: pks(m.Paper.objects.filter(editor__in=[None, ann()])),
    "in_keys_of_own": lambda m: pks(
        m.Paper.objects.filter(author__in=m.Section.objects.filter(number=1).values("lead"))
    ),
    "pk_in": lambda m: sorted(
        p.name
        for p in Person.objects.filter(pk__in=m.Paper.objects.filter(rating=1).values("author"))
    ),
    "exclude_in": lambda m: pks(m.Paper.objects.exclude(editor__in=Person.objects.filter(score=2))),
    "exclude_null": lambda m: pks(m.Paper.objects.exclude(editor__name="Ann")),
    "exclude_isnull": lambda m: pks(m.Paper.objects.exclude(editor__isnull=True)),
    "exclude_depth": lambda m: pks(m.Paper.objects.exclude(editor__team__name="red")),
    "exclude_depth_isnull": lambda m: pks(m.Paper.objects.exclude(editor__team__isnull=True)),
    "depth": lambda m: pks(m.Paper.objects.filter(author__team__size__gt=1)),
    "depth_isnull": lambda m: pks(m.Paper.objects.filter(author__team=None)),
    "through": lambda m: pks(m.Section.objects.filter(paper__author__team__name="red")),
    "reverse": lambda m: pks(m.Paper.objects.filter(sections__lead__name="Ann").distinct()),
    "exclude_reverse": lambda m: pks(m.Paper.objects.exclude(sections__lead__name="Ann")),
    "mix": lambda m: pks(
        m.Paper.objects.filter(Q(author__name="Ann") | ~Q(editor__score__gt=5) & Q(rating=1))
    ),
    "not_or": lambda m: pks(
        m.Paper.objects.filter(~(Q(editor__name="Ann") | Q(author__name="Zoe")))
    ),
    "exists": lambda m: pks(
        m.Paper.objects.filter(
            Exists(m.Section.objects.filter(paper=OuterRef("pk"), lead=OuterRef("author")))
        )
    ),
    "exists_behind": lambda m: pks(
        m.Paper.objects.filter(
            Exists(m.Section.objects.filter(paper=OuterRef("pk"), lead__name="Ann"))
        )
    ),
    "subquery": lambda m: [
        *m.Paper.objects.annotate(
            lead=Subquery(m.Section.objects.filter(paper=OuterRef("pk")).values("lead")[:1])
        )
        .order_by("pk")
        .values_list("lead", flat=True)
    ],
    "having": lambda m: [
        *m.Paper.objects.values("rating")
        .annotate(n=Count("pk", filter=Q(author__name="Ann")))
        .filter(n__gt=0)
        .order_by("rating")
    ],
    # Writing
    "update": lambda m: after(
        m, lambda: m.Paper.objects.filter(author__name="Ann").update(rating=9)
    ),
    "update_not": lambda m: after(
        m, lambda: m.Paper.objects.exclude(editor__name="Ann").update(rating=9)
    ),
    "update_or": lambda m: after(
        m,
        lambda: m.Paper.objects.filter(Q(author__name="Ann") | ~Q(editor__team__name="red")).update(
            editor=None
        ),
    ),
    "update_key": lambda m: after(m, lambda: m.Paper.objects.filter(pk=1).update(author=ann())),
    "update_id": lambda m: after(m, lambda: m.Paper.objects.filter(pk=1).update(author_id=7)),
    "update_f": lambda m: after(m, lambda: m.Paper.objects.update(editor=F("author"))),
    "delete": lambda m: after(m, lambda: m.Paper.objects.filter(author__name="Ann").delete()[0]),
    "delete_or": lambda m: after(
        m,
        lambda: m.Paper.objects.filter(~Q(editor__name="Ann"), Q(author__score__lt=9)).delete()[0],
    ),
    "get_or_create": lambda m: (
        after(m, lambda: m.Paper.objects.get_or_create(author=ann(), defaults={"title": "n"})[1])
        if m.Paper.objects.filter(pk=5).delete()
        else None
    ),
    "get_or_create_behind": lambda m: m.Paper.objects.get_or_create(author__name="Zoe", pk=1)[1],
    "update_or_create": lambda m: after(
        m,
        lambda: m.Paper.objects.update_or_create(pk=1, defaults={"author": ann(), "editor": None})[
            1
        ],
    ),
    "bulk_create": lambda m: after(
        m,
        lambda: len(
            m.Paper.objects.bulk_create(
                [m.Paper(pk=8, title="n", author=ann()), m.Paper(pk=9, title="n", author_id=7)]
            )
        ),
    ),
    "bulk_update": lambda m: after(m, lambda: _bulk_update(m)),
    "bulk_conflict": lambda m: after(
        m,
        lambda: len(
            m.Paper.objects.bulk_create(
                [m.Paper(pk=1, title="n", author=ann())],
                update_conflicts=True,
                update_fields=["author"],
                unique_fields=["pk"],
            )
        ),
    ),
    "save_fields": lambda m: after(m, lambda: _set(m, author=ann()).save(update_fields=["author"])),
    "save_id_fields": lambda m: after(
        m, lambda: _set(m, author_id=7).save(update_fields=["author_id"])
    ),
    # Instances
    "pickle": lambda m: _pickled(m.Paper.objects.select_related("author").get(pk=2)),
    "pickle_bare": lambda m: _pickled(m.Paper.objects.get(pk=2)),
    "pickle_queryset": lambda m: titles(_again(m.Paper.objects.filter(author__name="Ann"))),
    "refresh": lambda m: _refreshed(m, ["author"]),
    "refresh_id": lambda m: _refreshed(m, ["author_id"]),
    "refresh_all": lambda m: _refreshed(m, None),
    "deferred": lambda m: m.Paper.objects.defer("author").get(pk=2).author.name,
    "only": lambda m: m.Paper.objects.only("author").get(pk=2).author.name,
    "only_id": lambda m: m.Paper.objects.only("author_id").get(pk=2).author_id,
    "model_to_dict": lambda m: model_to_dict(m.Paper.objects.get(pk=2), exclude=["readers"]),
    "str": lambda m: str(m.Paper._meta.get_field("author").value_from_object(_set(m))),
    "serialized": lambda m: serialize("json", m.Section.objects.order_by("pk")).replace(
        "apart.", "single."
    ),
    "eq": lambda m: _set(m).author == m.Paper.objects.get(pk=1).author,
    "unsaved": lambda m: m.Paper(author=Person(name="new")).save(),
    "none": lambda m: m.Paper(title="t").author,
    "none_null": lambda m: m.Paper(title="t").editor,
    "assign_wrong": lambda m: m.Paper(author=Team.objects.get()),
    "clean": lambda m: m.Paper(title="t", author_id=2, editor_id=99).full_clean(),
    "clean_null": lambda m: m.Paper(title="t").full_clean(),
    "clean_good": lambda m: m.Paper(title="t", author=ann()).full_clean(),
    "unique": lambda m: m.Profile(person=ann(), text="b").validate_unique(),
    "unique_clean": lambda m: m.Profile(person_id=2, text="b").full_clean(),
    # Related rows
    "prefetch": lambda m: [
        p.author.team and p.author.team.name
        for p in m.Paper.objects.order_by("pk").prefetch_related(
            Prefetch("author", queryset=Person.objects.select_related("team"))
        )
    ],
    "prefetch_narrow": lambda m: [
        p.editor and p.editor.name
        for p in m.Paper.objects.order_by("pk").prefetch_related(
            Prefetch("editor", queryset=Person.objects.filter(score=2))
        )
        if p.editor_id in (None, 2)
    ],
    "prefetch_attr": lambda m: [
        p.by.name
        for p in m.Paper.objects.order_by("pk").prefetch_related(
            Prefetch("author", queryset=Person.objects.all(), to_attr="by")
        )
    ],
    "prefetch_objects": lambda m: _prefetched(m),
    "prefetch_reverse": lambda m: [
        [s.lead.name for s in p.sections.all()]
        for p in m.Paper.objects.order_by("pk").prefetch_related("sections__lead")
    ],
    "select_related": lambda m: [
        s.paper.author.name
        for s in m.Section.objects.select_related("paper__author__team").order_by("pk")
    ],
    "select_related_none": lambda m: [
        p.author.name for p in m.Paper.objects.select_related("author").select_related(None)
    ].__len__(),
    "raw": lambda m: [
        p.author.name
        for p in m.Paper.objects.raw(f"SELECT * FROM {m.Paper._meta.db_table} ORDER BY id")  # noqa: S608
    ],
    # Locks
    "for_update": lambda m: _locked(m.Paper.objects.select_for_update().filter(author__name="Ann")),
    "for_update_self": lambda m: _locked(
        m.Paper.objects.select_related("author").select_for_update(of=("self",))
    ),
    "for_update_paper": lambda m: _locked(
        m.Section.objects.select_related("paper").select_for_update(of=("self", "paper"))
    ),
    "for_update_unknown": lambda m: _locked(
        m.Paper.objects.select_related("author").select_for_update(of=("nobody",))
    ),
    # Refused by both
    "no_such": lambda m: m.Paper.objects.filter(author__nobody=1),
    "no_such_depth": lambda m: m.Paper.objects.filter(author__team__nobody=1),
    "no_such_lookup": lambda m: m.Paper.objects.filter(author__contains="a"),
    "no_such_regex": lambda m: m.Paper.objects.filter(author__iregex="a"),
    "no_such_value": lambda m: m.Paper.objects.filter(author="x"),
    "wrong_instance": lambda m: m.Paper.objects.filter(author=Team.objects.get()),
    "wrong_queryset": lambda m: m.Paper.objects.filter(author__in=Team.objects.all()),
    "unsaved_instance": lambda m: m.Paper.objects.filter(author=Person(name="new")).count(),
    "none_exact": lambda m: pks(m.Paper.objects.filter(editor=None)),
    "none_in_gt": lambda m: m.Paper.objects.filter(author__gt=None),
}


def _bulk_update(m: Any) -> int:
    rows = list(m.Paper.objects.order_by("pk")[:2])
    rows[0].author, rows[1].author_id = ann(), 7
    rows[0].editor = None
    return int(m.Paper.objects.bulk_update(rows, ["author", "editor"]))


def _set(m: Any, **values: Any) -> Any:
    paper = m.Paper.objects.get(pk=1)
    for name, value in values.items():
        setattr(paper, name, value)
    return paper


def _again(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - it is ours


def _pickled(paper: Any) -> Any:
    again = _again(paper)
    return again.author.name, again.author_id, "author" in paper._state.fields_cache


def _refreshed(m: Any, fields: list[str] | None) -> Any:
    paper = m.Paper.objects.get(pk=1)
    before = paper.author.name
    m.Paper.objects.filter(pk=1).update(author=ann())
    paper.refresh_from_db(fields=fields)
    return before, paper.author_id, paper.author.name


def _prefetched(m: Any) -> list[str]:
    rows = list(m.Paper.objects.order_by("pk"))
    prefetch_related_objects(rows, "author", "sections__lead")
    return [row.author.name + row.sections.all()[0].lead.name for row in rows]


def _locked(rows: Any) -> list[Any]:
    with transaction.atomic():
        return pks(rows)


def outcome(use: Callable[[Any], Any], twin: Any) -> Any:
    """What comes of it: a value, or the kind of an error and the fields that it names."""
    try:
        with transaction.atomic():
            found = use(twin)
            for alias in ("persons", "apart"):
                connections[alias].check_constraints()
            transaction.set_rollback(True)
            return found
    except ValidationError as error:
        return ValidationError, error.message_dict
    except (FieldError, ValueError, TypeError, IntegrityError, AttributeError) as error:
        kinds = (FieldError, ValueError, TypeError, IntegrityError, AttributeError)
        return next(kind for kind in kinds if isinstance(error, kind))


@pytest.mark.parametrize("name", USES)
def test_what_is_done_with_a_foreign_key_comes_to_the_same(rows: None, name: str) -> None:
    found = [outcome(USES[name], twin) for twin in TWINS.values()]

    assert found[1] == found[0]


async def _async_for(m: Any) -> Any:
    return [
        paper.author.name async for paper in m.Paper.objects.select_related("author").order_by("pk")
    ]


async def _aprefetch(m: Any) -> Any:
    rows = [paper async for paper in m.Paper.objects.order_by("pk")]
    await aprefetch_related_objects(rows, "author__team", "editor")
    return [(row.author.name, row.editor and row.editor.name) for row in rows]


async def _aget(m: Any) -> Any:
    paper = await m.Paper.objects.select_related("author__team").aget(author__name="Ann", pk=2)
    first = await m.Paper.objects.filter(author__team__name="red").order_by("pk").afirst()
    last = await m.Paper.objects.prefetch_related("editor").order_by("pk").alast()
    return paper.author.team.name, first.pk, last.editor


async def _awrite(m: Any) -> Any:
    paper = await m.Paper.objects.acreate(pk=9, title="n", author_id=2)
    await m.Paper.objects.filter(author__name="Zoe").aupdate(rating=8)
    _, made = await m.Paper.objects.aget_or_create(pk=9, defaults={"author_id": 2})
    await paper.arefresh_from_db(fields=["author"])
    gone, _ = await m.Paper.objects.filter(author__name="Bob").adelete()
    return made, paper.author_id, gone, await m.Paper.objects.filter(rating=8).acount()


async def _areverse(m: Any) -> Any:
    zoe = await Person.objects.aget(name="Zoe")
    papers = getattr(zoe, f"{m.Paper._meta.app_label}_papers")
    await papers.acreate(pk=10, title="n")
    paper = await m.Paper.objects.aget(pk=1)
    await paper.readers.aadd(zoe)
    names = [each.name async for each in paper.readers.all()]
    await paper.readers.aset([])
    return await papers.acount(), names, await paper.readers.aexists()


ASYNC = {
    "for": _async_for,
    "prefetch": _aprefetch,
    "get": _aget,
    "write": _awrite,
    "reverse": _areverse,
}


@pytest.mark.parametrize("name", ASYNC)
def test_asynchronous_code_gets_the_same(rows: None, name: str) -> None:
    found = [outcome(async_to_sync(ASYNC[name]), twin) for twin in TWINS.values()]

    assert found[1] == found[0]
    assert not isinstance(found[0], type)


@pytest.mark.parametrize(
    "build",
    [
        lambda p: p.dates("author__born", "year"),
        lambda p: p.order_by("author__team__name"),
        lambda p: p.distinct("author__name"),
        lambda p: p.annotate(n=F("author__name")),
        lambda p: p.annotate(Count("author__team")),
        lambda p: p.values_list("author__team__name", flat=True),
        lambda p: p.earliest("author__born"),
        lambda p: p.alias(n=Max("author__score")),
        lambda p: p.update(title=F("author__name")),
        lambda p: list(p.select_related("author").select_for_update(of=("author",))),
        lambda p: p.filter(author__name=OuterRef("title")),
    ],
)
def test_what_would_be_a_join_is_refused_when_it_is_built(rows: None, build: Any) -> None:
    with pytest.raises((CrossSchemaJoin, FieldError, ValueError), match=r"author"):
        build(apart.models.Paper.objects.all())


def test_choices_are_limited_and_validated_alike(
    rows: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for m in TWINS.values():
        rel = m.Paper._meta.get_field("author").remote_field
        monkeypatch.setattr(rel, "limit_choices_to", {"team__name": "red"})
        form = modelform_factory(m.Paper, fields=["title", "author"])
        offered = [label for _, label in form().fields["author"].choices]
        bad = form({"title": "t", "author": "11"})
        try:
            m.Paper(title="t", author_id=11).full_clean()
            cleaned: Any = None
        except ValidationError as error:
            cleaned = error.message_dict
        said.append((offered, bad.errors.as_json(), cleaned))

    assert said[1] == said[0]
    assert said[0][2] is not None
