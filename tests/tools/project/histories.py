"""Histories: git repositories on disk, made by one `git fast-import` each.

https://git-scm.com/docs/git-fast-import
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

FILES = 40
AUTHORS = 30


@dataclass
class History:
    """A repository that commits are written to; `commit` gives the mark that parents are named by.

    Changes are lines of fast-import, made by `put`, `drop`, `move` and `submodule`.
    """

    path: Path
    lines: list[bytes] = field(default_factory=list)
    marks: int = 0

    def commit(
        self,
        *changes: bytes,
        parents: tuple[int, ...] = (),
        author: bytes = b"Ada <ada@example.com>",
        when: bytes = b"+0000",
        message: bytes = b"A commit\n",
    ) -> int:
        self.marks += 1
        first, *others = parents or (self.marks - 1,)
        self.lines += [
            b"commit refs/heads/main\nmark :%d\n" % self.marks,
            b"author %s %d %s\n" % (author, 1_700_000_000 + self.marks, when),
            b"committer Git <git@example.com> %d +0000\n" % (1_700_000_000 + self.marks),
            b"data %d\n%s\n" % (len(message), message),
            b"from :%d\n" % first if first else b"",
            *(b"merge :%d\n" % other for other in others),
            *changes,
        ]
        return self.marks

    def write(self) -> Path:
        """Import what was committed; the folder of the repository."""
        if not self.path.exists():
            git(self.path.parent, "init", "--quiet", "--initial-branch=main", self.path.name)
        git(
            self.path,
            *("fast-import", "--quiet", "--force", "--date-format=raw-permissive"),
            given=b"".join(self.lines),
        )
        return self.path


def put(path: bytes, content: bytes = b"one line\n", mode: bytes = b"100644") -> bytes:
    return b"M %s inline %s\ndata %d\n%s\n" % (mode, path, len(content), content)


def drop(path: bytes) -> bytes:
    return b"D %s\n" % path


def move(old: bytes, new: bytes) -> bytes:
    return b"R %s %s\n" % (old, new)


def submodule(path: bytes, number: int) -> bytes:
    return b"M 160000 %040d %s\n" % (number, path)


def straight(path: Path, count: int) -> Path:
    """`count` commits in a row that write `FILES` files, rename them and delete them."""
    history = History(path)
    names: dict[int, bytes] = {}
    for number in range(count):
        place = number % FILES
        author = b"Author %d <%d@example.com>" % (number % AUTHORS, number % AUTHORS)
        history.commit(*_changes(names, place, number), author=author)
    return history.write()


def varied(path: Path) -> Path:
    """Commits with all that is odd in histories; see the comments."""
    lines = b"".join(b"line %d\n" % number for number in range(20))
    history = History(path)
    history.commit(
        put(b"main.cpp", b"#include <boost/json.hpp>\n" + lines),
        put(b"old.cpp", lines),
        put(b"bin.dat", bytes(range(256))),
        put(b"caf\xe9.txt"),
        put(b"caf\xe8.txt"),
    )
    base = history.commit(submodule(b"libs/json", 1), put(b"libs/zlib"), author=b"Bo <>")
    # A side branch, whose change the merge only takes over.
    side = history.commit(put(b"side.hpp", lines), author=b"J\xf6rg <j@example.com>")
    history.commit(
        put(b"main.cpp", b"#include <boost/json.hpp>\n// ours\n" + lines),
        parents=(base,),
        author=b" <nameless@example.com>",
        when=b"-1130",
    )
    history.commit(put(b"side.hpp", lines), parents=(history.marks, side), message=b"A merge\n")
    history.commit(move(b"old.cpp", b"new name.cpp"), when=b"+1400")
    history.commit(drop(b"bin.dat"), submodule(b"libs/json", 2), submodule(b"libs/zlib", 3))
    history.commit(message=b"")
    history.commit(put(b"old.cpp", b"again\n"), message=b"huge " * 200_000)
    return history.write()


def git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints."""
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


# Private
# -------


def _changes(names: dict[int, bytes], place: int, number: int) -> list[bytes]:
    old = names.get(place)
    if old and number % 17 == 0:
        return [drop(names.pop(place))]
    new = b"src/%d.cpp" % number if old and number % 10 == 0 else old or b"src/%d.cpp" % place
    names[place] = new
    content = b"".join(b"%d %d\n" % (place, line) for line in range(30)) + b"%d\n" % number
    return [*([move(old, new)] if old and old != new else []), put(new, content)]
