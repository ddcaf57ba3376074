"""Commits, files, and what commits do to files."""

from __future__ import annotations

from django.db import models

from appschemas import IdentityKey
from github_activity_tracker.models.repositories import GitHubRepository


class GitCommit(models.Model):
    """A commit; its author is an account of the hub, which may be an unknown one."""

    repo = models.ForeignKey(GitHubRepository, on_delete=models.CASCADE, related_name="commits")
    account = IdentityKey("cppa_user_tracker.GitHubAccount", on_delete=models.CASCADE)
    commit_hash = models.CharField(max_length=64, blank=True)
    comment = models.TextField(blank=True)
    commit_at = models.DateTimeField()

    class Meta:
        unique_together = (("repo", "commit_hash"),)
        verbose_name = "commit"

    def __str__(self) -> str:
        return self.commit_hash[:12]


class GitHubFile(models.Model):
    """A path in a repository; `previous_filename` is the file that was renamed to this one."""

    repo = models.ForeignKey(GitHubRepository, on_delete=models.CASCADE, related_name="files")
    filename = models.CharField(max_length=1024, blank=True)
    is_deleted = models.BooleanField(default=False)
    previous_filename = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="renamed_to"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "file"

    def __str__(self) -> str:
        return self.filename


class GitCommitFileChange(models.Model):
    """What a commit does to a file."""

    commit = models.ForeignKey(GitCommit, on_delete=models.CASCADE, related_name="file_changes")
    github_file = models.ForeignKey(GitHubFile, on_delete=models.CASCADE, related_name="changes")
    status = models.CharField(max_length=20, blank=True)
    additions = models.IntegerField(default=0)
    deletions = models.IntegerField(default=0)
    patch = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("commit", "github_file"),)
        verbose_name = "file change"

    def __str__(self) -> str:
        return f"{self.status} +{self.additions} -{self.deletions}"
