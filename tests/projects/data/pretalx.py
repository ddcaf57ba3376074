"""Rows of a conference: pretalx's own command makes one for tests."""

from django.core.management import call_command
from pretalx.person.models import User

User.objects.create_user(
    email="boss@example.com", password="secret", name="Boss", is_administrator=True, is_staff=True
)
for number in range(3):
    call_command("create_test_event", slug=f"con{number}", seed=str(number), verbosity=0)
