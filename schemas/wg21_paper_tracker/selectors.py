"""Reads: papers of a mailing, and of an author."""

from __future__ import annotations

from django.db.models import QuerySet

from wg21_paper_tracker.models import WG21Mailing, WG21Paper, WG21PaperAuthor


def papers_of(*, mailing: WG21Mailing) -> QuerySet[WG21Paper]:
    """The papers of a mailing."""
    return WG21Paper.objects.filter(mailing=mailing).order_by("paper_id", "year")


def papers_by(*, profile_id: int) -> QuerySet[WG21Paper]:
    """What an author wrote, newest first."""
    return WG21Paper.objects.filter(authors__profile_id=profile_id).order_by("-year", "paper_id")


def authors_of(*, paper: WG21Paper) -> list[int]:
    """The hub's keys of the authors, in the paper's order."""
    rows = WG21PaperAuthor.objects.filter(paper=paper).order_by("author_order", "id")
    return list(rows.values_list("profile_id", flat=True))


def papers_to_download() -> QuerySet[WG21Paper]:
    """The papers whose text is not kept here yet."""
    return (
        WG21Paper.objects.filter(is_downloaded=False).exclude(url="").order_by("year", "paper_id")
    )
