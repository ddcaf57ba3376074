"""Sources: fetched from the package index, unpacked, and installed in an environment each."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.projects.projects import HERE, LOCAL, ROOT, Project

# The oldest Django that is supported is what most of them pin.
_ALL: Final = ("Django>=5.2,<5.3", "psycopg[binary]", "pytest", "pytest-django", "pytest-xdist")


def built_wheel() -> Path:
    """The wheel of this checkout."""
    folder = LOCAL / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    _run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        LOCAL / "wheel.log",
    )
    shutil.rmtree(ROOT / "build", ignore_errors=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def prepare(project: Project, wheel: Path) -> None:
    """Fetch and install what is not there yet, and this wheel anew."""
    project.home.mkdir(parents=True, exist_ok=True)
    if not project.source.exists():
        _fetch(project)
    if not project.python.exists():
        _run([sys.executable, "-m", "venv", project.home / "venv"], project.home / "install.log")
        _pip(project, "install", *_ALL, *project.packages, "--editable", project.source)
    _pip(project, "install", "--force-reinstall", "--no-deps", wheel)
    _pip(project, "install", f"{wheel}[commands,convert]", *_ALL)
    shutil.copy(HERE / "settings" / f"{project.name}.py", project.work / "project_settings.py")
    shutil.copy(HERE / "settings" / "side.py", project.work / "side.py")
    shutil.copy(HERE / "settings" / "manage.py", project.work / "manage.py")
    for name in ("split_state.py", "split_plugin.py"):
        shutil.copy(HERE / "settings" / name, project.work / name)
    shutil.copy(HERE / "data" / f"{project.name}.py", project.work / "project_data.py")
    # Times one migrate, on either side.
    shutil.copy(ROOT / "benchmarks" / "migrating.py", project.work / "migrating.py")
    if (HERE / project.tests[0]).is_dir():
        shutil.copytree(
            HERE / project.tests[0], project.work / project.tests[0], dirs_exist_ok=True
        )


# Private
# -------


def _fetch(project: Project) -> None:
    with tempfile.TemporaryDirectory(dir=project.home) as directory:
        requirement = Path(directory) / "requirement.txt"
        requirement.write_text(f"{project.requirement} --hash=sha256:{project.sha256}\n")
        name = project.requirement.partition("==")[0]
        _run(
            [
                *(sys.executable, "-m", "pip", "download", "-qq", "--disable-pip-version-check"),
                *("--no-deps", "--no-binary", name, "--require-hashes"),
                *("-r", requirement, "-d", directory),
            ],
            project.home / "fetch.log",
        )
        (archive,) = Path(directory).glob("*.tar.gz")
        with tarfile.open(archive) as tar:
            tar.extractall(directory, filter="data")
        (unpacked,) = (each for each in Path(directory).iterdir() if each.is_dir())
        unpacked.rename(project.source)


def _pip(project: Project, *arguments: object) -> None:
    pip = (project.python, "-m", "pip", "-qq", "--disable-pip-version-check", "--no-input")
    _run([*pip, *arguments], project.home / "install.log")


def _run(command: Iterable[object], log: Path) -> None:
    with log.open("a") as file:
        words = [str(word) for word in command]
        if subprocess.run(words, stdout=file, stderr=subprocess.STDOUT, check=False).returncode:
            raise SystemExit(f"{' '.join(words)}: failed, see {log}")
