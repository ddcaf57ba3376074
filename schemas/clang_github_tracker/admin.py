"""Admin: LLVM issues, pull requests and commits."""

from django.contrib import admin

from appschemas import IdentityKeyAdmin
from clang_github_tracker.models import ClangGithubCommit, ClangGithubIssueItem


@admin.register(ClangGithubIssueItem)
class ClangGithubIssueItemAdmin(IdentityKeyAdmin):
    list_display = ("number", "is_pull_request", "github_created_at", "github_updated_at")
    search_fields = ("number",)
    list_filter = ("is_pull_request",)


@admin.register(ClangGithubCommit)
class ClangGithubCommitAdmin(IdentityKeyAdmin):
    list_display = ("sha", "github_committed_at")
    search_fields = ("sha",)
