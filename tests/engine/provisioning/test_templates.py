"""Templates: built once, cloned by all, and nothing half-made is ever used."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

import appschemas
from config.server import Server
from tests.tools.servers import administrator, comment, databases, url

Script = Callable[[str], pytest.RunResult]
PREFIX = "appschemas template "


def marks(project: str) -> set[str]:
    """The templates of a project."""
    return {
        name
        for name in databases("appschemas_")
        if f'"project": "{project}"' in (comment(name) or "")
    }


def project_of(inner: pytest.Pytester, script: Script, worker_id: str) -> str:
    """The project's mark, from a database that was just made."""
    script(f"templates.provide(database, 'test_inner_{worker_id}')")
    text = comment(f"test_inner_{worker_id}") or ""
    return str(json.loads(text.removeprefix(PREFIX))["project"])


def test_eight_workers_at_once_on_a_cold_start_build_one_template(
    inner: pytest.Pytester, script: Script, worker_id: str
) -> None:
    models = inner.path / "notes" / "models.py"
    models.write_text(f"{models.read_text()}# {inner.path}\n")

    inner.runpytest_subprocess("-n", "8", "checks/notes").assert_outcomes(passed=2)

    assert len(marks(project_of(inner, script, worker_id))) == 1


def test_a_template_of_other_models_is_replaced_and_dropped(
    inner: pytest.Pytester, script: Script, worker_id: str
) -> None:
    project = project_of(inner, script, worker_id)
    before = marks(project)
    models = inner.path / "notes" / "models.py"
    models.write_text(f"{models.read_text()}# {inner.path}\n")

    script(f"templates.provide(database, 'test_inner_{worker_id}')")

    assert len(marks(project)) == len(before) == 1
    assert marks(project) != before


def test_a_template_of_another_engine_version_is_not_used_and_goes(
    inner: pytest.Pytester, script: Script, worker_id: str
) -> None:
    project = project_of(inner, script, worker_id)
    old = "appschemas_" + worker_id.encode().hex().ljust(16, "0")[:16]
    fingerprint = old.removeprefix("appschemas_")
    mark = PREFIX + json.dumps({"fingerprint": fingerprint, "project": project})
    with administrator() as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(old)))
        remark = sql.SQL("COMMENT ON DATABASE {} IS {}")
        server.execute(remark.format(sql.Identifier(old), sql.Literal(mark)))

    script(f"templates.provide(database, 'test_inner_{worker_id}', rebuild=True)")

    assert old not in marks(project)
    assert len(marks(project)) == 1


def test_what_needs_more_locks_than_a_server_has_is_made_step_by_step(
    inner: pytest.Pytester, script: Script, worker_id: str
) -> None:
    name = f"test_inner_{worker_id}"
    # Step by step, it is said of a check that its keys were not looked up, until they were.
    made = (
        "SELECT count(*), count(DISTINCT d.xmin::text) FROM pg_proc p"
        " JOIN pg_description d ON d.objoid = p.oid AND d.classoid = 'pg_proc'::regclass"
        " WHERE p.pronamespace = 'appschemas_keys'::regnamespace"
    )
    script(f"templates.provide(database, {name!r}, rebuild=True)")
    with psycopg.connect(url(name)) as connection:
        at_once = connection.execute(made).fetchone()

    few = "__import__('appschemas.provisioning.build').provisioning.build.LOCKS_OF_A_KEY = 10**9"
    script(f"{few}; templates.provide(database, {name!r}, rebuild=True)")

    with psycopg.connect(url(name)) as connection:
        stepwise = connection.execute(made).fetchone()
    assert at_once is not None
    assert stepwise is not None
    assert at_once[0] == stepwise[0] > 0
    assert at_once[1] == 1 < stepwise[1]


def oids(names: set[str]) -> list[int]:
    """What tells a database from one of the same name that was there before."""
    with administrator() as server:
        query = "SELECT oid FROM pg_catalog.pg_database WHERE datname = ANY (%s) ORDER BY 1"
        return [oid for (oid,) in server.execute(query, [list(names)])]


def test_a_template_is_built_again_only_when_it_is_asked_for(
    inner: pytest.Pytester, script: Script, worker_id: str
) -> None:
    project = project_of(inner, script, worker_id)
    built = []
    for options in ([], ["--create-db"], ["-n", "2"], ["--schemas-rebuild"]):
        inner.runpytest_subprocess("checks/notes", *options).assert_outcomes(passed=2)
        built.append(oids(marks(project)))

    assert built[0] == built[1] == built[2] != built[3]
    assert len(built[3]) == 1


FINGERPRINT = """
    from appschemas.provisioning.fingerprints import fingerprint
    print(fingerprint(get_contract(), {version}))
"""


def test_the_fingerprint_is_over_the_version_of_the_server(script: Script) -> None:
    one, other = (script(FINGERPRINT.format(version=each)) for each in (180006, 170006))

    assert one.outlines != other.outlines


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("schemas.toml", 'prefix = "inner_"', 'prefix = "inner_x_"'),
        ("papers/models.py", "max_length=40", "max_length=41"),
        ("papers/migrations/0001_initial.py", "max_length=40", "max_length=41"),
        ("appschemas/integrity/stand_ins.py", '"""Stand-ins: ', '"""Those that stand in: '),
        ("settings.py", "USE_TZ = True", "USE_TZ = True\nTIME_ZONE = 'Europe/Paris'"),
    ],
    ids=["contract", "models", "migrations", "engine", "settings"],
)
def test_the_fingerprint_is_over(
    inner: pytest.Pytester, script: Script, file: str, old: str, new: str
) -> None:
    # In the current folder, it is found before the one that is installed.
    shutil.copytree(Path(appschemas.__file__).parent, inner.path / "appschemas")
    before = script(FINGERPRINT.format(version=180006)).outlines
    path = inner.path / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))

    after = script(FINGERPRINT.format(version=180006)).outlines

    assert len(before) == len(after) == 1
    assert after != before


def test_what_a_killed_build_leaves_is_cleared_away(
    inner: pytest.Pytester, script: Script, worker_id: str
) -> None:
    models = inner.path / "notes" / "models.py"
    models.write_text(f"{models.read_text()}# {inner.path}\n")
    killed = script(
        """
        from django.db import connections

        def kill(what):
            if what.startswith("migration papers"):
                print("left", connections["default"].settings_dict["NAME"], flush=True)
                os.kill(os.getpid(), signal.SIGKILL)

        templates.provide(database, "test_killed", progress=kill)
        """
    )
    left = next(line for line in killed.outlines if line.startswith("left")).split()[1]
    assert left in databases("appschemas_building_")

    inner.runpytest_subprocess("checks/notes").assert_outcomes(passed=2)

    assert left not in databases("appschemas_building_")


def test_a_server_that_may_not_create_databases_is_one_message(
    inner: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, worker_id: str
) -> None:
    login = f"inner_poor_{worker_id}"
    with administrator() as server:
        drop = sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(login))
        create = sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'poor'").format(sql.Identifier(login))
        server.execute(drop)
        server.execute(create)
    try:
        here = url(f"inner_{worker_id}")
        place = here.rpartition("@")[2]
        monkeypatch.setenv("DATABASE_URL", f"postgresql://{login}:poor@{place}")

        result = inner.runpytest_subprocess("checks/notes")
    finally:
        with administrator() as server:
            server.execute(drop)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stdout.fnmatch_lines(
        [f"*'{login}' may not do this: permission denied to create database*CREATEDB*"]
    )


@pytest.fixture
def stopped(tmp_path: Path) -> Iterator[Server]:
    """A server of the test's own, which it may stop."""
    server = Server(tmp_path / "pg", durable=False)
    yield server
    server.remove()


def test_a_server_that_is_stopped_in_between_leaves_nothing_half_made(
    inner: pytest.Pytester, stopped: Server, monkeypatch: pytest.MonkeyPatch, script: Script
) -> None:
    stopped.start()
    monkeypatch.setenv("DATABASE_URL", stopped.url("inner"))
    stop = f"""
        from pathlib import Path
        from config.server import Server

        def stop(what):
            if what.startswith("migration papers"):
                Server(Path({str(stopped.data)!r}), durable=False).stop()

        templates.provide(database, "test_inner", progress=stop)
        """
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))

    result = script(stop)
    result.stderr.fnmatch_lines(["*ProvisioningError: The server went away: *"])
    stopped.start()
    again = inner.runpytest_subprocess("checks/notes")

    again.assert_outcomes(passed=2)
    with psycopg.connect(stopped.url(), autocommit=True) as server:
        found = "SELECT datname FROM pg_database WHERE datname LIKE 'appschemas_building_%'"
        assert server.execute(found).fetchall() == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that is soon full."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("Only who may mount has a small disk.")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_disk_that_is_full_when_the_template_is_cloned_is_one_message(
    inner: pytest.Pytester, stopped: Server, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped.start()
    monkeypatch.setenv("DATABASE_URL", stopped.url("inner"))
    shutil.chown(small_disk, stopped.data.owner(), stopped.data.group())
    with psycopg.connect(stopped.url(), autocommit=True) as server:
        place = sql.SQL("CREATE TABLESPACE small LOCATION {}").format(str(small_disk))
        server.execute(place)
        server.execute("ALTER DATABASE template1 SET TABLESPACE small")
        inner.runpytest_subprocess("checks/notes").assert_outcomes(passed=2)
        free = shutil.disk_usage(small_disk).free
        (small_disk / "others").write_bytes(bytes(free - 500_000))

        result = inner.runpytest_subprocess("checks/notes")

        assert result.ret == pytest.ExitCode.USAGE_ERROR
        result.stdout.fnmatch_lines(["*The server's disk is full: *No space left on device*"])
        found = "SELECT count(*) FROM pg_database WHERE datname ~ '^test_inner'"
        assert server.execute(found).fetchone() == (0,)


def test_a_clone_has_the_privileges_and_settings_that_template_leaves_behind(
    script: Script, worker_id: str
) -> None:
    name = f"test_inner_{worker_id}"
    script(
        f"""
        templates.provide(database, "{name}")
        with databases.maintenance("default") as server:
            server.execute("ALTER ROLE inner_notes_rw IN DATABASE {name}"
                           " SET search_path = notes, pg_temp")
            clone.copy(server, "{name}", "{name}_1")
        """
    )

    query = """
        SELECT d.datacl::text, s.setconfig
          FROM pg_catalog.pg_database d
          LEFT JOIN pg_catalog.pg_db_role_setting s ON s.setdatabase = d.oid
         WHERE d.datname = %s
    """
    with administrator() as server:
        first, second = (server.execute(query, [each]).fetchall() for each in (name, f"{name}_1"))
    assert second == first
    assert first[0][1] == ["search_path=notes, pg_temp"]
    assert "inner_app=c/" in first[0][0]
