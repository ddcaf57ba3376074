"""What the shop asks."""

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Upper

from hub.models import Person
from shop.models import Fan, Paper

mine = Paper.objects.filter(writer=OuterRef("pk"))
people = Person.objects.all()

ALLOWED = [
    lambda: Paper.objects.select_related("writer__team").filter(writer__name="Ann"),
    lambda: Paper.objects.exclude(writer__team__name="Red").order_by("writer_id"),
    lambda: Paper.objects.filter(readers__name="Bob").annotate(n=Count("fan")),
    lambda: Paper.objects.filter(Exists(Fan.objects.filter(paper=OuterRef("pk")))),
    lambda: Paper.objects.filter(writer__in=people.filter(team__name="Red")),
    lambda: people.filter(pk__in=Paper.objects.filter(title="One").values("writer")),
]
REFUSED = [
    lambda: Paper.objects.order_by("writer__name"),
    lambda: Paper.objects.values_list("title", "writer__team__name"),
    lambda: Paper.objects.annotate(name=F("writer__name")),
    lambda: Paper.objects.annotate(name=Upper("writer__name")),
    lambda: Paper.objects.filter(title=F("writer__name")),
    lambda: Paper.objects.filter(writer__name=F("title")),
    lambda: Paper.objects.filter(writer__name__in=["Ann", None]),
    lambda: Paper.objects.annotate(who=FilteredRelation("writer")).filter(who__name="Ann"),
    lambda: people.annotate(n=Count("paper")),
    lambda: Person.objects.filter(Q(read__title="One")),
    lambda: Person.objects.filter(**{"painted__paper__title": "One"}),
    lambda: Person.objects.filter(Exists(mine)),
    lambda: people.annotate(last=Subquery(mine.values("title")[:1])),
    lambda: people.select_related("team", "painted"),
]
