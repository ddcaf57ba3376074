"""What to do next, after `make up`: a login for the admin, and where everything is.

Run as `python -m config.next_steps`; the administrator keeps the password of the first run.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

import django

from config.paths import LOCAL, ROOT

NAME: Final = "admin"
PASSWORD: Final = LOCAL / "admin-password"
SITE: Final = "http://127.0.0.1:8000"


def main() -> None:
    """Make the administrator, if there is none, and print the rest."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    make_administrator(NAME, PASSWORD)
    shown = PASSWORD.relative_to(ROOT)
    how = f"cat {shown}" if PASSWORD.exists() else f"manage.py changepassword {NAME}"
    print(_TEXT.format(site=SITE, name=NAME, how=how))


def make_administrator(name: str, kept: Path) -> None:
    """Make the user, unless it is there, with a password that a file of its owner's keeps."""
    from django.contrib.auth import get_user_model

    users = get_user_model()._default_manager
    if users.filter(username=name).exists():
        return
    password = secrets.token_urlsafe(12)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.unlink(missing_ok=True)
    with open(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(f"{password}\n")
    users.create_superuser(username=name, password=password)


# Private
# -------

_TEXT: Final = """\
make demo           serves what is there, until Ctrl-C:
                      {site}/admin/      as {name}; the password: {how}
                      {site}/map/        schemas, keys, rights, on one page
                      {site}/dashboard/  what the collected history says
make test           all checks and tests
make down           stops the server

.venv/bin/python manage.py schema_map --open   the map as a file
.venv/bin/python manage.py schema_verify       is the database in step?
.venv/bin/python manage.py dbshell --database cppa_user_tracker
    psql as the role of a schema; each schema of the report is an alias"""


if __name__ == "__main__":
    main()
