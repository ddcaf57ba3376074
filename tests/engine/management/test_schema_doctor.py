"""schema_doctor: each thing that is wrong is one line, with what to type below it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connections
from django.test import override_settings
from psycopg.sql import SQL, Identifier

from appschemas.conf import get_contract
from appschemas.integrity.migration_files import migrations_on_disk
from tests.tools import forks
from tests.tools.own_project import Project

CONTRACT = Path(settings.APPSCHEMAS_CONTRACT).read_text(encoding="utf-8")


def told(*, well: bool = False) -> str:
    """What the doctor says; it fails exactly where something is wrong."""
    out = StringIO()
    if well:
        call_command("schema_doctor", stdout=out)
    else:
        with pytest.raises(CommandError, match="look again"):
            call_command("schema_doctor", stdout=out)
    return out.getvalue()


@contextmanager
def changed(entries: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every alias and each of its logins, with other words in it."""
    with monkeypatch.context() as patch:
        for alias in connections:
            entry = connections[alias].settings_dict
            for login in (entry, *(entry[job] for job in ("MIGRATOR", "ADMIN") if entry.get(job))):
                for key, value in entries.items():
                    patch.setitem(login, key, value)
        yield


def test_a_project_that_is_in_step_is_well(in_production: Project) -> None:
    text = told(well=True)

    assert [line.split()[0] for line in text.splitlines()[:-1]] == ["ok"] * (
        len(text.splitlines()) - 1
    )
    for login in ("app", "migrator"):
        assert f"{in_production.database}_{login} of " in text
    assert text.endswith("All is well.\n")


def test_a_typo_of_the_contract_is_a_line_until_it_is_corrected(
    in_production: Project, tmp_path: Path
) -> None:
    path = tmp_path / "schemas.toml"
    path.write_text(CONTRACT.replace("publishes", "publishs", 1), encoding="utf-8")
    get_contract.cache_clear()

    with override_settings(APPSCHEMAS_CONTRACT=path):
        text = told()

    assert f"!!  contract  {path}: unknown key 'schemas.people.publishs'; did you mean" in text
    assert "..  server    not asked" in text
    assert told(well=True)


def test_a_server_that_is_away_is_told_of_each_login(
    in_production: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with changed({"HOST": "127.0.0.1", "PORT": "1"}, monkeypatch):
        text = told()

    assert text.count("!!  login") == 3
    assert "start the server, or correct host and port in MIGRATOR_DATABASE_URL" in text
    assert "Traceback" not in text


def test_a_database_that_is_not_there_is_made_by_what_is_told(
    in_production: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"{in_production.database}_doctor"
    with changed({"NAME": name}, monkeypatch):
        before = told()
        with in_production.administrator() as connection:
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        try:
            after = told()
        finally:
            connections.close_all()
            with in_production.administrator() as connection:
                connection.execute(SQL("DROP DATABASE {}").format(Identifier(name)))

    assert f"createdb {name}, or correct the name in" in before
    assert "createdb" not in after
    assert "manage.py schema_apply --apply" in after


def test_a_database_made_anew_is_not_migrated_before_the_contract_is_applied(
    in_production: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"{in_production.database}_anew"
    with in_production.administrator() as connection:
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
    try:
        with changed({"NAME": name}, monkeypatch):
            connections.close_all()
            with pytest.raises(CommandError, match=r"has no schema .*people.*schema_apply --apply"):
                call_command("migrate", verbosity=0)
            with pytest.raises(CommandError, match="has no schema papers"):
                call_command("migrate", database="papers", verbosity=0)
    finally:
        connections.close_all()
        with in_production.administrator() as connection:
            connection.execute(SQL("DROP DATABASE {}").format(Identifier(name)))


def test_an_app_that_others_build_on_and_that_has_no_migrations_is_named(
    in_production: Project,
) -> None:
    migrations_on_disk.cache_clear()
    try:
        with override_settings(MIGRATION_MODULES={"people": None}):
            text = told()
    finally:
        migrations_on_disk.cache_clear()

    assert "!!  database  the migrations make no whole: " in text
    assert "manage.py makemigrations people\n" in text


def test_a_migration_that_cannot_be_imported_is_a_line_and_no_traceback(
    in_production: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "halfway").mkdir()
    (tmp_path / "halfway" / "m0001.py").write_text("code=people.0001.fill", encoding="utf-8")
    (tmp_path / "halfway" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    migrations_on_disk.cache_clear()
    try:
        with override_settings(MIGRATION_MODULES={"people": "halfway"}):
            text = told()
    finally:
        migrations_on_disk.cache_clear()

    assert "!!  migrations SyntaxError: invalid" in text
    assert "(m0001.py, line 1)" in text
    assert "..  server    not asked" in text


@pytest.mark.parametrize("cyclic", [True, False])
def test_migrations_that_depend_on_each_other_or_on_nothing_are_to_be_corrected(
    in_production: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cyclic: bool
) -> None:
    name = "ring" if cyclic else "gap"
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").touch()
    for each, other in (("m0001", "m0002" if cyclic else "m0000"), ("m0002", "m0001")):
        (tmp_path / name / f"{each}.py").write_text(
            "from django.db import migrations\nclass Migration(migrations.Migration):\n"
            f"    dependencies = [('people', {other!r})]\n",
            encoding="utf-8",
        )
    monkeypatch.syspath_prepend(tmp_path)
    migrations_on_disk.cache_clear()
    try:
        with override_settings(MIGRATION_MODULES={"people": name}):
            text = told()
    finally:
        migrations_on_disk.cache_clear()

    assert "the migrations make no whole: " in text
    assert "correct what these migrations depend on" in text


def test_what_is_out_of_step_is_counted_and_the_command_mends_it(in_production: Project) -> None:
    with in_production.administrator() as connection:
        role = Identifier(in_production.contract["papers"].rw)
        connection.execute(SQL("REVOKE USAGE ON SCHEMA papers FROM {}").format(role))
    before = told()

    call_command("schema_apply", apply=True, verbosity=0)

    assert "to change: 1 grant" in before
    assert told(well=True)


def test_settings_without_the_router_are_told_what_to_write(in_production: Project) -> None:
    with override_settings(DATABASE_ROUTERS=[]):
        text = told()

    assert "DATABASE_ROUTERS = ['appschemas.routers.SearchPathRouter']" in text
    with override_settings(DATABASE_ROUTERS=["appschemas.routers.SearchPathRouter"]):
        assert told(well=True)


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Run the doctor of a project whose settings are given, as somebody without a manage.py."""
    (tmp_path / "schemas.toml").write_text(CONTRACT, encoding="utf-8")
    (tmp_path / "manage.py").write_text(
        'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "my_settings")', encoding="utf-8"
    )

    def run(text: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "my_settings.py").write_text(text, encoding="utf-8")
        environ = {key: value for key, value in os.environ.items() if "DJANGO" not in key}
        path = os.pathsep.join(filter(None, sys.path))
        return forks.run(
            [sys.executable, "-m", "appschemas", "doctor"],
            cwd=tmp_path,
            environ={**environ, "PYTHONPATH": path},
        )

    return run


def test_settings_that_cannot_be_imported_are_a_line_and_no_traceback(
    project: Callable[[str], subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    contract = tmp_path / "schemas.toml"
    contract.write_text(CONTRACT.replace("publishes", "publishs", 1), encoding="utf-8")

    loading = project("from appschemas import Contract\nC = Contract.load('schemas.toml')\n")
    failing = project("INSTALLED_APPS = []\n1 / 0\n")

    assert "contract  schemas.toml: unknown key 'schemas.people.publishs'" in loading.stdout
    assert "my_settings: ZeroDivisionError: division by zero" in failing.stdout
    assert "my_settings.py, line 2" in failing.stdout
    assert [each.returncode for each in (loading, failing)] == [1, 1]
    assert "Traceback" not in loading.stderr + failing.stderr
