"""Issues, with their comments, labels and assignees."""

from __future__ import annotations

from django.db import models

from appschemas import IdentityKey
from github_activity_tracker.models.repositories import GitHubRepository


class Issue(models.Model):
    """An issue; `issue_id` is GitHub's own number of it, `issue_number` the repository's."""

    repo = models.ForeignKey(GitHubRepository, on_delete=models.CASCADE, related_name="issues")
    account = IdentityKey("cppa_user_tracker.GitHubAccount", on_delete=models.CASCADE)
    issue_number = models.IntegerField()
    issue_id = models.BigIntegerField(unique=True)
    title = models.CharField(max_length=1024, blank=True)
    body = models.TextField(blank=True)
    state = models.CharField(max_length=20, blank=True)
    state_reason = models.CharField(max_length=20, blank=True)
    issue_created_at = models.DateTimeField(null=True, blank=True)
    issue_updated_at = models.DateTimeField(null=True, blank=True)
    issue_closed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        unique_together = (("repo", "issue_number"),)

    def __str__(self) -> str:
        return f"#{self.issue_number} {self.title}"


class IssueAssignee(models.Model):
    """An account that an issue is assigned to."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="assignees")
    githubaccount = IdentityKey("cppa_user_tracker.GitHubAccount", on_delete=models.CASCADE)

    class Meta:
        # The table of a many-to-many field that was, hence the names.
        db_table = "github_activity_tracker_issue_assignees"
        unique_together = (("issue", "githubaccount"),)

    def __str__(self) -> str:
        return f"Account {self.githubaccount_id}"


class IssueComment(models.Model):
    """A comment on an issue."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="comments")
    account = IdentityKey("cppa_user_tracker.GitHubAccount", on_delete=models.CASCADE)
    issue_comment_id = models.BigIntegerField(unique=True)
    body = models.TextField(blank=True)
    issue_comment_created_at = models.DateTimeField(null=True, blank=True)
    issue_comment_updated_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Comment {self.issue_comment_id}"


class IssueLabel(models.Model):
    """A label of an issue."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="labels")
    label_name = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("issue", "label_name"),)

    def __str__(self) -> str:
        return self.label_name
