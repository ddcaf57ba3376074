"""The tables on the screen."""

from __future__ import annotations

from rich.table import Table

from benchmarks.figures import Figure
from benchmarks.measuring import Spread
from benchmarks.outcome import Group


def table(group: Group) -> Table:
    """A row for each figure: CPU and time of each side, quartiles and verdict of the judged one."""
    shown = Table(title=group.title, title_justify="left")
    shown.add_column("")
    shown.add_column("target", justify="right")
    for side in group.sides:
        shown.add_column(f"{side}\nCPU  time", justify="right")
    shown.add_column("quartiles\nCPU, time", justify="right")
    shown.add_column("")
    for figure in group.figures:
        shown.add_row(
            figure.work.name,
            target(figure),
            *(
                f"[bold]{pair(figure, side)}[/]" if side == figure.judged else pair(figure, side)
                for side in group.sides
            ),
            quartiles(figure),
            verdict(figure),
        )
    return shown


def line(figure: Figure) -> str:
    """The figure at a glance, while the others are measured."""
    sides = [side for side in figure.comparison.sides if side != figure.work.reference]
    return f"{figure.work.name}: " + ", ".join(f"{side} {pair(figure, side)}" for side in sides)


def pair(figure: Figure, side: str) -> str:
    """The ratios of a side."""
    return f"{ratio(figure.cpu(side))}  {ratio(figure.wall(side))}"


def ratio(spread: Spread | None) -> str:
    """Its middle."""
    return f"{spread.middle:.2f}" if spread else "-"


def quartiles(figure: Figure) -> str:
    """Of the judged side, CPU and time."""
    spreads = (figure.cpu(figure.judged), figure.wall(figure.judged)) if figure.judged else ()
    return ", ".join(f"{each.low:.2f} to {each.high:.2f}" for each in spreads if each)


def target(figure: Figure) -> str:
    """What is to be reached."""
    if figure.work.target is None:
        return ""
    return f"{'≥' if figure.work.rate else '≤'} {figure.work.target:g}"


def verdict(figure: Figure) -> str:
    """In a word or two."""
    return {True: "met", False: "not met", None: ""}[figure.met]
