"""Charts: a report's lists as plotly figures."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go

from boost_library_usage_dashboard.selectors import (
    Contributor,
    HeaderUse,
    LibraryUse,
    Report,
    VersionUse,
)

BLUE, LIGHT = "#1f5f8b", "#9cc3dd"


def figures(report: Report) -> dict[str, go.Figure]:
    """The four charts by their titles."""
    return {
        "Libraries by repositories that use them": libraries(report.libraries),
        "Repositories by Boost version": versions(report.versions),
        "Headers by repositories that include them": headers(report.headers),
        "Contributors by commits to Boost libraries": contributors(report.contributors),
    }


def libraries(rows: Sequence[LibraryUse]) -> go.Figure:
    """A bar a library."""
    return _ranking([row.name for row in rows], [row.repositories for row in rows])


def versions(rows: Sequence[VersionUse]) -> go.Figure:
    """A column a version, parted by whether Boost is embedded."""
    labels = [escape(row.version) for row in rows]
    embedded = [row.embedded for row in rows]
    others = [row.repositories - row.embedded for row in rows]
    figure = go.Figure(
        [
            go.Bar(name="not embedded", x=labels, y=others, marker_color=BLUE),
            go.Bar(name="embedded", x=labels, y=embedded, marker_color=LIGHT),
        ]
    )
    figure.update_layout(barmode="stack", legend={"orientation": "h", "y": 1.12, "x": 0}, **_LAYOUT)
    # A version is a name: as a number, 1.80 would be drawn at 1.8.
    figure.update_xaxes(type="category")
    figure.update_yaxes(rangemode="tozero", tickformat=",d", gridcolor="#e6ebf0")
    return figure


def headers(rows: Sequence[HeaderUse]) -> go.Figure:
    """A bar a header."""
    return _ranking([row.filename for row in rows], [row.repositories for row in rows])


def contributors(rows: Sequence[Contributor]) -> go.Figure:
    """A bar an account."""
    return _ranking([row.name for row in rows], [row.commits for row in rows])


# Private
# -------

_LAYOUT = {
    "template": "plotly_white",
    "height": 460,
    "margin": {"l": 10, "r": 40, "t": 10, "b": 10},
    "font": {"family": "system-ui, sans-serif", "size": 12},
}


def _ranking(labels: Sequence[str], counts: Sequence[int]) -> go.Figure:
    # By place and not by label: two people may have one name.
    places = list(range(len(labels)))
    figure = go.Figure(
        go.Bar(
            x=list(counts),
            y=places,
            orientation="h",
            marker_color=BLUE,
            texttemplate="%{x:,}",
            textposition="outside",
            cliponaxis=False,
            hovertext=[escape(label) for label in labels],
            hovertemplate="%{hovertext}: %{x}<extra></extra>",
        )
    )
    figure.update_layout(bargap=0.25, **_LAYOUT)
    figure.update_xaxes(rangemode="tozero", tickformat=",d", gridcolor="#e6ebf0")
    figure.update_yaxes(
        autorange="reversed",
        tickvals=places,
        ticktext=[_shortened(label) for label in labels],
        automargin=True,
        ticks="outside",
        tickcolor="rgba(0, 0, 0, 0)",
        showgrid=False,
    )
    return figure


def _shortened(label: str) -> str:
    # The end of a path tells more than its start.
    return escape(label if len(label) <= 44 else f"…{label[-43:]}")
