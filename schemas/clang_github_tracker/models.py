"""What has been seen of llvm-project on GitHub."""

from django.db import models


class ClangGithubIssueItem(models.Model):
    """An issue or a pull request; GitHub numbers both in one sequence."""

    number = models.PositiveIntegerField(unique=True)
    is_pull_request = models.BooleanField(default=False)
    github_created_at = models.DateTimeField(null=True, blank=True)
    github_updated_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        db_table = "clang_github_tracker_issue_item"

    def __str__(self) -> str:
        return f"#{self.number}"


class ClangGithubCommit(models.Model):
    """A commit."""

    sha = models.CharField(max_length=40, unique=True)
    github_committed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        db_table = "clang_github_tracker_commit"

    def __str__(self) -> str:
        return self.sha[:12]
