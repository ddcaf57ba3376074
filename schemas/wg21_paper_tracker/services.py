"""Writes: mailings, papers, and who wrote them in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from wg21_paper_tracker.models import WG21Mailing, WG21Paper, WG21PaperAuthor


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper as a mailing lists it."""

    paper_id: str
    year: int
    url: str = ""
    title: str = ""
    document_date: date | None = None
    subgroup: str = ""


def get_or_create_mailing(*, mailing_date: str, title: str = "") -> tuple[WG21Mailing, bool]:
    """The mailing of a month (`2025-10`), and whether it is new; safe when two ask at once."""
    return WG21Mailing.objects.get_or_create(mailing_date=mailing_date, defaults={"title": title})


def upsert_papers(*, mailing: WG21Mailing, papers: Iterable[Paper]) -> list[WG21Paper]:
    """Insert the papers and update those that are there, but not whether they are downloaded."""
    # A statement may touch a row once, and writers that go in one order do not deadlock.
    by_key = {(paper.paper_id, paper.year): paper for paper in papers}
    return WG21Paper.objects.bulk_create(
        [WG21Paper(mailing=mailing, **asdict(by_key[key])) for key in sorted(by_key)],
        update_conflicts=True,
        unique_fields=["paper_id", "year"],
        update_fields=["mailing", "url", "title", "document_date", "subgroup", "updated_at"],
        batch_size=1000,
    )


def mark_downloaded(*, paper: WG21Paper) -> None:
    """Note that the paper's text is kept here."""
    paper.is_downloaded = True
    paper.save(update_fields=["is_downloaded", "updated_at"])


def set_authors(*, paper: WG21Paper, profile_ids: Sequence[int]) -> None:
    """Make these hub profiles the paper's authors, in this order."""
    order = {profile_id: place for place, profile_id in enumerate(dict.fromkeys(profile_ids), 1)}
    with transaction.atomic(using=WG21PaperAuthor.objects.db):
        WG21PaperAuthor.objects.filter(paper=paper).exclude(profile__in=list(order)).delete()
        WG21PaperAuthor.objects.bulk_create(
            [
                WG21PaperAuthor(paper=paper, profile_id=profile_id, author_order=order[profile_id])
                for profile_id in sorted(order)
            ],
            update_conflicts=True,
            unique_fields=["paper", "profile"],
            update_fields=["author_order"],
        )


def set_authors_by_name(*, paper: WG21Paper, names: Sequence[str]) -> None:
    """Make people of these names the paper's authors, in this order; the hub makes new profiles."""
    # Not at the top: this app is also installed without the hub.
    from cppa_user_tracker import services as hub

    keys = {
        name: hub.get_or_create_wg21_author(display_name=name)[0].pk for name in sorted(set(names))
    }
    set_authors(paper=paper, profile_ids=[keys[name] for name in names])
