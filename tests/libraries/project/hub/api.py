"""Persons, for those who ask by HTTP."""

from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import ModelViewSet

from hub.models import Person


class PersonSerializer(ModelSerializer):
    class Meta:
        model = Person
        fields = ["id", "name"]


class PersonViewSet(ModelViewSet):
    queryset = Person.objects.order_by("pk")
    serializer_class = PersonSerializer
