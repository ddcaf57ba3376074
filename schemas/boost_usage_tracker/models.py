"""Outside repositories, the Boost headers that their files include, and headers not found."""

from __future__ import annotations

from django.db import models

from appschemas import IdentityKey


class BoostExternalRepository(models.Model):
    """A repository outside of Boost that was looked at; its key is the repository's own."""

    githubrepository_ptr = IdentityKey(
        "github_activity_tracker.GitHubRepository", on_delete=models.CASCADE, primary_key=True
    )
    boost_version = models.CharField(max_length=64, blank=True)
    is_boost_embedded = models.BooleanField(default=False)
    is_boost_used = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "external repository"
        verbose_name_plural = "external repositories"

    def __str__(self) -> str:
        return f"Repository {self.pk}"


class BoostUsage(models.Model):
    """A file includes a header of Boost.

    Without a header it is the file's one row for headers that no library has; their names are
    in `BoostMissingHeaderTmp`. `excepted_at` is the day from which the file is left out.
    """

    repo = models.ForeignKey(
        BoostExternalRepository, on_delete=models.CASCADE, related_name="usages"
    )
    boost_header = IdentityKey(
        "boost_library_tracker.BoostFile", on_delete=models.CASCADE, null=True, blank=True
    )
    file_path = IdentityKey("github_activity_tracker.GitHubFile", on_delete=models.CASCADE)
    last_commit_date = models.DateTimeField(null=True, blank=True)
    excepted_at = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        unique_together = (("repo", "boost_header", "file_path"),)
        constraints = (
            models.UniqueConstraint(
                fields=("repo", "file_path"),
                condition=models.Q(boost_header__isnull=True),
                name="boost_usage_one_missing_row",
            ),
        )

    def __str__(self) -> str:
        return f"File {self.file_path_id} includes {self.boost_header_id or 'a missing header'}"


class BoostMissingHeaderTmp(models.Model):
    """A header that a file includes and no library has, yet."""

    usage = models.ForeignKey(BoostUsage, on_delete=models.CASCADE, related_name="missing_headers")
    header_name = models.CharField(max_length=512, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("usage", "header_name"),)
        verbose_name = "missing header"

    def __str__(self) -> str:
        return self.header_name
