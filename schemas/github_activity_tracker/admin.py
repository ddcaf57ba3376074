from django.contrib import admin
from django.db.models import URLField

from appschemas import IdentityKeyAdmin
from github_activity_tracker.models import (
    CreatedReposByLanguage,
    GitCommit,
    GitCommitFileChange,
    GitHubFile,
    GitHubRepository,
    Issue,
    IssueAssignee,
    IssueComment,
    IssueLabel,
    Language,
    License,
    PullRequest,
    PullRequestAssignee,
    PullRequestComment,
    PullRequestLabel,
    PullRequestReview,
    RepoLanguage,
)


@admin.register(Language)
class LanguageAdmin(IdentityKeyAdmin):
    list_display = ("name", "created_at")
    search_fields = ("name",)


@admin.register(CreatedReposByLanguage)
class CreatedReposByLanguageAdmin(IdentityKeyAdmin):
    list_display = ("language", "year", "all_repos", "significant_repos")
    list_filter = ("year",)
    list_select_related = ("language",)
    search_fields = ("language__name",)


@admin.register(License)
class LicenseAdmin(IdentityKeyAdmin):
    list_display = ("name", "spdx_id", "url")
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    search_fields = ("name", "spdx_id")


@admin.register(GitHubRepository)
class GitHubRepositoryAdmin(IdentityKeyAdmin):
    list_display = ("repo_name", "owner_account", "stars", "forks", "repo_pushed_at")
    filter_horizontal = ("licenses",)
    search_fields = ("repo_name", "description")


@admin.register(RepoLanguage)
class RepoLanguageAdmin(IdentityKeyAdmin):
    list_display = ("repo", "language", "line_count")
    list_select_related = ("repo", "language")
    raw_id_fields = ("repo",)
    search_fields = ("repo__repo_name", "language__name")


@admin.register(GitCommit)
class GitCommitAdmin(IdentityKeyAdmin):
    list_display = ("commit_hash", "repo", "account", "commit_at")
    list_select_related = ("repo",)
    raw_id_fields = ("repo",)
    search_fields = ("commit_hash", "comment")


@admin.register(GitHubFile)
class GitHubFileAdmin(IdentityKeyAdmin):
    list_display = ("filename", "repo", "is_deleted")
    list_filter = ("is_deleted",)
    list_select_related = ("repo",)
    raw_id_fields = ("repo", "previous_filename")
    search_fields = ("filename",)


@admin.register(GitCommitFileChange)
class GitCommitFileChangeAdmin(IdentityKeyAdmin):
    list_display = ("commit", "github_file", "status", "additions", "deletions")
    list_filter = ("status",)
    list_select_related = ("commit", "github_file")
    raw_id_fields = ("commit", "github_file")
    search_fields = ("commit__commit_hash", "github_file__filename")


class IssueLabelInline(admin.TabularInline):
    model = IssueLabel
    extra = 0


class IssueAssigneeInline(admin.TabularInline):
    model = IssueAssignee
    extra = 0


@admin.register(Issue)
class IssueAdmin(IdentityKeyAdmin):
    list_display = ("issue_number", "repo", "title", "account", "state", "issue_updated_at")
    list_filter = ("state",)
    list_select_related = ("repo",)
    raw_id_fields = ("repo",)
    inlines = (IssueLabelInline, IssueAssigneeInline)
    search_fields = ("title", "=issue_number", "=issue_id")


@admin.register(IssueAssignee)
class IssueAssigneeAdmin(IdentityKeyAdmin):
    list_display = ("issue", "githubaccount")
    list_select_related = ("issue",)
    raw_id_fields = ("issue",)
    search_fields = ("issue__title",)


@admin.register(IssueComment)
class IssueCommentAdmin(IdentityKeyAdmin):
    list_display = ("issue_comment_id", "issue", "account", "issue_comment_created_at")
    list_select_related = ("issue",)
    raw_id_fields = ("issue",)
    search_fields = ("body", "=issue_comment_id")


@admin.register(IssueLabel)
class IssueLabelAdmin(IdentityKeyAdmin):
    list_display = ("label_name", "issue")
    list_select_related = ("issue",)
    raw_id_fields = ("issue",)
    search_fields = ("label_name",)


class PullRequestLabelInline(admin.TabularInline):
    model = PullRequestLabel
    extra = 0


class PullRequestAssigneeInline(admin.TabularInline):
    model = PullRequestAssignee
    extra = 0


@admin.register(PullRequest)
class PullRequestAdmin(IdentityKeyAdmin):
    list_display = ("pr_number", "repo", "title", "account", "state", "pr_updated_at")
    list_filter = ("state",)
    list_select_related = ("repo",)
    raw_id_fields = ("repo",)
    inlines = (PullRequestLabelInline, PullRequestAssigneeInline)
    search_fields = ("title", "=pr_number", "=pr_id")


@admin.register(PullRequestAssignee)
class PullRequestAssigneeAdmin(IdentityKeyAdmin):
    list_display = ("pullrequest", "githubaccount")
    list_select_related = ("pullrequest",)
    raw_id_fields = ("pullrequest",)
    search_fields = ("pullrequest__title",)


@admin.register(PullRequestReview)
class PullRequestReviewAdmin(IdentityKeyAdmin):
    list_display = ("pr_review_id", "pr", "account", "pr_review_created_at")
    list_select_related = ("pr",)
    raw_id_fields = ("pr",)
    search_fields = ("body", "=pr_review_id")


@admin.register(PullRequestComment)
class PullRequestCommentAdmin(IdentityKeyAdmin):
    list_display = ("pr_comment_id", "pr", "account", "pr_comment_created_at")
    list_select_related = ("pr",)
    raw_id_fields = ("pr",)
    search_fields = ("body", "=pr_comment_id")


@admin.register(PullRequestLabel)
class PullRequestLabelAdmin(IdentityKeyAdmin):
    list_display = ("label_name", "pr")
    list_select_related = ("pr",)
    raw_id_fields = ("pr",)
    search_fields = ("label_name",)
