"""Includes of Boost in the C++ files of one commit's tree.

A line `#include <boost/...>` counts wherever it stands, between `#if` and `#endif` or in a
comment of several lines, too. Quoted names do not: they mean a repository's own files first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Final

from boost_collector_runner.git_log import path_of, text
from boost_collector_runner.git_repository import GitError, GitRepository

SUFFIXES: Final = (
    *(".hpp", ".h", ".hh", ".hxx", ".ipp", ".inl"),
    *(".cpp", ".cc", ".cxx", ".c++"),
)


@dataclass(frozen=True, slots=True)
class TreeFile:
    """A file of a tree; `blob` is the hash of what is in it."""

    path: str
    blob: str

    @property
    def is_cpp(self) -> bool:
        """Whether its name is that of a C++ file, in letters of any case."""
        return self.path.lower().endswith(SUFFIXES)


def tree_files(repository: GitRepository) -> Iterator[TreeFile]:
    """The files at HEAD; symbolic links are, submodules are not.

    Raises:
        GitError: git cannot read the tree.
    """
    with repository.stream("ls-tree", "-r", "-z", "--full-tree", repository.head) as output:
        rest = b""
        while chunk := output.read(_CHUNK):
            *lines, rest = (rest + chunk).split(b"\0")
            for line in lines:
                facts, _, path = line.partition(b"\t")
                _, kind, blob = facts.split(b" ")
                if kind == b"blob":
                    yield TreeFile(path_of(path), blob.decode("ascii"))


def includes(
    repository: GitRepository, files: Iterable[TreeFile]
) -> Iterator[tuple[TreeFile, frozenset[str]]]:
    """Which headers of Boost each file includes, as `boost/json.hpp`; a chunk is in memory.

    Raises:
        GitError: git cannot read one of the files.
    """
    files = list(files)
    blobs = (file.blob for file in files)
    with repository.stream("cat-file", "--batch", "--buffer", given=blobs) as output:
        for file in files:
            answer = output.readline().split()
            if len(answer) != 3:
                raise GitError(f"git has no {file.path} in this clone; it is a partial one.")
            yield file, included(_chunks(output, int(answer[2])))
            output.read(1)  # The line feed after a file.


def included(chunks: Iterable[bytes]) -> frozenset[str]:
    """The headers of Boost that a file includes which comes in these chunks."""
    found: set[bytes] = set()
    rest = b""
    for chunk in chunks:
        lines, feed, rest = (rest + chunk).rpartition(b"\n")
        found.update(_INCLUDE.findall(lines + feed))
        # Of a line without an end its beginning decides.
        rest = rest[:_LONGEST_LINE]
    found.update(_INCLUDE.findall(rest))
    return frozenset(text(name) for name in found)


# Private
# -------

_CHUNK: Final = 1 << 16
_LONGEST_LINE: Final = 4_096
_INCLUDE: Final = re.compile(
    rb"^(?:\xef\xbb\xbf)?[ \t]*#[ \t]*include[ \t]*<(boost/[^>\s]{1,506})>", re.MULTILINE
)


def _chunks(output: IO[bytes], size: int) -> Iterator[bytes]:
    while size > 0:
        chunk = output.read(min(size, _CHUNK))
        if not chunk:
            return
        yield chunk
        size -= len(chunk)
