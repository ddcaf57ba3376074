"""A git repository on disk, read by running git; nothing is fetched from anywhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final, Self


class GitError(Exception):
    """What git cannot do, in one sentence."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose the repository is and what it is called, as far as its remote `origin` says."""

    owner: str
    name: str


@dataclass(frozen=True, slots=True)
class GitRepository:
    """A repository and the commit that HEAD pointed to when it was opened.

    `folder` is where git runs; `shared` is the folder that all worktrees of a repository share.
    """

    folder: Path
    shared: Path
    head: str
    is_shallow: bool

    @classmethod
    def open(cls, path: Path) -> Self:
        """The repository that `path` is or lies in, with or without a work tree.

        Raises:
            GitError: git is missing, there is no repository, or it has no commits.
        """
        if not path.is_dir():
            raise GitError(f"There is no folder {path}.")
        facts = ("--is-bare-repository", "--is-shallow-repository", "--absolute-git-dir")
        try:
            bare, shallow, git_dir = _run(path, "rev-parse", *facts).split("\n")
        except GitError as error:
            if "not a git repository" in str(error):
                raise GitError(f"{path} is no git repository.") from None
            if "dubious ownership" in str(error):
                allow = "git config --global --add safe.directory"
                raise GitError(
                    f"{path} belongs to another user; to read it: {allow} {path.resolve()}"
                ) from None
            raise
        if bare == "true":
            folder = Path(git_dir)
        else:
            folder = Path(_run(path, "rev-parse", "--show-toplevel"))
        shared = folder / _run(folder, "rev-parse", "--git-common-dir")
        try:
            head = _run(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        except GitError:
            raise GitError(f"{path} has no commits yet.") from None
        return cls(folder, shared.resolve(), head, shallow == "true")

    @property
    def origin(self) -> Origin:
        """From the URL of the remote `origin`, else the folder's name and no owner."""
        try:
            url = _run(self.folder, "config", "--get", "remote.origin.url")
        except GitError:
            url = ""
        found = origin_of(url)
        return found if found.name else Origin(found.owner, self.folder.name.removesuffix(".git"))

    def count(self) -> int:
        """How many commits HEAD has behind it, itself included."""
        return int(_run(self.folder, "rev-list", "--count", self.head))

    def hashes(self, *, limit: int | None = None) -> Iterator[str]:
        """Hashes of the first `limit` commits, parents before children."""
        arguments = ("--topo-order", "--reverse", self.head)
        with self.stream("rev-list", *arguments) as lines:
            for line in islice(lines, limit):
                yield line.decode("ascii").rstrip()

    @contextmanager
    def stream(self, *arguments: str, given: Iterable[str] = ()) -> Iterator[IO[bytes]]:
        """What git prints, while it prints it; `given` are lines for it to read.

        Files stand behind its input and its errors, so that no full pipe can block it.

        Raises:
            GitError: it failed; after all that it had printed was read.
        """
        with TemporaryFile() as lines, TemporaryFile() as complaints:
            lines.writelines(f"{line}\n".encode("ascii") for line in given)
            lines.seek(0)
            process = subprocess.Popen(  # noqa: S603 - no shell, and git's own name
                _command(self.folder, arguments),
                stdin=lines,
                stdout=subprocess.PIPE,
                stderr=complaints,
                env=_environ(),
            )
            with process:
                assert process.stdout is not None  # noqa: S101 - it is a pipe
                try:
                    yield process.stdout
                    read = not process.stdout.read(1)
                except BaseException:
                    process.kill()
                    raise
                if not read:
                    process.kill()
            if read and process.returncode:
                complaints.seek(0)
                raise GitError(_complaint(complaints.read()))


def origin_of(url: str) -> Origin:
    """Owner and name in a remote's URL; a path on disk has no owner.

    https://git-scm.com/docs/git-clone#_git_urls
    """
    # One letter before the colon is a drive of Windows.
    remote = re.fullmatch(r"(?!file:)[^:/]+://[^/]*(?P<path>.*)", url) or re.fullmatch(
        r"(?!.*://)[^/:]{2,}:(?P<path>.*)", url
    )
    path = remote["path"] if remote else url
    *folders, name = path.rstrip("/").removesuffix(".git").rstrip("/").split("/")
    owner = folders[-1] if folders and remote else ""
    return Origin(owner, "" if name in {".", "..", "~"} else name)


# Private
# -------

# Of a hook that runs this, they would lead to its repository.
_OF_ANOTHER: Final = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE"),
)


def _environ() -> dict[str, str]:
    environ = {key: value for key, value in os.environ.items() if key not in _OF_ANOTHER}
    # No transport is allowed: a partial clone would fetch what it lacks.
    return environ | {"LC_ALL": "C", "GIT_ALLOW_PROTOCOL": "none", "GIT_OPTIONAL_LOCKS": "0"}


def _command(folder: Path, arguments: Iterable[str]) -> list[str]:
    git = shutil.which("git")
    if git is None:
        raise GitError("git is not installed, or not on the PATH.")
    return [git, "--no-pager", "-C", str(folder), *arguments]


def _run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - no shell, and git's own name
        _command(folder, arguments),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=_environ(),
        check=False,
    )
    if done.returncode:
        raise GitError(_complaint(done.stderr))
    return os.fsdecode(done.stdout).removesuffix("\n")


def _complaint(stderr: bytes) -> str:
    lines = [line for line in stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    fatal = [line for line in lines if line.startswith(("fatal: ", "error: "))]
    said = (fatal or lines or ["it does not say why."])[0]
    return f"git failed: {said.partition(': ')[2] or said}"
