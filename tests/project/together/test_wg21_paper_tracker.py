"""Papers beside the people who wrote them."""

from __future__ import annotations

import pytest

from cppa_user_tracker import services as hub
from wg21_paper_tracker import selectors, services
from wg21_paper_tracker.models import WG21Paper

database = pytest.mark.django_db(databases="__all__")


def paper() -> WG21Paper:
    mailing, _ = services.get_or_create_mailing(mailing_date="2024-07")
    told = services.Paper(paper_id="p2300r10", year=2024, title="std::execution", url="https://x")
    (made,) = services.upsert_papers(mailing=mailing, papers=[told])
    return made


@database
def test_authors_keep_the_order_of_the_paper() -> None:
    made = paper()

    services.set_authors_by_name(paper=made, names=["Niebler", "Baker", "Niebler"])
    services.set_authors_by_name(paper=made, names=["Baker", "Dominiak", "Niebler"])

    authors = selectors.authors_of(paper=made)
    names = hub.profiles_by_keys(keys=authors, kind=hub.ProfileType.WG21)
    assert [names[key].display_name for key in authors] == ["Baker", "Dominiak", "Niebler"]
    assert list(selectors.papers_by(profile_id=authors[0])) == [made]
