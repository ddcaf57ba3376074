"""After `make up`: a login for the admin; the map and the dashboard, for staff alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from config.next_steps import make_administrator

pytestmark = pytest.mark.django_db(databases="__all__")


def test_the_administrator_is_made_once_and_only_its_file_has_the_password(tmp_path: Path) -> None:
    kept = tmp_path / "local" / "password"

    make_administrator("ada", kept)
    first = kept.read_text()
    make_administrator("ada", kept)

    assert kept.read_text() == first
    assert kept.stat().st_mode & 0o777 == 0o600
    assert Client().login(username="ada", password=first.strip())


@pytest.mark.parametrize(
    ("page", "said"), [("/map/", "github_activity_tracker"), ("/dashboard/", "There is no data")]
)
def test_a_page_is_for_staff_alone(page: str, said: str, tmp_path: Path) -> None:
    make_administrator("ada", tmp_path / "password")
    client = Client()
    sent_away = client.get(page)

    client.login(username="ada", password=(tmp_path / "password").read_text().strip())

    assert sent_away.headers["Location"] == f"/admin/login/?next={page}"
    assert said in client.get(page).text
