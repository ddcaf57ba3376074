"""The page: one HTML file that needs no network."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from plotly.graph_objects import Figure
from plotly.offline import get_plotlyjs

from boost_library_usage_dashboard.charts import figures
from boost_library_usage_dashboard.selectors import Report, Totals


def page(report: Report, *, made_at: datetime) -> str:
    """The whole page; without data it says so, and carries no script."""
    context: dict[str, Any] = {"is_empty": report.is_empty, "made_at": made_at}
    if not report.is_empty:
        context |= {
            "tiles": _tiles(report.totals),
            "charts": {title: _chart(figure) for title, figure in figures(report).items()},
            "libraries": [
                (row.name, f"{row.repositories:,}", f"{row.files:,}") for row in report.libraries
            ],
            "plotly": mark_safe(get_plotlyjs()),  # noqa: S308
        }
    return render_to_string("boost_library_usage_dashboard/page.html", context)


# Private
# -------


def _tiles(totals: Totals) -> list[tuple[str, str]]:
    return [
        (f"{totals.repositories_using:,}", f"of {totals.repositories:,} repositories use Boost"),
        (f"{totals.libraries_used:,}", f"of {totals.libraries:,} libraries are used"),
        (f"{totals.includes:,}", "includes of Boost headers"),
        (f"{totals.commits:,}", "commits to Boost libraries"),
    ]


def _chart(figure: Figure) -> SafeString:
    # plotly writes <, > and / in its data as escapes, so that no label can end the script.
    return mark_safe(  # noqa: S308
        figure.to_html(
            full_html=False,
            include_plotlyjs=False,
            config={"displayModeBar": False, "responsive": True},
        )
    )
