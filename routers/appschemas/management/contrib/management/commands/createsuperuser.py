"""createsuperuser: in the schema of the user model."""

from __future__ import annotations

from django.contrib.auth.management.commands import createsuperuser

from appschemas.management.whole_project import InOneSchema


class Command(InOneSchema, createsuperuser.Command):
    """Django's createsuperuser."""

    @property
    def app_label(self) -> str:
        label: str = self.UserModel._meta.app_label
        return label
