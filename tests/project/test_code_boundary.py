"""The boundary in the code: who writes, and who imports whom."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.project.writes import writes_in

ROOT = Path(__file__).resolve().parents[2]


def test_only_services_write() -> None:
    assert [str(write) for write in writes_in(ROOT / "schemas")] == []


@pytest.mark.parametrize(
    ("planted", "what"),
    [
        ("Paper.objects.filter(pk=1).update(title='x')", ".update()"),
        ("rows = Paper.objects.all(); rows.update(title='x')", ".update()"),
        ("paper.save()", ".save()"),
        ("paper.authors.create(name='x')", ".create()"),
        ("Paper.objects.bulk_create([])", ".bulk_create()"),
        ("cursor.execute('DELETE FROM papers WHERE id = 1')", "SQL DELETE FROM"),
    ],
)
def test_a_planted_write_is_named_by_file_and_line(tmp_path: Path, planted: str, what: str) -> None:
    command = tmp_path / "schemas" / "papers" / "management" / "collect.py"
    command.parent.mkdir(parents=True)
    command.write_text(f'"""Collect."""\n\n{planted}\n')

    found = [str(write) for write in writes_in(tmp_path / "schemas")]

    assert found == [
        f"schemas/papers/management/collect.py:3: {what} belongs into the app's services"
    ]


@pytest.mark.parametrize("module", ["services.py", "admin.py", "migrations/0003_data.py"])
def test_services_admin_and_migrations_may_write(tmp_path: Path, module: str) -> None:
    path = tmp_path / "schemas" / "papers" / module
    path.parent.mkdir(parents=True)
    path.write_text("paper.save()\n")

    assert writes_in(tmp_path / "schemas") == []


def test_dictionaries_and_hashes_may_be_updated(tmp_path: Path) -> None:
    module = tmp_path / "schemas" / "papers" / "selectors.py"
    module.parent.mkdir(parents=True)
    module.write_text("counts = {}\ncounts.update(a=1)\ndigest.update(b'')\n")

    assert writes_in(tmp_path / "schemas") == []


def test_the_import_contracts_hold() -> None:
    assert _lint_imports(ROOT).returncode == 0


@pytest.mark.parametrize(
    ("module", "planted", "broken"),
    [
        (
            "cppa_slack_tracker/selectors.py",
            "from cppa_user_tracker.models import SlackUser",
            "cppa_slack_tracker.selectors -> cppa_user_tracker.models",
        ),
        (
            "cppa_user_tracker/models.py",
            "from cppa_slack_tracker import services",
            "cppa_user_tracker.models -> cppa_slack_tracker.services",
        ),
        (
            "cppa_slack_tracker/selectors.py",
            "from cppa_user_tracker import selectors",
            "cppa_slack_tracker.selectors -> cppa_user_tracker.selectors",
        ),
    ],
)
def test_a_planted_import_across_apps_is_found(
    tmp_path: Path, module: str, planted: str, broken: str
) -> None:
    for name in ("routers", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / ".importlinter", tmp_path)
    with (tmp_path / "schemas" / module).open("a") as file:
        file.write(f"\n{planted}\n")

    found = _lint_imports(tmp_path)

    assert found.returncode == 1
    assert broken in found.stdout


def _lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    script = Path(sys.executable).with_name("lint-imports")
    path = os.pathsep.join(str(root / name) for name in ("routers", "schemas"))
    return subprocess.run(
        [script, "--no-cache"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
