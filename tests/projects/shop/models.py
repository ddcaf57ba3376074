"""Oscar's own kind of user, as the model of this project."""

from oscar.apps.customer.abstract_models import AbstractUser


class User(AbstractUser):
    """Logs in by e-mail."""
