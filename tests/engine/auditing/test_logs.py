"""What samplers have logged is read back: places, counts, and whether a wall may stand."""

from __future__ import annotations

import io
import json
import logging
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from appschemas.auditing import logs
from appschemas.auditing.crossings import Crossing
from appschemas.auditing.logs import LOGGER, Logged, crossing_said, is_said, looked_said
from appschemas.auditing.management.commands.schema_audit import Command
from appschemas.backend.session.call_sites import NOWHERE, CallSite

SITE = CallSite("shop/views.py", 34, "overview.<locals>.<lambda>")
STATEMENT = 'SELECT "a"."id" FROM papers_paper AS a, people_person WHERE a.title = %s'
SAID = "looked at 1024 statements of papers"
# What people put around a message.
FORMATS = (
    "%(message)s",
    logging.BASIC_FORMAT,
    "[%(asctime)s] %(levelname)s %(name)s[%(process)d]: %(message)s",
    'level=%(levelname)s msg="%(message)s"',
)


def joined(site: CallSite = SITE, kind: str = "join") -> Crossing:
    """A place that reads two schemas, or one whose schema is not known."""
    schemas = ("papers", "people") if kind == "join" else ()
    return Crossing(kind, site, schemas, (), STATEMENT, set())


def lines(times: int, share: float = 0.01, crossing: Crossing | None = None) -> list[str]:
    """What one process says that met a place so often, and looked at ten times as many."""
    crossing = crossing or joined()
    said = [crossing_said(crossing, n, share) for n in range(1, times + 1) if is_said(n)]
    for schema in ("papers", "engine_platform"):
        said += [looked_said(schema, n, share) for n in range(1, 10 * times + 1) if is_said(n)]
    return said


def audited(*arguments: Any) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command(Command(), *map(str, arguments), stdout=out, stderr=out)
    return out.getvalue()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of three processes, whose lines are mixed up."""
    path = tmp_path / "app.log"
    mixed = sorted(lines(5) + lines(8) + lines(1) + ["GET /papers/ 200"])
    path.write_text("\n".join(mixed) + "\n")
    return path


def test_the_counts_of_all_processes_are_added_whatever_the_order_of_lines(log: Path) -> None:
    logged = Logged.read([log])

    (place,) = logged.report.crossings
    assert (place.site, place.kind, place.schemas) == (SITE, "join", ("papers", "people"))
    assert place.tables == ("papers_paper", "people_person")
    assert place.count == 4 + 8 + 1
    assert logged.looked == {"papers": 32 + 64 + 8, "engine_platform": 32 + 64 + 8}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("site", [SITE, NOWHERE])
def test_a_line_is_found_whatever_a_formatter_puts_around_it(
    form: str, site: CallSite, tmp_path: Path
) -> None:
    formatter = logging.Formatter(form)
    record = logging.getLogger(LOGGER).makeRecord
    said = [
        formatter.format(record(LOGGER, logging.WARNING, "", 0, text, (), None))
        for text in lines(2, crossing=joined(site))
    ]
    path = tmp_path / "app.log"
    path.write_text("\n".join(said))

    (place,) = Logged.read([path]).report.crossings

    assert (place.site, place.count) == (site, 2)


def test_lines_of_json_are_read_and_json_in_json_of_a_container(tmp_path: Path) -> None:
    path = tmp_path / "app.log"
    inner = [json.dumps({"level": "warning", "message": text}) for text in lines(2)]
    path.write_text("\n".join(json.dumps({"log": each + "\n", "stream": "err"}) for each in inner))

    (place,) = Logged.read([path]).report.crossings

    assert (place.count, place.statement) == (2, STATEMENT)


@pytest.mark.parametrize(
    "between",
    [
        '{"a":' * 100_000,
        "looked at " + "1" * 5_000 + " statements of people",
        "x.py:" + "1" * 5_000 + " f: join of people, met 1 times: SELECT 1",
        "x.py:1 f: join of people, met " + "1" * 5_000 + " times: SELECT 1",
        # For a quarter of it a look at each letter took minutes.
        "a" * 200_000,
        "\0\ud800\x1b]0;title\x07" * 100,
    ],
)
def test_what_nobody_has_said_is_passed_over(between: str, tmp_path: Path) -> None:
    path = tmp_path / "app.log"
    said = ["\n".join(lines(1)), between, "\n".join(lines(1))]
    path.write_text("\n".join(said), errors="surrogatepass")

    logged = Logged.read([path])

    assert [each.count for each in logged.found.values()] == [2]
    assert logged.looked == {"papers": 16, "engine_platform": 16}


def test_a_file_that_is_one_line_is_read_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "app.log"
    path.write_text("x " * (1 << 20) + "".join(lines(1)[:1]))

    assert [each.count for each in Logged.read([path]).found.values()] == [1]
    assert max(map(len, logs._lines(path))) == 1 << 20


def test_a_statement_with_the_words_of_what_was_looked_at_is_a_place(tmp_path: Path) -> None:
    path = tmp_path / "app.log"
    crossing = Crossing("join", SITE, ("papers", "people"), (), f'{STATEMENT} AS "{SAID}"', set())
    path.write_text(crossing_said(crossing, 4, 0.01))

    logged = Logged.read([path])

    assert [each.count for each in logged.refused("papers")] == [2]
    assert not logged.looked


def test_what_is_no_text_on_standard_input_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    said = b"\xff\xfe\n" + "\n".join(lines(1)).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(said), encoding="utf-8"))

    assert "met 1 times or more" in audited("--log", "-")


def test_a_place_speaks_against_the_walls_of_its_schemas_and_not_against_others(log: Path) -> None:
    said = audited("--log", log)

    with pytest.raises(CommandError, match=r"papers may not stand yet: refused 13 times or more"):
        audited("--log", log, "--wall", "papers")
    assert "so fewer than 1 in 34 is (95%)" in audited("--log", log, "--wall", "engine_platform")
    assert (
        f"overview.<locals>.<lambda>: join of papers, people, met 13 times or more\n  {STATEMENT}"
        in said
    )
    with pytest.raises(CommandError, match=r"reviews may not .* nothing of it was looked at"):
        audited("--log", log, "--wall", "reviews")


def test_without_lines_of_what_was_looked_at_no_wall_may_stand(tmp_path: Path) -> None:
    path = tmp_path / "app.log"
    path.write_text(crossing_said(joined(kind="unknown"), 1, 0.01))

    assert f"let the logger {LOGGER} write the level INFO" in audited("--log", path)
    with pytest.raises(CommandError, match="nothing of it was looked at"):
        audited("--log", path, "--wall", "papers")
    # What the message says.
    path.write_text("\n".join([path.read_text(), *lines(1, 1, joined(kind="unknown"))]))
    assert "papers           nothing refused of 8 statements\n" in audited(
        "--log", path, "--wall", "papers"
    )


def test_a_log_without_a_sampler_is_refused_and_so_is_one_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("GET /papers/ 200\n"))

    with pytest.raises(CommandError, match="standard input has no line of the logger"):
        audited("--log", "-")
    with pytest.raises(CommandError, match=r"none\.log cannot be read \(No such file"):
        audited("--log", tmp_path / "none.log")
    with pytest.raises(CommandError, match="No schema 'paper' in the contract; there are: "):
        audited("--log", "-", "--wall", "paper")
    with pytest.raises(CommandError, match="--wall is about what was logged: add --log FILE"):
        audited("--wall", "papers", "check")


def test_the_same_as_json_from_standard_input(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(log.read_text()))

    found = json.loads(audited("--log", "-", "--json"))

    assert [(each["file"], each["count"]) for each in found["crossings"]] == [(SITE.file, 13)]
    assert found["schemas"]["engine_platform"] == {"looked": 104, "may_stand": True}
    assert found["schemas"]["people"] == {"looked": 0, "may_stand": False}
