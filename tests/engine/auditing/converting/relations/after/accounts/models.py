from django.contrib.auth.models import AbstractUser


class Account(AbstractUser):
    """The user model of this project."""
