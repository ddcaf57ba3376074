"""The history of a repository, parsed from `git log` while git prints it.

A merge has the changes that it makes itself, to files that differ from all its parents (`-c`);
their lines are counted against the first parent. What the merged branches changed is said by
their own commits. Submodules are no files: where one takes a file's place, the file is removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import IO, Final

from boost_collector_runner.git_repository import GitRepository


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit does to a file; `status` is added, modified, removed or renamed."""

    path: str
    status: str
    additions: int = 0
    deletions: int = 0
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit; name and e-mail are the author's, and so is the time, in UTC."""

    hash: str
    name: str
    email: str
    at: datetime
    message: str
    changes: list[Change] = field(default_factory=list)


def commits(repository: GitRepository, hashes: Iterable[str]) -> Iterator[Commit]:
    """The commits with these hashes, in this order; one at a time is in memory.

    Raises:
        GitError: git cannot read them; no commit is given that it has not printed to its end.
    """
    last: Commit | None = None
    with repository.stream(*_LOG, given=hashes) as output:
        for commit in parse(output):
            if last is not None:
                yield last
            last = commit
    if last is not None:
        yield last


def parse(output: IO[bytes]) -> Iterator[Commit]:
    """The commits in the output of `git log`, asked as `commits` does.

    https://git-scm.com/docs/git-log#_raw_output_format
    """
    tokens = _tokens(output)
    commit: Commit | None = None
    raw: dict[bytes, _Raw] = {}
    lines: dict[bytes, tuple[int, int]] = {}
    for token in tokens:
        # A line feed, or an empty token after a merge, parts the message from the changes.
        said = token.removeprefix(b"\n")
        if said.startswith(_MARK):
            if commit is not None:
                yield _with_changes(commit, raw, lines)
            commit, raw, lines = _header(said, tokens), {}, {}
        elif said.startswith(b":"):
            path, change = _raw(said, tokens)
            raw[path] = change
        elif said:
            path, added, removed = _numbers(said, tokens)
            lines[path] = (added, removed)
    if commit is not None:
        yield _with_changes(commit, raw, lines)


def text(raw: bytes) -> str:
    """As PostgreSQL takes it; bytes that are no UTF-8 are replaced."""
    return raw.decode("utf-8", "replace").replace("\0", "\ufffd")


def path_of(raw: bytes) -> str:
    r"""A path in UTF-8; of other bytes the number is kept (`\xe9`), so that no two paths meet."""
    return raw.decode("utf-8", "backslashreplace")


# Private
# -------

_MARK: Final = b"\x01"
_FORMAT: Final = "--format=tformat:%x01%H%x00%an%x00%ae%x00%at%x00%ct%x00%B"
# All that a user's configuration could change is said.
_LOG: Final = (
    *("-c", "log.showRoot=true", "-c", "diff.algorithm=myers"),
    *("log", "--stdin", "--no-walk=unsorted", "-z", _FORMAT, "--encoding=UTF-8", "--no-notes"),
    *("--no-show-signature", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative"),
    *("--ignore-submodules=none", "-c", "-M50%", "-l1000", "--raw", "--no-abbrev", "--numstat"),
)
_SUBMODULE: Final = b"160000"
_WORDS: Final = {"A": "added", "D": "removed", "R": "renamed", "C": "added"}
_CHUNK: Final = 1 << 16
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Raw:
    status: str
    previous: bytes | None


def _tokens(output: IO[bytes]) -> Iterator[bytes]:
    parts: list[bytes] = []
    while chunk := output.read(_CHUNK):
        first, *others = chunk.split(b"\0")
        parts.append(first)
        for other in others:
            yield b"".join(parts)
            parts = [other]
    if rest := b"".join(parts):
        yield rest


def _header(token: bytes, tokens: Iterator[bytes]) -> Commit:
    name, email, authored, committed, message = (next(tokens, b"") for _ in range(5))
    return Commit(
        hash=token.removeprefix(_MARK).decode("ascii"),
        name=text(name).strip(),
        email=text(email).strip(),
        at=_time(authored) or _time(committed) or _EPOCH,
        message=text(message).rstrip("\n"),
    )


def _time(seconds: bytes) -> datetime | None:
    # Broken commits have no time, or one in a year of five digits; the zone does not matter.
    with suppress(ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(int(seconds), UTC)
    return None


def _raw(token: bytes, tokens: Iterator[bytes]) -> tuple[bytes, _Raw]:
    parents = len(token) - len(token.lstrip(b":"))
    fields = token.lstrip(b":").split(b" ")
    modes, letters = fields[: parents + 1], fields[-1].decode("ascii")
    path = next(tokens, b"")
    if parents > 1:
        return path, _Raw(_merged(modes, letters), None)
    previous = None
    if letters[0] in "RC":
        previous, path = path, next(tokens, b"")
    return path, _Raw(_changed(*modes, letters[0]), previous if letters[0] == "R" else None)


def _changed(before: bytes, after: bytes, letter: str) -> str:
    was_submodule, is_submodule = before == _SUBMODULE, after == _SUBMODULE
    if was_submodule or is_submodule:
        if letter == "T":
            return "removed" if is_submodule else "added"
        return ""
    return _WORDS.get(letter, "modified")


def _merged(modes: list[bytes], letters: str) -> str:
    if modes[-1] == _SUBMODULE:
        return ""
    # A file that no parent has under this name is new, wherever its lines come from.
    words = {"added" if each in "AR" else _WORDS.get(each, "modified") for each in letters}
    return words.pop() if len(words) == 1 else "modified"


def _numbers(token: bytes, tokens: Iterator[bytes]) -> tuple[bytes, int, int]:
    added, removed, path = token.split(b"\t", 2)
    if not path:  # Of a rename both names follow.
        next(tokens, b"")
        path = next(tokens, b"")
    return path, *(int(number) if number.isdigit() else 0 for number in (added, removed))


def _with_changes(
    commit: Commit, raw: dict[bytes, _Raw], lines: dict[bytes, tuple[int, int]]
) -> Commit:
    commit.changes.extend(
        Change(
            path_of(path),
            change.status,
            *lines.get(path, (0, 0)),
            previous=None if change.previous is None else path_of(change.previous),
        )
        for path, change in raw.items()
        if change.status
    )
    return commit
