"""What the wheel ships."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from tests.tools.checkout import ROOT, output


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
