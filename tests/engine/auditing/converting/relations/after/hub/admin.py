from django.contrib import admin

from hub.models import Person

admin.site.register(Person)
