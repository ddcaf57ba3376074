"""`collect_git`: what is stored of a history, and that a run may end anywhere."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.utils import timezone

from boost_collector_runner import git_collection
from boost_collector_runner.services import single_flight
from boost_library_tracker import services as boost
from boost_usage_tracker.models import BoostExternalRepository, BoostMissingHeaderTmp, BoostUsage
from cppa_user_tracker import services as hub
from cppa_user_tracker.models import BaseProfile, Email, GitHubAccount
from github_activity_tracker.models import (
    GitCommit,
    GitCommitFileChange,
    GitHubFile,
    GitHubRepository,
)
from tests.tools.project.histories import AUTHORS, History, drop, git, move, put, straight, varied
from tests.tools.project.history import file, repository

ROOT = Path(__file__).resolve().parents[3]
single = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)


def collect(path: Path, **options: Any) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command("collect_git", path, stdout=out, **options)
    return out.getvalue()


def rows(name: str) -> dict[str, list[tuple[Any, ...]]]:
    """All that is stored of a repository, by what it says and not by its keys."""
    repo = GitHubRepository.objects.get(repo_name=name)
    commits = GitCommit.objects.filter(repo=repo).order_by("commit_hash")
    files = GitHubFile.objects.filter(repo=repo).order_by("filename")
    changes = GitCommitFileChange.objects.filter(commit__repo=repo)
    return {
        "commits": list(commits.values_list("commit_hash", "account_id", "comment", "commit_at")),
        "files": list(files.values_list("filename", "is_deleted", "previous_filename__filename")),
        "changes": sorted(
            changes.values_list(
                *("commit__commit_hash", "github_file__filename"),
                *("status", "additions", "deletions"),
            )
        ),
    }


def authors() -> set[tuple[str, str]]:
    emails = dict(Email.objects.values_list("base_profile_id", "email"))
    accounts = GitHubAccount.objects.values_list("pk", "display_name")
    return {(name, emails.get(key, "")) for key, name in accounts}


def headers(*names: str) -> dict[str, int]:
    """Keys of headers that a library of Boost has."""
    home = repository("all-of-boost")
    boost.get_or_create_library_repository(repo_id=home)
    [library] = boost.upsert_libraries(repo_id=home, names=["all"]).values()
    keys = {name: file(f"include/{name}", repo_id=home) for name in names}
    boost.assign_files(library_id=library, file_ids=keys.values())
    return keys


# What is stored
# --------------


@single
def test_the_summary_says_what_was_added(tmp_path: Path) -> None:
    said = collect(varied(tmp_path / "varied"))

    summary = "varied: 9 commits, 4 authors, 8 files, 12 changes, 1 includes added in "
    assert said.startswith(summary)
    assert said.count("\n") == 1


@single
def test_files_are_as_they_are_at_head(tmp_path: Path) -> None:
    collect(varied(tmp_path / "varied"))

    assert rows("varied")["files"] == [
        ("bin.dat", True, None),
        ("caf\\xe8.txt", False, None),
        ("caf\\xe9.txt", False, None),
        ("libs/zlib", True, None),
        ("main.cpp", False, None),
        ("new name.cpp", False, "old.cpp"),
        ("old.cpp", False, None),
        ("side.hpp", False, None),
    ]


@single
def test_changes_are_counted_by_what_they_do(tmp_path: Path) -> None:
    collect(varied(tmp_path / "varied"))

    changes = rows("varied")["changes"]
    merge = GitCommit.objects.get(comment="A merge")
    assert Counter(status for _, _, status, _, _ in changes) == {
        "added": 8,
        "modified": 1,
        "removed": 2,
        "renamed": 1,
    }
    assert [each[1:] for each in changes if each[2] == "modified"] == [
        ("main.cpp", "modified", 1, 0)
    ]
    assert not merge.file_changes.exists()


@single
def test_an_author_is_a_name_and_an_e_mail_where_there_is_one(tmp_path: Path) -> None:
    collect(varied(tmp_path / "varied"))

    assert authors() == {
        ("Ada", "ada@example.com"),
        ("Bo", ""),
        ("J\ufffdrg", "j@example.com"),
        ("", "nameless@example.com"),
    }
    assert BaseProfile.objects.count() == GitHubAccount.objects.filter(type="github").count() == 4
    assert Email.objects.filter(is_primary=True).count() == 3


@single
def test_a_name_longer_than_its_column_is_cut(tmp_path: Path) -> None:
    history = History(tmp_path / "long")
    history.commit(author=b"N" * 300 + b" <" + b"e" * 300 + b">")

    collect(history.write())

    assert authors() == {("N" * 255, "e" * 255)}
    assert "nothing new" in collect(history.path)


@single
def test_a_file_is_there_if_head_has_it_whichever_branch_spoke_last(tmp_path: Path) -> None:
    history = History(tmp_path / "branches")
    base = history.commit(put(b"gone"), put(b"kept"))
    side = history.commit(drop(b"gone"))
    main = history.commit(put(b"gone", b"changed once more\n"), parents=(base,))
    history.commit(drop(b"gone"), parents=(main, side))

    collect(history.write())

    assert rows("branches")["files"] == [("gone", True, None), ("kept", False, None)]


@single
def test_a_path_that_is_too_long_is_left_out_and_counted(tmp_path: Path) -> None:
    history = History(tmp_path / "paths")
    long = b"/".join([b"x" * 200] * 6)
    history.commit(put(b"short", b"same\n" * 50), put(long))
    history.commit(move(b"short", long + b"2"))

    said = collect(history.write())

    assert "2 changes left out: their paths are longer than 1,024 characters.\n" in said
    assert rows("paths")["files"] == [("short", True, None)]


@single
def test_one_commit_with_more_files_than_a_batch_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_collection, "CHANGES", 7)
    history = History(tmp_path / "wide")
    history.commit(*(put(b"%d" % number) for number in range(30)))
    history.commit(*(move(b"%d" % number, b"new/%d" % number) for number in range(30)))

    collect(history.write())

    assert Counter(deleted for _, deleted, _ in rows("wide")["files"]) == {True: 30, False: 30}


@single
def test_a_batch_has_a_bounded_number_of_statements(tmp_path: Path) -> None:
    few, many = straight(tmp_path / "few", 100), straight(tmp_path / "many", 500)

    collect(straight(tmp_path / "first", AUTHORS))  # Whose authors the others have, too.

    assert statements(few) == statements(many)


def statements(path: Path) -> int:
    count = Counter[str]()

    def counted(execute: Any, *arguments: Any) -> Any:
        count["all"] += 1
        return execute(*arguments)

    with ExitStack() as stack:
        for alias in connections:
            stack.enter_context(connections[alias].execute_wrapper(counted))
        collect(path)
    return count["all"]


# Whose it is
# -----------


@single
def test_the_owner_is_the_account_that_the_remotes_url_names(tmp_path: Path) -> None:
    account, _ = hub.get_or_create_github_account(github_account_id=7, username="BoostOrg")
    path = varied(tmp_path / "clone")
    git(path, "remote", "add", "origin", "git@github.com:boostorg/json.git")

    said = collect(path)

    assert said.startswith("boostorg/json: ")
    assert GitHubRepository.objects.get().owner_account_id == account.pk


@single
def test_an_owner_whom_nobody_knows_is_an_unknown_account(tmp_path: Path) -> None:
    path = varied(tmp_path / "clone")
    git(path, "remote", "add", "origin", "https://user:secret@example.com/somebody/json")

    said = collect(path)

    owner = GitHubRepository.objects.get().owner_account
    assert (owner.display_name, owner.is_unknown) == ("somebody", True)
    assert "secret" not in said


@single
def test_without_a_remote_it_is_the_first_authors(tmp_path: Path) -> None:
    collect(varied(tmp_path / "mine"))

    found = GitHubRepository.objects.get()
    assert (found.repo_name, found.owner_account.display_name) == ("mine", "Ada")


@single
def test_a_bare_clone_and_a_folder_inside_are_the_same_history(tmp_path: Path) -> None:
    path = varied(tmp_path / "plain")
    git(tmp_path, "clone", "--quiet", "--bare", str(path), str(tmp_path / "bare.git"))
    (path / "folder").mkdir()

    collect(path / "folder")
    git(tmp_path / "bare.git", "remote", "remove", "origin")
    collect(tmp_path / "bare.git")

    assert rows("bare") == rows("plain")


# Again, and after an end that nobody wanted
# ------------------------------------------


@single
def test_a_second_run_adds_nothing_and_says_so(tmp_path: Path) -> None:
    path = varied(tmp_path / "varied")
    collect(path)
    before, people, updated = rows("varied"), authors(), usages_updated()

    said = collect(path)

    assert said.startswith("varied: nothing new; 9 commits read in ")
    assert (rows("varied"), authors(), usages_updated()) == (before, people, updated)


def usages_updated() -> list[Any]:
    return list(BoostUsage.objects.order_by("pk").values_list("pk", "updated_at"))


@single
def test_commits_made_since_are_added(tmp_path: Path) -> None:
    history = History(tmp_path / "growing")
    history.commit(put(b"a"))
    collect(history.write())
    history.commit(put(b"b"), author=b"Bo <bo@example.com>")

    said = collect(history.write())

    assert said.startswith("growing: 1 commits, 1 authors, 1 files, 1 changes, 0 includes added")


@single
def test_a_run_that_broke_off_leaves_whole_batches_and_the_next_one_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_collection, "COMMITS", 50)
    collect(straight(tmp_path / "whole", 400))
    path = straight(tmp_path / "broken", 400)
    store, calls = git_collection.github.record_file_changes, iter(range(400))

    def fails_once(**arguments: Any) -> Any:
        if next(calls) == 3:
            raise ZeroDivisionError
        return store(**arguments)

    monkeypatch.setattr(git_collection.github, "record_file_changes", fails_once)
    with pytest.raises(ZeroDivisionError):
        collect(path)
    stored = len(rows("broken")["commits"])
    said = collect(path)

    assert stored == 150
    assert said.startswith("broken: 250 commits, ")
    assert rows("broken") == rows("whole")


@concurrent
def test_a_run_that_was_killed_is_made_good_by_the_next_one(tmp_path: Path) -> None:
    path = straight(tmp_path / "killed", 4_500)
    with subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "collect_git", str(path)],
        env={**os.environ, "DATABASE_URL": database_url()},
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"2,000 of 4,500 commits\n"
        process.kill()
    stored = GitCommit.objects.count()
    assert 2_000 <= stored < 4_500

    collect(path)
    collect(straight(tmp_path / "whole", 4_500))

    assert rows("killed") == rows("whole")


def database_url() -> str:
    """The URL of the test database."""
    settings = connections["default"].settings_dict
    user, password, host, name = (
        quote(settings[key] or "", safe="") for key in ("USER", "PASSWORD", "HOST", "NAME")
    )
    port = f":{settings['PORT']}" if settings["PORT"] else ""
    return f"postgresql://{user}{f':{password}' if password else ''}@{host}{port}/{name}"


@single
def test_a_second_run_at_the_same_time_is_refused(tmp_path: Path) -> None:
    path = varied(tmp_path / "busy")

    with (
        single_flight(group_id=f"collect_git:{path / '.git'}"),
        pytest.raises(CommandError, match="busy is being collected already") as refused,
    ):
        collect(path)

    assert refused.value.returncode == 75
    assert not GitHubRepository.objects.exists()


@single
def test_a_limit_takes_the_oldest_commits_and_a_larger_one_goes_on(tmp_path: Path) -> None:
    path = varied(tmp_path / "varied")

    first, again, more = (collect(path, limit=limit) for limit in (2, 2, 100))

    assert "Includes are read once the whole history is loaded.\nvaried: 2 commits, " in first
    assert "varied: nothing new; 2 commits read" in again
    assert more.startswith("varied: 7 commits, ")


# Includes
# --------


@single
def test_includes_become_usages_of_headers_that_libraries_have(tmp_path: Path) -> None:
    known = headers("boost/json.hpp", "boost/asio.hpp")
    history = History(tmp_path / "outside")
    history.commit(
        put(b"a.cpp", b"#include <boost/json.hpp>\n#include <boost/none.hpp>\n"),
        put(b"notes.txt", b"#include <boost/asio.hpp>\n"),
    )

    said = collect(history.write())

    usage, missing = BoostUsage.objects.order_by("boost_header_id")
    assert "2 includes added" in said
    assert (usage.boost_header_id, usage.file_path.filename) == (known["boost/json.hpp"], "a.cpp")
    assert usage.last_commit_date == missing.last_commit_date == GitCommit.objects.get().commit_at
    assert BoostMissingHeaderTmp.objects.get(usage=missing).header_name == "boost/none.hpp"
    assert BoostExternalRepository.objects.get().is_boost_used


@single
def test_an_include_that_goes_is_left_out_from_today_on(tmp_path: Path) -> None:
    headers("boost/json.hpp")
    include = b"#include <boost/json.hpp>\n#include <boost/none.hpp>\n"
    history = History(tmp_path / "outside")
    history.commit(put(b"a.cpp", include), put(b"b.cpp", include))
    collect(history.write())
    history.commit(put(b"a.cpp", b"// nothing\n"), drop(b"b.cpp"))

    said = collect(history.write())

    assert "0 includes added, 4 includes gone in " in said
    assert {usage.excepted_at for usage in BoostUsage.objects.all()} == {timezone.localdate()}
    assert not BoostMissingHeaderTmp.objects.exists()
    assert not BoostExternalRepository.objects.get().is_boost_used


@single
def test_a_header_that_a_library_has_by_now_is_missing_no_more(tmp_path: Path) -> None:
    path = varied(tmp_path / "outside")
    collect(path)
    known = headers("boost/json.hpp")

    said = collect(path)

    assert "1 includes added, 1 includes gone in " in said
    assert [usage.boost_header_id for usage in BoostUsage.objects.all()] == [*known.values()]


@single
def test_a_library_does_not_use_boost_from_outside(tmp_path: Path) -> None:
    path = varied(tmp_path / "library")
    collect(path, limit=1)
    boost.get_or_create_library_repository(repo_id=GitHubRepository.objects.get().pk)

    collect(path)

    assert not BoostExternalRepository.objects.exists()


@single
def test_a_copy_of_boost_inside_counts_as_one_and_not_as_use(tmp_path: Path) -> None:
    history = History(tmp_path / "copy")
    history.commit(
        put(b"third/boost/version.hpp"),
        put(b"third/boost/json.hpp", b"#include <boost/version.hpp>\n"),
    )

    collect(history.write())

    found = BoostExternalRepository.objects.get()
    assert (found.is_boost_embedded, found.is_boost_used) == (True, False)


# Refusals
# --------


def empty(path: Path) -> Path:
    path.mkdir()
    git(path, "init", "--quiet")
    return path


def without_a_file(path: Path) -> Path:
    straight(path, 3)
    blob = git(path, "rev-parse", "HEAD:src/0.cpp").decode().strip()
    (path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    return path


def refusals(folder: Path) -> Iterator[tuple[Path, str]]:
    (folder / "plain").mkdir()
    (folder / "file").touch()
    yield folder / "none", "There is no folder"
    yield folder / "file", "There is no folder"
    yield folder / "plain", "plain is no git repository."
    yield empty(folder / "empty"), "empty has no commits yet."
    yield without_a_file(folder / "broken"), "git failed: "


@single
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path) -> None:
    for path, message in refusals(tmp_path):
        with pytest.raises(CommandError, match=message) as refused:
            collect(path)

        assert refused.value.returncode == 1
        assert "\n" not in str(refused.value)


@single
def test_git_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = varied(tmp_path / "varied")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(CommandError, match="git is not installed, or not on the PATH"):
        collect(path)


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_is_a_positive_number(tmp_path: Path, limit: int) -> None:
    with pytest.raises(CommandError, match="--limit takes a number from 1 up"):
        collect(tmp_path, limit=limit)


@single
def test_a_shallow_clone_is_loaded_as_far_as_it_goes(tmp_path: Path) -> None:
    origin = varied(tmp_path / "deep")
    url = origin.as_uri()
    git(tmp_path, "clone", "--quiet", "--depth=2", "--no-checkout", url, str(tmp_path / "shallow"))

    said = collect(tmp_path / "shallow")

    assert "shallow is a shallow clone: older commits are not in it.\n" in said
    assert "deep: 2 commits, " in said


# Long histories
# --------------


@single
def test_ten_thousand_commits_take_no_more_memory_than_two_thousand(tmp_path: Path) -> None:
    short, long = straight(tmp_path / "short", 2_000), straight(tmp_path / "long", 10_000)
    collect(straight(tmp_path / "first", 600))  # What is loaded and cached once.

    needed, peak = memory(short), memory(long)

    found = GitCommit.objects.filter(repo__repo_name="long")
    assert (found.count(), found.values("account_id").distinct().count()) == (10_000, AUTHORS)
    assert peak < needed * 1.5


def memory(path: Path) -> int:
    """The most bytes that Python had allocated during a run.

    Garbage is collected often: when it is, and so how much of it lies about, is chance otherwise.
    """
    thresholds = gc.get_threshold()
    gc.collect()
    gc.set_threshold(100, 2, 2)
    tracemalloc.start()
    try:
        collect(path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.set_threshold(*thresholds)
