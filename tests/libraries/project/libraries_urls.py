"""URLs of the project: the admin, and an interface of papers and persons."""

from desk.api import PaperViewSet
from django.contrib import admin
from django.urls import include, path
from hub.api import PersonViewSet
from rest_framework.routers import DefaultRouter

router = DefaultRouter()
router.register("papers", PaperViewSet)
router.register("persons", PersonViewSet)

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/", include("allauth.urls")),
    path("api/", include(router.urls)),
]
