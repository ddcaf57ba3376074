"""URLs: the admin of all apps, the map of the schemas and the dashboard, for staff."""

from django.apps import apps
from django.contrib import admin
from django.urls import path
from django.views.generic import RedirectView

from config import pages

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="admin:index")),
    path("admin/", admin.site.urls),
    path("favicon.ico", pages.no_icon),
    path("map/", pages.schema_map, name="map"),
]
if apps.is_installed("boost_library_usage_dashboard"):
    urlpatterns.append(path("dashboard/", pages.dashboard, name="dashboard"))
