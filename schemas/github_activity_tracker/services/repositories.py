"""Repositories, and the languages and licenses they have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from github_activity_tracker.models import GitHubRepository, License, RepoLanguage
from github_activity_tracker.services.languages import upsert_languages
from github_activity_tracker.transactions import atomic


def get_or_create_repository(
    *, owner_account_id: int, repo_name: str, **values: Any
) -> tuple[GitHubRepository, bool]:
    """The owner's repository of that name, and whether it is new; `values` are for a new one."""
    return GitHubRepository.objects.get_or_create(
        owner_account_id=owner_account_id, repo_name=repo_name, defaults=values
    )


def update_repository(*, repo_id: int, **values: Any) -> None:
    """Set columns of a repository, such as `stars`, `description`, `repo_pushed_at`.

    Raises:
        GitHubRepository.DoesNotExist: there is no such repository.
    """
    if not GitHubRepository.objects.filter(pk=repo_id).update(**values):
        raise GitHubRepository.DoesNotExist(f"There is no repository {repo_id}.")


def get_or_create_license(*, name: str, spdx_id: str = "", url: str = "") -> tuple[License, bool]:
    """The license of that name, and whether it is new."""
    return License.objects.get_or_create(name=name, defaults={"spdx_id": spdx_id, "url": url})


def set_repository_licenses(*, repo_id: int, license_ids: Iterable[int]) -> None:
    """Let the repository be under these licenses, and no others."""
    GitHubRepository.objects.get(pk=repo_id).licenses.set(license_ids)


def set_repository_languages(*, repo_id: int, line_counts: Mapping[str, int]) -> None:
    """Let the repository have these lines by language's name, and no others."""
    with atomic():
        languages = upsert_languages(names=line_counts)
        RepoLanguage.objects.filter(repo_id=repo_id).exclude(
            language__in=languages.values()
        ).delete()
        RepoLanguage.objects.bulk_create(
            [
                RepoLanguage(repo_id=repo_id, language_id=key, line_count=line_counts[name])
                for name, key in sorted(languages.items())
            ],
            update_conflicts=True,
            unique_fields=["repo", "language"],
            update_fields=["line_count", "updated_at"],
        )
