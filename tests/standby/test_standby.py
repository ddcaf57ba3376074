"""`using("replica")` at a hot standby: that answers, and nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import InternalError, NotSupportedError, connections
from papers.models import Paper
from people.models import Person

from appschemas import AppSchemasError
from config.server import programs
from config.server.embedded import Server
from config.server.operating_system_user import ServerUser
from config.server.socket_directory import socket_directory
from config.server.throwaway import throwaway
from tests.tools.own_project import Project, own_project


@pytest.fixture(scope="module")
def primary(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Server, Project]]:
    with throwaway() as server, django_db_blocker.unblock():
        user = ServerUser.of(server.data)
        hba = server.data / "pg_hba.conf"
        hba.write_text(f"{hba.read_text()}local replication all peer map=me\n")
        login = {"host": str(socket_directory(server.data)), "user": "postgres"}
        with psycopg.connect(**login, dbname="postgres", autocommit=True) as administrator:
            administrator.execute("SELECT pg_reload_conf()")
        user.own(hba)
        folder = tmp_path_factory.mktemp("standby")
        with own_project(login, folder, "standby", own=False) as project:
            yield server, project


@pytest.fixture(scope="module")
def standby(primary: tuple[Server, Project]) -> Iterator[Server]:
    """A standby of it, which follows."""
    server, _ = primary
    copying = programs.folder(server.version) / "bin" / "pg_basebackup"
    if not copying.exists():
        pytest.skip(f"PostgreSQL {server.version} comes without pg_basebackup here.")
    data = server.data.with_name(f"{server.data.name}.standby")
    standby = Server(data, durable=False, version=server.version)
    standby.remove()
    user = ServerUser.of(server.data)
    data.mkdir(mode=0o700)
    user.own(data)
    copied = user.run(
        copying,
        *("-h", str(socket_directory(server.data)), "-U", "postgres", "-D", str(data)),
        *("--checkpoint=fast", "--write-recovery-conf", "--no-sync"),
        cwd="/",
        capture_output=True,
    )
    assert copied.returncode == 0, copied.stderr
    try:
        standby.start()
        yield standby
    finally:
        standby.remove()


@pytest.fixture
def replica(
    primary: tuple[Server, Project], standby: Server, django_db_blocker: Any
) -> Iterator[Path]:
    """The alias "replica" is the standby."""
    _, project = primary
    with django_db_blocker.unblock(), project.installed():
        place = socket_directory(standby.data)
        entry = connections.settings["default"]
        connections.settings["replica"] = {**entry, "HOST": str(place)}
        try:
            yield place
        finally:
            connections["replica"].close()
            del connections["replica"], connections.settings["replica"]
            project.empty()


def replayed() -> None:
    """Wait until the standby has what is committed."""
    with connections["people"].cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_insert_lsn()")
        (lsn,) = cursor.fetchone()
    with connections["replica"].cursor() as cursor:
        for _ in range(200):
            cursor.execute("SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn, pg_sleep(0.05)", [lsn])
            if cursor.fetchone()[0]:
                return
    pytest.fail("The standby does not follow.")


def test_a_standby_answers_for_every_schema_and_the_primary_is_not_asked(replica: Path) -> None:
    ada = Person.objects.create(name="Ada")
    Paper.objects.create(title="t", author=ada)
    replayed()
    for alias in ("people", "papers"):
        connections[alias].close()

    paper = Paper.objects.using("replica").get(author__name="Ada")

    assert (paper.author.name, paper.title) == ("Ada", "t")
    assert Paper.objects.using("replica").select_related("author").get().author == ada
    assert [connections[alias].connection for alias in ("people", "papers")] == [None, None]
    with connections["replica"].of_schema("papers").cursor() as cursor:
        cursor.execute("SELECT pg_is_in_recovery(), current_user")
        assert cursor.fetchone() == (True, connections["papers"].schema.rw)


def test_nothing_is_written_at_a_standby_by_whatever_way(replica: Path) -> None:
    with pytest.raises(AppSchemasError, match="nothing is written there"):
        Person.objects.using("replica").create(name="Ada")
    with connections["replica"].of_schema("people").cursor() as cursor:
        with pytest.raises(InternalError, match="read-only transaction"):
            cursor.execute("DELETE FROM people_person")
        with pytest.raises(NotSupportedError, match="during recovery"):
            cursor.execute("SET transaction_read_only = off; DELETE FROM people_person")

    assert not Person.objects.exists()
