"""One page: how many people there are."""

from django.apps import apps
from django.http import HttpResponse
from django.urls import path

urlpatterns = [
    path("", lambda request: HttpResponse(apps.get_model("people.Person").objects.count()))
]
