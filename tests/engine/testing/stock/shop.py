"""What a project in one schema does: each function sends SQL in its own way."""

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from papers.models import Paper, Section
from people.models import Person
from reviews.models import Review


def raw(sql, params=None):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


# Allowed behind the wall
# -----------------------


def own_rows():
    ann = Person.objects.create(name="Ann")
    paper = Paper.objects.create(title="s3cret", author=ann)
    list(Section.objects.filter(paper__title="s3cret"))
    list(Paper.objects.filter(author=ann).select_for_update())
    Review.objects.create(paper=paper.pk)
    list(
        Review.objects.raw("SELECT r.* FROM reviews_review r JOIN papers_paper p ON p.id = r.paper")
    )
    paper.delete()


# Refused
# -------


def orm_join():
    list(Paper.objects.filter(author__name="s3cret"))


def orm_subquery():
    list(Paper.objects.filter(author__in=Person.objects.filter(name="s3cret")))


def orm_exists():
    list(Person.objects.filter(Exists(Paper.objects.filter(author=OuterRef("pk")))))


def orm_raw_foreign():
    list(Paper.objects.raw("SELECT id FROM people_person WHERE name = %s", ["s3cret"]))


def orm_lock():
    list(
        Review.objects.raw(
            "SELECT r.* FROM reviews_review r JOIN papers_paper p ON p.id = r.paper FOR UPDATE"
        )
    )


def raw_alias():
    raw("SELECT title FROM papers_paper WHERE title = 's3cret'")


def raw_qualified():
    raw("SELECT count(*) FROM public.papers_paper")


def raw_cte():
    raw(
        "WITH p AS (SELECT id FROM people_person)"
        " SELECT * FROM papers_paper, p WHERE author_id = p.id"
    )


def raw_update_from():
    raw("UPDATE papers_paper SET title = p.name FROM people_person p WHERE p.id = author_id")


def raw_copy():
    with connection.cursor() as cursor, cursor.copy("COPY people_person TO STDOUT") as copy:
        list(copy)


def raw_temporary():
    raw("CREATE TEMPORARY TABLE scratch (id int)")


def raw_unparsed():
    raw("DO $$ BEGIN PERFORM 's3cret'; END $$")


# Allowed in one session
# ----------------------


@transaction.atomic
def writes_two():
    ann = Person.objects.create(name="Ann")
    Paper.objects.create(title="On walls", author=ann)


def writes_one_after_the_other():
    with transaction.atomic():
        ann = Person.objects.create(name="Ann")
    with transaction.atomic():
        Paper.objects.create(title="On walls", author=ann)
