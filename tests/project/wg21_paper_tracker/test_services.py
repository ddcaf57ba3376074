"""Mailings, papers, and authors in their order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cppa_user_tracker import services as hub
from tests.project.racing import raced
from wg21_paper_tracker import selectors, services
from wg21_paper_tracker.models import WG21Mailing, WG21Paper

database = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)

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

    services.set_authors_by_name(paper=made, names=["Niebler", "Baker", "Niebler"])
    services.set_authors_by_name(paper=made, names=["Baker", "Dominiak", "Niebler"])

    authors = selectors.authors_of(paper=made)
    names = hub.profiles_by_keys(keys=authors, kind=hub.ProfileType.WG21)
    assert [names[key].display_name for key in authors] == ["Baker", "Dominiak", "Niebler"]
    assert list(selectors.papers_by(profile_id=authors[0])) == [made]


@database
def test_an_author_who_is_taken_off_the_paper_is_gone() -> None:
    made = paper()
    services.set_authors_by_name(paper=made, names=["Niebler", "Baker"])
    niebler, baker = selectors.authors_of(paper=made)

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
