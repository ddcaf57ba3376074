"""Pull requests, with their reviews, comments, labels and assignees."""

from __future__ import annotations

from django.db import models

from appschemas import IdentityKey
from github_activity_tracker.models.repositories import GitHubRepository


class PullRequest(models.Model):
    """A pull request; `pr_id` is GitHub's own number of it, `pr_number` the repository's."""

    repo = models.ForeignKey(
        GitHubRepository, on_delete=models.CASCADE, related_name="pull_requests"
    )
    account = IdentityKey("cppa_user_tracker.GitHubAccount", on_delete=models.CASCADE)
    pr_number = models.IntegerField()
    pr_id = models.BigIntegerField(unique=True)
    title = models.CharField(max_length=1024, blank=True)
    body = models.TextField(blank=True)
    state = models.CharField(max_length=20, blank=True)
    head_hash = models.CharField(max_length=64, blank=True)
    base_hash = models.CharField(max_length=64, blank=True)
    pr_created_at = models.DateTimeField(null=True, blank=True)
    pr_updated_at = models.DateTimeField(null=True, blank=True)
    pr_merged_at = models.DateTimeField(null=True, blank=True)
    pr_closed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        unique_together = (("repo", "pr_number"),)

    def __str__(self) -> str:
        return f"#{self.pr_number} {self.title}"


class PullRequestAssignee(models.Model):
    """An account that a pull request is assigned to."""

    pullrequest = models.ForeignKey(PullRequest, on_delete=models.CASCADE, related_name="assignees")
    githubaccount = IdentityKey("cppa_user_tracker.GitHubAccount", on_delete=models.CASCADE)

    class Meta:
        # The table of a many-to-many field that was, hence the names.
        db_table = "github_activity_tracker_pullrequest_assignees"
        unique_together = (("pullrequest", "githubaccount"),)

    def __str__(self) -> str:
        return f"Account {self.githubaccount_id}"


class PullRequestReview(models.Model):
    """A review, or a comment in one; `in_reply_to_id` is GitHub's number of what it answers."""

    pr = models.ForeignKey(PullRequest, on_delete=models.CASCADE, related_name="reviews")
    account = IdentityKey("cppa_user_tracker.GitHubAccount", on_delete=models.CASCADE)
    pr_review_id = models.BigIntegerField(unique=True)
    body = models.TextField(blank=True)
    in_reply_to_id = models.BigIntegerField(null=True, blank=True)
    pr_review_created_at = models.DateTimeField(null=True, blank=True)
    pr_review_updated_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Review {self.pr_review_id}"


class PullRequestComment(models.Model):
    """A comment on a pull request."""

    pr = models.ForeignKey(PullRequest, on_delete=models.CASCADE, related_name="comments")
    account = IdentityKey("cppa_user_tracker.GitHubAccount", on_delete=models.CASCADE)
    pr_comment_id = models.BigIntegerField(unique=True)
    body = models.TextField(blank=True)
    pr_comment_created_at = models.DateTimeField(null=True, blank=True)
    pr_comment_updated_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Comment {self.pr_comment_id}"


class PullRequestLabel(models.Model):
    """A label of a pull request."""

    pr = models.ForeignKey(PullRequest, on_delete=models.CASCADE, related_name="labels")
    label_name = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("pr", "label_name"),)

    def __str__(self) -> str:
        return self.label_name
