"""psql killed at one statement after the other: nothing is half done, and the next run ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.tools.three_logins import Service, service
from tests.tools.whole_catalog import whole_catalog

# A signal that psql cannot see coming; the server finds its client gone.
KILL = "\\! kill -9 $PPID"
KILLED = -9
QUOTES = re.compile(r"\$[a-z_]*\$")


@pytest.fixture
def managed(
    server: dict[str, Any], tmp_path: Path, django_db_blocker: Any, worker_id: str
) -> Iterator[Service]:
    """A service with nothing made in it yet, and its sql/."""
    with (
        django_db_blocker.unblock(),
        service(server, tmp_path, f"killed_{worker_id}", owner="group") as made,
    ):
        made.render()
        yield made


def test_what_was_killed_at_any_statement_is_completed_by_the_next_run(managed: Service) -> None:
    before = catalog(managed)

    killed = [killed_throughout(managed, file) for file in listed(managed, "all.sql")]
    managed.let_in()
    found = managed.verified(managed.migrator)

    assert sum(killed) > 80
    assert found[-2:] == ["5 schemas: all in step.", "exit 0"], "\n".join(found)
    undone = [
        killed_throughout(managed, f"undo/{file}", f"owner={managed.group}")
        for file in listed(managed, "undo/all.sql")
    ]
    assert sum(undone) > 20
    assert roles(catalog(managed)) == roles(before)


# Private
# -------


def killed_throughout(managed: Service, file: str, *variables: str) -> int:
    """Kill the file at each of its statements, then run it; how often it was killed."""
    whole = (managed.sql / file).read_text()
    before, killed = catalog(managed), 0
    ends = list(boundaries(whole.splitlines()))
    # Long files are of few kinds of statements: one in a few is killed; each, in `make test-long`.
    for end in ends[:: 1 + len(ends) // (settings().max_examples // 6)]:
        lines = whole.splitlines()
        cut = (managed.sql / file).with_name("killed.sql")
        cut.write_text("\n".join([*lines[:end], KILL, *lines[end:]]))
        done = managed.attempt(str(cut.relative_to(managed.sql)), *variables)
        # What a file skips is not killed, and then the file has run to its end.
        assert done.returncode in (0, KILLED), done.stderr
        if done.returncode == KILLED:
            killed += 1
        else:
            before = catalog(managed)
    assert catalog(managed) == before
    managed.psql(file, *variables)
    return killed


def boundaries(lines: list[str]) -> Iterator[int]:
    """After which lines a statement has ended, within the transaction of a file."""
    quoted, begun = False, False
    for number, line in enumerate(lines, 1):
        quoted ^= len(QUOTES.findall(line)) % 2 == 1
        if line == "COMMIT;":
            return
        begun = begun or line == "BEGIN;"
        if begun and not quoted and line.rstrip().endswith((";", "\\gset", "\\gexec")):
            yield number


def listed(managed: Service, index: str) -> list[str]:
    return re.findall(r"^\\ir (.+)$", (managed.sql / index).read_text(), re.MULTILINE)


def catalog(managed: Service) -> list[str]:
    with managed.administrator() as connection:
        return whole_catalog(connection, managed.database)


def roles(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith(("role ", "member ", "setting "))]
