"""Programming languages."""

from __future__ import annotations

from django.db import models


class Language(models.Model):
    """A programming language, by GitHub's name for it."""

    name = models.CharField(max_length=100, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class CreatedReposByLanguage(models.Model):
    """How many repositories of a language were created on GitHub in a year."""

    language = models.ForeignKey(Language, on_delete=models.CASCADE, related_name="created_repos")
    year = models.IntegerField()
    all_repos = models.IntegerField(default=0)
    significant_repos = models.IntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        unique_together = (("language", "year"),)
        verbose_name = "repositories created by language"
        verbose_name_plural = "repositories created by language"

    def __str__(self) -> str:
        return f"{self.language_id} in {self.year}"
