"""Papers, for those who ask by HTTP."""

from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import ModelViewSet

from desk.models import Paper


class PaperSerializer(ModelSerializer):
    class Meta:
        model = Paper
        fields = ["id", "title", "author", "editor"]


class PaperViewSet(ModelViewSet):
    queryset = Paper.objects.order_by("pk")
    serializer_class = PaperSerializer
