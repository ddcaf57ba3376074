"""Charts: a report's lists as pictures, drawn where the page is made."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from itertools import count
from typing import Final

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.container import BarContainer
from matplotlib.figure import Figure

from boost_library_usage_dashboard.selectors import Report, VersionUse, Week

BLUE, LIGHT, INK, LINE = "#1f5f8b", "#9cc3dd", "#1c2733", "#dde4ea"


def charts(report: Report) -> dict[str, str]:
    """The charts as SVG by their titles; of what there is nothing there is none."""
    rankings = {
        "Libraries by repositories that use them": [
            (row.name, row.repositories) for row in report.libraries
        ],
        "Headers by repositories that include them": [
            (row.filename, row.repositories) for row in report.headers
        ],
        "Contributors by commits to Boost libraries": [
            (row.name, row.commits) for row in report.contributors
        ],
    }
    found = {title: ranking(rows) for title, rows in rankings.items() if rows}
    if report.versions:
        found["Repositories by Boost version"] = versions(report.versions)
    if report.weeks:
        found["Commits a week, in all repositories"] = weeks(report.weeks)
    return found


def ranking(rows: Sequence[tuple[str, int]]) -> str:
    """A bar for each label, the first above; two rows may have one label."""
    figure, axes = _empty(1.2 + 0.3 * len(rows))
    places, counts = range(len(rows)), [number for _, number in rows]
    _number(axes, axes.barh(places, counts, color=BLUE, height=0.75), counts)
    axes.set_yticks(places, [_shortened(label) for label, _ in rows])
    axes.set_xticks(ticks(max(counts)))
    axes.invert_yaxis()
    return _svg(figure)


def versions(rows: Sequence[VersionUse]) -> str:
    """A column a version, parted by whether Boost is embedded."""
    figure, axes = _empty()
    # A version is a name: as a number, 1.80 would be drawn at 1.8.
    places, totals = range(len(rows)), [row.repositories for row in rows]
    others = [row.repositories - row.embedded for row in rows]
    axes.bar(places, others, color=BLUE, label="not embedded")
    above = [row.embedded for row in rows]
    top = axes.bar(places, above, bottom=others, color=LIGHT, label="embedded")
    _number(axes, top, totals)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.02), ncols=2, frameon=False)
    return _columns(figure, axes, [row.version for row in rows], totals)


def weeks(rows: Sequence[Week]) -> str:
    """A column a week."""
    figure, axes = _empty()
    counts = [row.commits for row in rows]
    _number(axes, axes.bar(range(len(rows)), counts, color=BLUE), counts)
    return _columns(figure, axes, [f"{row.begins:%d %b %Y}" for row in rows], counts)


def ticks(most: int) -> list[int]:
    """Whole numbers from 0 to the first that is not less than `most`; seven at most."""
    sizes = (number * 10**power for power in count() for number in (1, 2, 5))
    size = next(each for each in sizes if 5 * each >= most)
    return list(range(0, max(most, 1) + size, size))


# Private
# -------

_PLACES: Final = 6
_STYLE: Final = {
    "axes.edgecolor": LINE,
    "axes.labelcolor": INK,
    "font.size": 10,
    "svg.fonttype": "none",
    # The same page is the same file.
    "svg.hashsalt": "dashboard",
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}


def _empty(height: float = 4.2) -> tuple[Figure, Axes]:
    with rc_context(_STYLE):
        figure = Figure(figsize=(7, height), layout="constrained")
        axes = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(length=0)
    return figure, axes


def _columns(figure: Figure, axes: Axes, labels: Sequence[str], counts: Sequence[int]) -> str:
    turned = {"rotation": 40, "ha": "right"} if len(labels) > 6 else {}
    axes.set_xticks(range(len(labels)), [_shortened(label) for label in labels], **turned)
    # One column alone would be as wide as the picture.
    axes.set_xlim(-0.6, max(len(labels), _PLACES) - 0.4)
    axes.set_yticks(ticks(max(counts)))
    return _svg(figure)


def _number(axes: Axes, bars: BarContainer, counts: Sequence[int]) -> None:
    axes.bar_label(bars, [f"{number:,}" for number in counts], padding=3)


def _svg(figure: Figure) -> str:
    file = StringIO()
    with rc_context(_STYLE):
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None})
    # Without the prologue, which is for a file of its own.
    return "<svg" + file.getvalue().partition("<svg")[2]


def _shortened(label: str) -> str:
    # The end of a path tells more than its start.
    shown = label if len(label) <= 44 else f"…{label[-43:]}"
    # Between two of them matplotlib would set mathematics.
    return shown.replace("$", r"\$")
