"""Mailings, papers, and authors in their order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tools.project.held import key
from tests.tools.project.racing import raced
from wg21_paper_tracker import selectors, services
from wg21_paper_tracker.models import WG21Mailing, WG21Paper

database = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)

AUTHOR = "cppa_user_tracker.WG21PaperAuthorProfile"
EXECUTION = services.Paper(paper_id="p2300r10", year=2024, title="std::execution", url="https://x")


def paper() -> WG21Paper:
    mailing, _ = services.get_or_create_mailing(mailing_date="2024-07")
    (made,) = services.upsert_papers(mailing=mailing, papers=[EXECUTION])
    return made


@database
def test_a_paper_is_updated_and_stays_downloaded() -> None:
    first = paper()
    services.mark_downloaded(paper=first)

    (again,) = services.upsert_papers(
        mailing=first.mailing, papers=[replace(EXECUTION, title="`std::execution`")]
    )

    found = selectors.papers_of(mailing=first.mailing).get()
    assert found == again == first
    assert (found.title, found.is_downloaded) == ("`std::execution`", True)
    assert list(selectors.papers_to_download()) == []


@database
def test_a_number_that_was_used_again_is_another_paper() -> None:
    services.upsert_papers(mailing=paper().mailing, papers=[replace(EXECUTION, year=1994)])

    assert WG21Paper.objects.count() == 2


@database
def test_authors_keep_the_order_of_the_paper() -> None:
    made = paper()
    niebler, baker, dominiak = (key(AUTHOR, name) for name in ("Niebler", "Baker", "Dominiak"))

    services.set_authors(paper=made, profile_ids=[niebler, baker, niebler])
    services.set_authors(paper=made, profile_ids=[baker, dominiak, niebler])

    assert selectors.authors_of(paper=made) == [baker, dominiak, niebler]
    assert list(selectors.papers_by(profile_id=baker)) == [made]


@database
def test_an_author_who_is_taken_off_the_paper_is_gone() -> None:
    made = paper()
    niebler, baker = (key(AUTHOR, name) for name in ("Niebler", "Baker"))
    services.set_authors(paper=made, profile_ids=[niebler, baker])

    services.set_authors(paper=made, profile_ids=[baker])

    assert selectors.authors_of(paper=made) == [baker]
    assert not selectors.papers_by(profile_id=niebler).exists()


@concurrent
def test_two_sessions_that_get_or_create_a_mailing_get_one() -> None:
    def get_or_create() -> tuple[WG21Mailing, bool]:
        return services.get_or_create_mailing(mailing_date="2024-07")

    (one, created), (other, created_too) = raced(
        get_or_create, get_or_create, using="wg21_paper_tracker"
    )

    assert one == other
    assert (created, created_too) == (True, False)
