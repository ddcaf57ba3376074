"""Repositories, their licenses and their languages."""

from __future__ import annotations

from django.db import models

from appschemas import IdentityKey
from github_activity_tracker.models.languages import Language


class License(models.Model):
    """A license that repositories are under."""

    name = models.CharField(max_length=255, unique=True)
    spdx_id = models.CharField(max_length=64, blank=True)
    url = models.URLField(max_length=512, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.spdx_id or self.name


class GitHubRepository(models.Model):
    """A repository; its owner is an account or an organization."""

    owner_account = IdentityKey("cppa_user_tracker.GitHubAccount", on_delete=models.CASCADE)
    repo_name = models.CharField(max_length=255, blank=True)
    stars = models.IntegerField(default=0)
    forks = models.IntegerField(default=0)
    description = models.TextField(blank=True)
    repo_pushed_at = models.DateTimeField(null=True, blank=True)
    repo_created_at = models.DateTimeField(null=True, blank=True)
    repo_updated_at = models.DateTimeField(null=True, blank=True)
    licenses = models.ManyToManyField(License, blank=True, related_name="repositories")

    class Meta:
        unique_together = (("owner_account", "repo_name"),)
        verbose_name = "repository"
        verbose_name_plural = "repositories"

    def __str__(self) -> str:
        return self.repo_name or f"Repository {self.pk}"


class RepoLanguage(models.Model):
    """How many lines of a repository are in a language."""

    repo = models.ForeignKey(GitHubRepository, on_delete=models.CASCADE, related_name="languages")
    language = models.ForeignKey(Language, on_delete=models.CASCADE, related_name="repositories")
    line_count = models.IntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        unique_together = (("repo", "language"),)
        verbose_name = "repository's language"

    def __str__(self) -> str:
        return f"{self.line_count} lines"
