"""GitHub activity's services: upserts that can be repeated, and sets that replace others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connections, transaction
from django.test.utils import CaptureQueriesContext

from github_activity_tracker import records, selectors, services
from github_activity_tracker.models import (
    CreatedReposByLanguage,
    GitCommit,
    GitCommitFileChange,
    GitHubFile,
    GitHubRepository,
    Issue,
    IssueAssignee,
    PullRequest,
    PullRequestAssignee,
    RepoLanguage,
)
from tests.tools.project.held import account
from tests.tools.project.racing import raced

GITHUB = "github_activity_tracker"
NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
single = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)


def repository(name: str = "json") -> int:
    made, _ = services.get_or_create_repository(owner_account_id=account(1), repo_name=name)
    return made.pk


def commit(commit_hash: str = "a" * 40, *, by: int = 1) -> records.Commit:
    return records.Commit(account_id=account(by), commit_hash=commit_hash, commit_at=NOON)


@concurrent
def test_of_two_writers_of_a_repository_one_waits_and_finds() -> None:
    owner = account(1)

    def get_or_create() -> tuple[GitHubRepository, bool]:
        return services.get_or_create_repository(owner_account_id=owner, repo_name="json")

    (one, created), (other, created_again) = raced(get_or_create, get_or_create, using=GITHUB)

    assert (created, created_again) == (True, False)
    assert one == other


@concurrent
def test_a_file_s_name_is_added_once_though_no_constraint_holds_it() -> None:
    repo = repository()

    one, other = raced(
        lambda: services.upsert_files(repo_id=repo, filenames=["a.hpp", "b.hpp"]),
        lambda: services.upsert_files(repo_id=repo, filenames=["b.hpp", "c.hpp"]),
        using=GITHUB,
    )

    assert one["b.hpp"] == other["b.hpp"]
    assert GitHubFile.objects.filter(repo=repo).count() == 3


@single
def test_commits_can_be_upserted_again() -> None:
    repo = repository()
    first = services.upsert_commits(repo_id=repo, commits=[commit("a"), commit("b")])

    again = services.upsert_commits(
        repo_id=repo, commits=[replace(commit("b"), comment="Amended"), commit("c")]
    )

    assert again["b"] == first["b"]
    assert GitCommit.objects.get(commit_hash="b").comment == "Amended"
    assert GitCommit.objects.filter(repo=repo).count() == 3


@single
def test_a_thousand_commits_are_one_statement() -> None:
    repo, author = repository(), account(1)
    commits = [
        records.Commit(account_id=author, commit_hash=f"{number:040x}", commit_at=NOON)
        for number in range(1000)
    ]

    with CaptureQueriesContext(connections[GITHUB]) as queries:
        services.upsert_commits(repo_id=repo, commits=commits)

    assert len([each for each in queries if each["sql"].startswith("INSERT")]) == 1


@concurrent
def test_a_commit_of_an_account_that_is_not_there_is_refused() -> None:
    repo = repository()
    orphan = records.Commit(account_id=-1, commit_hash="a", commit_at=NOON)

    with pytest.raises(IntegrityError), transaction.atomic(using=GITHUB):
        services.upsert_commits(repo_id=repo, commits=[orphan])

    assert not GitCommit.objects.exists()


@single
def test_changes_of_a_commit_can_be_recorded_again() -> None:
    repo = repository()
    [key] = services.upsert_commits(repo_id=repo, commits=[commit()]).values()
    change = records.FileChange(commit_id=key, filename="a.hpp", status="added", additions=3)

    for additions in (3, 5):
        services.record_file_changes(repo_id=repo, changes=[replace(change, additions=additions)])

    assert GitCommitFileChange.objects.get().additions == 5


@single
def test_a_renamed_file_points_at_what_it_was() -> None:
    repo = repository()
    [key] = services.upsert_commits(repo_id=repo, commits=[commit()]).values()
    rename = records.FileChange(
        commit_id=key, filename="new.hpp", status="renamed", previous_filename="old.hpp"
    )

    files = services.record_file_changes(repo_id=repo, changes=[rename])

    new = GitHubFile.objects.get(pk=files["new.hpp"])
    assert new.previous_filename_id == files["old.hpp"]
    assert selectors.files_of_repository(repo_id=repo) == {"new.hpp": new.pk}


@single
def test_a_removed_file_comes_back_when_it_is_added_again() -> None:
    repo = repository()
    one, two = services.upsert_commits(repo_id=repo, commits=[commit("a"), commit("b")]).values()
    removal = records.FileChange(commit_id=one, filename="a.hpp", status="removed")

    services.record_file_changes(repo_id=repo, changes=[removal])
    assert GitHubFile.objects.get().is_deleted
    services.record_file_changes(
        repo_id=repo, changes=[removal, replace(removal, commit_id=two, status="added")]
    )

    assert not GitHubFile.objects.get().is_deleted


@single
def test_an_issue_s_assignees_replace_the_ones_before() -> None:
    issue = records.Issue(account_id=account(1), issue_number=1, issue_id=100, title="Crash")
    [key] = services.upsert_issues(repo_id=repository(), issues=[issue]).values()
    one, two, three = account(1), account(2), account(3)

    services.set_issue_assignees(issue_key=key, account_ids=[one, two])
    kept = IssueAssignee.objects.get(githubaccount=two).pk
    services.set_issue_assignees(issue_key=key, account_ids=[two, three, three])

    rows = IssueAssignee.objects.filter(issue=key).order_by("githubaccount")
    assert [row.githubaccount_id for row in rows] == [two, three]
    assert rows.get(githubaccount=two).pk == kept


@single
def test_an_issue_comes_with_labels_and_comments_that_can_be_told_again() -> None:
    repo = repository()
    issue = records.Issue(account_id=account(1), issue_number=1, issue_id=100, state="open")
    [key] = services.upsert_issues(repo_id=repo, issues=[issue]).values()
    comment = records.IssueComment(account_id=account(2), issue_comment_id=7, body="Me too")

    for state, labels in (("open", ["bug", "docs"]), ("closed", ["bug"])):
        services.upsert_issues(repo_id=repo, issues=[replace(issue, state=state)])
        services.set_issue_labels(issue_key=key, labels=labels)
        services.upsert_issue_comments(issue_key=key, comments=[comment])

    found = Issue.objects.get()
    assert (found.pk, found.state) == (key, "closed")
    assert [label.label_name for label in found.labels.all()] == ["bug"]
    assert [each.account_id for each in found.comments.all()] == [account(2)]


@single
def test_a_pull_request_is_told_again_with_all_that_belongs_to_it() -> None:
    repo, one, two = repository(), account(1), account(2)
    opened = records.PullRequest(account_id=one, pr_number=2, pr_id=200, state="open")
    review = records.PullRequestReview(account_id=two, pr_review_id=8, in_reply_to_id=7)
    comment = records.PullRequestComment(account_id=two, pr_comment_id=9, body="Thanks")

    for state, assignees in (("open", [one]), ("merged", [two])):
        [key] = services.upsert_pull_requests(
            repo_id=repo, pull_requests=[replace(opened, state=state, pr_merged_at=NOON)]
        ).values()
        services.upsert_pull_request_reviews(pr_key=key, reviews=[review])
        services.upsert_pull_request_comments(pr_key=key, comments=[comment])
        services.set_pull_request_labels(pr_key=key, labels=[state])
        services.set_pull_request_assignees(pr_key=key, account_ids=assignees)

    found = PullRequest.objects.get()
    assert (found.state, found.pr_merged_at) == ("merged", NOON)
    assert (found.reviews.count(), found.comments.count()) == (1, 1)
    assert [label.label_name for label in found.labels.all()] == ["merged"]
    assert PullRequestAssignee.objects.get().githubaccount_id == two


@single
def test_a_repository_s_languages_and_licenses_replace_the_ones_before() -> None:
    repo = repository()
    mit, _ = services.get_or_create_license(name="MIT License", spdx_id="MIT")
    bsl, _ = services.get_or_create_license(name="Boost Software License", spdx_id="BSL-1.0")

    for lines, license_ids in (({"C++": 5, "C": 1}, [mit.pk]), ({"C++": 9}, [bsl.pk])):
        services.set_repository_languages(repo_id=repo, line_counts=lines)
        services.set_repository_licenses(repo_id=repo, license_ids=license_ids)

    found = GitHubRepository.objects.get(pk=repo)
    assert [(each.language.name, each.line_count) for each in RepoLanguage.objects.all()] == [
        ("C++", 9)
    ]
    assert [each.spdx_id for each in found.licenses.all()] == ["BSL-1.0"]


@single
def test_repositories_created_in_a_year_are_counted_again() -> None:
    language = services.upsert_languages(names=["C++"])["C++"]

    for count in (10, 12):
        services.record_created_repositories(
            language_id=language, year=2024, all_repos=count, significant_repos=1
        )

    assert CreatedReposByLanguage.objects.get().all_repos == 12


@single
def test_a_collector_goes_on_where_the_last_commit_was() -> None:
    repo = repository()
    assert selectors.last_commit_at(repo_id=repo) is None

    services.upsert_commits(repo_id=repo, commits=[commit()])

    assert selectors.last_commit_at(repo_id=repo) == NOON


@single
def test_files_can_be_set_to_those_that_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services.files, "PAGE", 2)
    repo = repository()
    services.upsert_files(repo_id=repo, filenames=["a", "b", "c", "d", "e"])

    services.set_files(repo_id=repo, filenames=["a", "e", "new"])
    services.set_files(repo_id=repo, filenames=["b", "e", "new"])

    assert set(selectors.files_of_repository(repo_id=repo)) == {"b", "e", "new"}
    assert GitHubFile.objects.filter(is_deleted=True).count() == 3
