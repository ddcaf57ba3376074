"""changepassword: in the schema of the user model."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.management.commands import changepassword

from appschemas.management.whole_project import InOneSchema


class Command(InOneSchema, changepassword.Command):
    """Django's changepassword."""

    @property
    def app_label(self) -> str:
        label: str = get_user_model()._meta.app_label
        return label
