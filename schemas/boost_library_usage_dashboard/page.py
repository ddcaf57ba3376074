"""The page: one HTML file that needs no network."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from boost_library_usage_dashboard.charts import charts
from boost_library_usage_dashboard.selectors import Report, Totals


def page(report: Report, *, made_at: datetime) -> str:
    """The whole page; without data it says so."""
    context: dict[str, Any] = {"is_empty": report.is_empty, "made_at": made_at}
    if not report.is_empty:
        context |= {
            "tiles": _tiles(report.totals),
            # matplotlib writes XML, and escapes what it is given.
            "charts": {
                title: mark_safe(chart)  # noqa: S308
                for title, chart in charts(report).items()
            },
            "libraries": [
                (row.name, f"{row.repositories:,}", f"{row.files:,}") for row in report.libraries
            ],
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
