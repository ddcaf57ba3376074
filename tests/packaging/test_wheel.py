"""What the wheel ships."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from tests.tools.checkout import ROOT, output

CONTRACT = """
version = 1
[schemas.platform]
alias = "default"
apps = ["auth", "contenttypes"]
[schemas.papers]
apps = ["papers"]
reads = ["platform"]
"""


def test_the_wheel_holds_appschemas_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"appschemas"}


def test_every_file_of_the_engine_is_in_the_wheel(wheel: Path) -> None:
    tracked = output("git", "ls-files", "routers/appschemas", cwd=ROOT).splitlines()

    with ZipFile(wheel) as archive:
        shipped = set(archive.namelist())

    assert {name.removeprefix("routers/") for name in tracked} <= shipped


def test_an_empty_environment_gets_appschemas_only(environment: Path) -> None:
    listing = output(
        environment / "python",
        "-c",
        "import appschemas, importlib.util as u;"
        "print([n for n in ('routers', 'schemas', 'config', 'tests', 'cppa_user_tracker')"
        " if u.find_spec(n)], appschemas.IdentityKey.__module__)",
        cwd=environment,
    )

    assert listing.split() == ["[]", "appschemas.fields.identity_key"]


def test_a_dba_renders_sql_from_the_wheel_and_a_contract_alone(
    environment: Path, tmp_path: Path
) -> None:
    (tmp_path / "schemas.toml").write_text(CONTRACT)
    command = (environment / "python", "-m", "appschemas", "sql")

    first = output(*command, cwd=tmp_path)
    again = output(*command, "--check", cwd=tmp_path)

    assert first.endswith("sql: 15 files, wrote 15.\n")
    assert again == "sql: 15 files, all current.\n"
    grants = (tmp_path / "sql" / "25_grants" / "platform.sql").read_text()
    assert 'GRANT USAGE ON SCHEMA "platform" TO "papers_ro", "papers_rw"' in grants
