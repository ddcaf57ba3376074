"""Pages beside the admin: what commands write into files, made when they are asked for."""

from __future__ import annotations

from importlib import import_module

from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from appschemas.conf import get_contract
from appschemas.management.map.gathering import gather
from appschemas.management.map.page import map_page
from appschemas.management.map.reading import read


def no_icon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for one; that there is none is no error."""
    return HttpResponse(status=204)


@staff_member_required
def schema_map(request: HttpRequest) -> HttpResponse:
    """The map, as `manage.py schema_map` draws it."""
    contract = get_contract()
    return HttpResponse(map_page(gather(contract, read(contract, orphans=False))))


@staff_member_required
def dashboard(request: HttpRequest) -> HttpResponse:
    """The dashboard, as `manage.py usage_dashboard` writes it."""
    # Its app may not be installed: this file must not import it.
    page = import_module("boost_library_usage_dashboard.page")
    selectors = import_module("boost_library_usage_dashboard.selectors")
    return HttpResponse(page.page(selectors.report(), made_at=timezone.now()))
