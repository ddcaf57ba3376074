"""What git prints, parsed: histories, includes, and the URLs of remotes."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boost_collector_runner.git_log import Change, Commit, commits, parse
from boost_collector_runner.git_repository import GitError, GitRepository, Origin, origin_of
from boost_collector_runner.includes import included, includes, tree_files
from tests.tools.project.histories import History, drop, git, put, submodule, varied

LINES = b"".join(b"line %d\n" % number for number in range(20))
NOTHING = b"0" * 40


class Dripping(io.BytesIO):
    """Output that comes one byte at a time."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(1)


def read(path: Path) -> list[Commit]:
    repository = GitRepository.open(path)
    return list(commits(repository, repository.hashes()))


def last(path: Path) -> list[Change]:
    return read(path)[-1].changes


def header(*, hash: bytes = b"1" * 40, seconds: bytes = b"5", message: bytes = b"Why\n") -> bytes:
    return b"\0".join([b"\x01" + hash, b"Ada", b"ada@x", seconds, b"7", message, b""])


def test_a_commit_has_its_author_its_time_in_utc_and_its_whole_message(tmp_path: Path) -> None:
    history = History(tmp_path / "one")
    history.commit(
        put(b"a", b"1\n2\n"), author=b"Ada L <ada@x>", when=b"+1345", message=b"Why\n\nSo.\n"
    )

    [commit] = read(history.write())

    assert (commit.name, commit.email, commit.message) == ("Ada L", "ada@x", "Why\n\nSo.")
    assert commit.at == datetime.fromtimestamp(1_700_000_001, UTC)
    assert commit.changes == [Change("a", "added", additions=2)]


def test_commits_come_parents_first(tmp_path: Path) -> None:
    path = varied(tmp_path / "varied")

    assert [commit.hash for commit in read(path)] == (
        git(path, "rev-list", "--topo-order", "--reverse", "HEAD").decode().split()
    )


def test_a_rename_has_both_names_and_only_the_lines_that_differ(tmp_path: Path) -> None:
    history = History(tmp_path / "moved")
    history.commit(put(b"old name", LINES))
    history.commit(drop(b"old name"), put(b"new\tname", LINES + b"one more\n"))

    assert last(history.write()) == [Change("new\tname", "renamed", 1, 0, previous="old name")]


def test_a_binary_file_has_no_lines(tmp_path: Path) -> None:
    history = History(tmp_path / "binary")
    history.commit(put(b"a.bin", bytes(range(256))))

    assert last(history.write()) == [Change("a.bin", "added", 0, 0)]


def test_a_merge_has_only_the_changes_that_it_makes_itself(tmp_path: Path) -> None:
    history = History(tmp_path / "merged")
    base = history.commit(put(b"both", b"a\n"), put(b"mine", b"a\n"))
    side = history.commit(put(b"both", b"theirs\n"), put(b"theirs"))
    main = history.commit(put(b"both", b"ours\n"), put(b"mine", b"b\n"), parents=(base,))
    history.commit(
        put(b"both", b"settled\n"), put(b"theirs"), put(b"new in it"), parents=(main, side)
    )

    assert sorted(last(history.write()), key=str) == [
        Change("both", "modified", 1, 1),
        Change("new in it", "added", 1, 0),
    ]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (submodule(b"a", 1), submodule(b"a", 2), []),
        (put(b"b"), submodule(b"a", 1), []),
        (submodule(b"a", 1), drop(b"a"), []),
        (put(b"a"), submodule(b"a", 1), ["removed"]),
        (submodule(b"a", 1), put(b"a"), ["added"]),
    ],
)
def test_submodules_are_no_files(
    tmp_path: Path, before: bytes, after: bytes, changes: list[str]
) -> None:
    history = History(tmp_path / "submodules")
    history.commit(before, put(b"kept"))
    history.commit(after)

    assert [change.status for change in last(history.write())] == changes


def test_bytes_that_are_no_utf_8_do_not_make_two_paths_one(tmp_path: Path) -> None:
    history = History(tmp_path / "bytes")
    history.commit(put(b"caf\xe9"), put(b"caf\xe8"), author=b"J\xf6rg <j\xf6@x>")

    [commit] = read(history.write())

    assert (commit.name, commit.email) == ("J\ufffdrg", "j\ufffd@x")
    assert [change.path for change in commit.changes] == ["caf\\xe8", "caf\\xe9"]


def test_a_commit_without_an_author_or_with_an_impossible_time_is_read(tmp_path: Path) -> None:
    path = varied(tmp_path / "broken")
    tree = git(path, "rev-parse", "HEAD^{tree}").strip()
    broken = [
        b"tree %s\ncommitter C <c@x> 12 +9999\n\nno author\n",
        b"tree %s\nauthor A <a@x> 99999999999999 +0000\ncommitter C <c@x> 12 +0000\n\nlate\n",
        b"tree %s\nauthor A <a@x> 3 +0000\ncommitter C <c@x> 12 +0000\n\nwith \0 in it\n",
    ]
    store = ("hash-object", "-t", "commit", "-w", "--stdin", "--literally")
    hashes = [git(path, *store, given=raw % tree).decode().strip() for raw in broken]

    found = list(commits(GitRepository.open(path), hashes))

    assert [(commit.name, int(commit.at.timestamp()), commit.message) for commit in found] == [
        ("", 12, "no author"),
        ("A", 12, "late"),
        ("A", 3, "with "),
    ]


def test_a_users_configuration_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = varied(tmp_path / "varied")
    plain = read(path)
    config = tmp_path / "config"
    config.write_text(
        "[log]\nshowRoot = false\nshowSignature = true\ndecorate = true\nmailmap = true\n"
        "[diff]\nrenames = false\nignoreSubmodules = all\nrelative = true\nnoprefix = true\n"
        "[i18n]\nlogOutputEncoding = latin1\n[color]\nui = always\n[core]\nquotePath = true\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "of a hook"))

    assert read(path) == plain


def test_output_may_be_cut_anywhere() -> None:
    output = b"".join(
        [
            header(),
            b"\n:100644 100644 %s %s R090\0a\0b c\0" % (NOTHING, NOTHING),
            b"1\t2\t\0a\0b c\0",
            header(hash=b"2" * 40, message=b""),
        ]
    )

    whole = list(parse(io.BytesIO(output)))

    assert whole == list(parse(Dripping(output)))
    assert whole[0].changes == [Change("b c", "renamed", 1, 2, previous="a")]
    assert (whole[1].message, whole[1].changes) == ("", [])


def test_a_commit_that_git_did_not_print_to_its_end_is_not_given(tmp_path: Path) -> None:
    path = varied(tmp_path / "varied")
    repository = GitRepository.open(path)
    known = list(repository.hashes())

    found = []
    with pytest.raises(GitError, match="git failed: "):
        found.extend(commits(repository, [*known[:3], "f" * 40]))

    assert found == []


# Includes
# --------


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (b"#include <boost/json.hpp>\n", {"boost/json.hpp"}),
        (b"\xef\xbb\xbf#include<boost/json.hpp>", {"boost/json.hpp"}),
        (b"  # \t include   <boost/a/b.hpp> // why\r\n", {"boost/a/b.hpp"}),
        (2 * b"#include <boost/a.hpp>\n" + b"#include <boost/b>", {"boost/a.hpp", "boost/b"}),
        (b'#include "boost/json.hpp"\n', set()),
        (b"// #include <boost/json.hpp>\n#include <vector>\n#include <boosted/a.hpp>\n", set()),
        (b"#include <boost/" + b"x" * 2_000 + b".hpp>\n", set()),
        (b"x" * 200_000 + b"#include <boost/a.hpp>\n#include <boost/b.hpp>", {"boost/b.hpp"}),
    ],
)
def test_includes_of_boost_are_found_however_the_file_is_cut(
    content: bytes, headers: set[str]
) -> None:
    assert included([content]) == headers
    assert included(content[at : at + 700] for at in range(0, len(content), 700)) == headers


def test_files_of_the_tree_are_read_in_order(tmp_path: Path) -> None:
    repository = GitRepository.open(varied(tmp_path / "varied"))
    files = list(tree_files(repository))

    found = {file.path: headers for file, headers in includes(repository, files)}

    assert "libs/json" not in found
    assert found["main.cpp"] == {"boost/json.hpp"}
    assert [file.path for file in files if file.is_cpp] == [
        *("main.cpp", "new name.cpp", "old.cpp", "side.hpp"),
    ]


# Remotes
# -------


@pytest.mark.parametrize(
    ("url", "owner", "name"),
    [
        ("https://github.com/boostorg/json.git", "boostorg", "json"),
        ("https://user:secret@github.com/boostorg/json/", "boostorg", "json"),
        ("ssh://git@github.com:22/boostorg/json.git", "boostorg", "json"),
        ("git@github.com:boostorg/json.git", "boostorg", "json"),
        ("git@host:json.git", "", "json"),
        ("https://host/group/boostorg/json", "boostorg", "json"),
        ("file:///srv/git/json.git", "", "json"),
        ("/srv/git/json/.git", "", "json"),
        ("../json", "", "json"),
        ("..", "", ""),
        ("", "", ""),
    ],
)
def test_an_owner_is_only_in_urls_of_hosts(url: str, owner: str, name: str) -> None:
    assert origin_of(url) == Origin(owner, name)
