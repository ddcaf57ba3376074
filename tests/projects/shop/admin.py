"""The user model in the admin, where oscar's pages complete users by name."""

from django.contrib import admin

from shop.models import User


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    """Users are found by their address."""

    search_fields = ["email"]
