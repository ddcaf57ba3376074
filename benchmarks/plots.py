"""Plots: how a cost grows, and how its ratio to the reference does."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from benchmarks.measuring import Spread
from benchmarks.outcome import Curve

# The same ink on each side of a light or a dark page.
COLOURS: Final = ("#8c8c8c", "#d1495b", "#2e86ab", "#6a994e", "#edae49")
INK: Final = "#808080"


def draw(curve: Curve, path: Path) -> None:
    """Write the curve as SVG: on the left the cost, on the right the ratio in CPU."""
    with mpl.rc_context(
        {
            "svg.hashsalt": "appschemas",
            "svg.fonttype": "none",
            "font.size": 9,
            "axes.edgecolor": INK,
            "axes.labelcolor": INK,
            "text.color": INK,
            "xtick.color": INK,
            "ytick.color": INK,
            "axes.spines.top": False,
            "axes.spines.right": False,
        }
    ):
        figure = Figure(figsize=(8, 3.2), layout="constrained")
        figure.suptitle(curve.title)
        cost, ratio = figure.subplots(1, 2)
        _costs(curve, cost)
        _ratios(curve, ratio)
        for axes in (cost, ratio):
            _axis(curve, axes)
        handles, labels = cost.get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside lower center", ncols=5, frameon=False)
        figure.savefig(path, format="svg", transparent=True, metadata={"Date": None})


# Private
# -------


def _costs(curve: Curve, axes: Axes) -> None:
    first = curve.points[0][1]
    unit = first.comparison.seconds(first.work.reference)
    for side, colour in zip(first.comparison.sides, COLOURS, strict=False):
        costs = [each.comparison.seconds(side) / unit for _, each in curve.points]
        axes.plot(_sizes(curve), costs, marker=".", color=colour, label=side)
    if _is_wide(curve):
        axes.set_yscale("log")
        axes.minorticks_off()
    else:
        axes.set_ylim(bottom=0)
    axes.set_ylabel(f"cost; {first.work.reference}, first point = 1")
    axes.yaxis.set_major_formatter(_PLAIN)


def _ratios(curve: Curve, axes: Axes) -> None:
    first = curve.points[0][1]
    for side, colour in zip(first.comparison.sides, COLOURS, strict=False):
        spreads = [
            each.comparison.cpu(side) or each.comparison.wall(side) for _, each in curve.points
        ]
        axes.plot(_sizes(curve), _of(spreads, "middle"), marker=".", color=colour)
        low, high = _of(spreads, "low"), _of(spreads, "high")
        axes.fill_between(_sizes(curve), low, high, color=colour, alpha=0.2, linewidth=0)
    axes.set_ylim(bottom=0)
    axes.set_ylabel(f"ratio; {first.work.reference} = 1")


def _axis(curve: Curve, axes: Axes) -> None:
    axes.set_xlabel(curve.axis)
    axes.grid(visible=True, color=INK, alpha=0.2)
    if _is_wide(curve):
        axes.set_xscale("log")
    axes.set_xticks(_sizes(curve))
    axes.minorticks_off()
    axes.xaxis.set_major_formatter(_PLAIN)


_PLAIN: Final = FuncFormatter(lambda value, _: f"{value:,.10g}")


def _is_wide(curve: Curve) -> bool:
    sizes = _sizes(curve)
    return sizes[-1] > 50 * sizes[0]


def _sizes(curve: Curve) -> list[int]:
    return [size for size, _ in curve.points]


def _of(spreads: list[Spread], name: str) -> list[float]:
    return [getattr(each, name) for each in spreads]
