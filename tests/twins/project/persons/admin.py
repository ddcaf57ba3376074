"""The admin of persons."""

from django.contrib import admin

from persons.models import Person, Team


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    search_fields = ["name"]


admin.site.register(Team)
