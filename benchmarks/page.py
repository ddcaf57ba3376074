"""The page in docs/: what a section measured, between the marks that are its own."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import django
import psutil
import psycopg

from benchmarks.figures import Figure
from benchmarks.outcome import Curve, Group, Outcome
from benchmarks.screen import ratio, target, verdict

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


def write(page: Path, section: str, outcome: Outcome, url: str, *, plots: bool) -> None:
    """Put the outcome between the marks of the section, and its plots beside the page.

    Where the page has marks for this PostgreSQL alone, `<section>15` for 15, it goes there.

    Raises:
        ValueError: the page has no such marks.
    """
    text = page.read_text(encoding="utf-8")
    with psycopg.connect(url) as connection:
        version = connection.info.server_version // 10_000
        machine = _machine(connection, version)
    for name in (f"{section}{version}", section):
        begin, end = (f"<!-- {name}: {word} -->" for word in ("written by make bench", "end"))
        found = re.search(f"{re.escape(begin)}\n.*?{re.escape(end)}", text, re.DOTALL)
        if found is not None:
            break
    else:
        raise ValueError(f"{page} has no lines {begin} and {end} for what was measured.")
    parts = [machine, *map(_table, outcome.groups), *outcome.facts]
    for curve in outcome.curves:
        image = Path(page.stem) / f"{section}-{curve.name}.svg"
        if plots:
            from benchmarks.plots import draw

            (page.parent / image).parent.mkdir(exist_ok=True)
            draw(curve, page.parent / image)
        parts.append(_curve(curve, image))
    written = "\n\n".join([begin, *parts, end])
    page.write_text(text[: found.start()] + written + text[found.end() :], encoding="utf-8")


# Private
# -------


def _machine(connection: psycopg.Connection[Any], version: int) -> str:
    (fsync,) = connection.execute("SHOW fsync").fetchone() or ("",)
    return (
        f"Measured on {datetime.now(UTC):%-d %B %Y}: {os.cpu_count()} cores, PostgreSQL {version} "
        f"(fsync {fsync}{_filesystem(connection)}), Python {platform.python_version()}, "
        f"Django {django.__version__}, psycopg {psycopg.__version__}."
    )


def _filesystem(connection: psycopg.Connection[Any]) -> str:
    """Where a server of this machine keeps its files: databases are made at the pace of that."""
    (data,) = connection.execute("SHOW data_directory").fetchone() or ("",)
    if not Path(data).exists():
        return ""
    mounted = {each.mountpoint: each.fstype for each in psutil.disk_partitions(all=True)}
    place = max((each for each in mounted if Path(data).is_relative_to(each)), key=len)
    return f", files on {mounted[place]}"


def _table(group: Group) -> str:
    sides = group.sides
    headings = ["", "target", *(f"{side}: {what}" for side in sides for what in ("CPU", "time"))]
    rows = [
        [
            figure.work.name,
            target(figure),
            *(cell for side in sides for cell in _cells(figure, side)),
            verdict(figure),
        ]
        for figure in group.figures
    ]
    return f"### {group.title}\n\n" + "\n".join(_lines([*headings, ""], rows))


def _curve(curve: Curve, image: Path) -> str:
    sides = [
        side
        for side in curve.points[0][1].comparison.sides
        if side != curve.points[0][1].work.reference
    ]
    rows = [
        [f"{size:,}", *(ratio(figure.cpu(side) or figure.wall(side)) for side in sides)]
        for size, figure in curve.points
    ]
    table = "\n".join(_lines([curve.axis, *sides], rows))
    return f"### {curve.title}\n\n![{curve.title}]({image.as_posix()})\n\n{table}"


def _cells(figure: Figure, side: str) -> Iterator[str]:
    for spread in (figure.cpu(side), figure.wall(side)):
        if spread is not None and side == figure.judged:
            yield f"**{ratio(spread)}** ({spread.low:.2f} to {spread.high:.2f})"
        else:
            yield ratio(spread)


def _lines(headings: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(headings)} |"
    yield "|---" * len(headings) + "|"
    for row in rows:
        yield f"| {' | '.join(row)} |"
