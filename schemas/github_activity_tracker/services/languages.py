"""Languages, and how many repositories they get a year."""

from __future__ import annotations

from collections.abc import Iterable

from github_activity_tracker.models import CreatedReposByLanguage, Language


def upsert_languages(*, names: Iterable[str]) -> dict[str, int]:
    """Keys of languages by name; those not known yet are added."""
    wanted = sorted(set(names))
    known = dict(Language.objects.filter(name__in=wanted).values_list("name", "pk"))
    if missing := [name for name in wanted if name not in known]:
        Language.objects.bulk_create(
            [Language(name=name) for name in missing], ignore_conflicts=True
        )
        known |= Language.objects.filter(name__in=missing).values_list("name", "pk")
    return known


def record_created_repositories(
    *, language_id: int, year: int, all_repos: int, significant_repos: int
) -> None:
    """How many repositories of a language were created in a year, as counted now."""
    CreatedReposByLanguage.objects.bulk_create(
        [
            CreatedReposByLanguage(
                language_id=language_id,
                year=year,
                all_repos=all_repos,
                significant_repos=significant_repos,
            )
        ],
        update_conflicts=True,
        unique_fields=["language", "year"],
        update_fields=["all_repos", "significant_repos", "updated_at"],
    )
