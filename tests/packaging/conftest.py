"""The wheel, built once, in a virtual environment that holds nothing else of this repository."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.checkout import ROOT, output


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel."""
    folder = tmp_path_factory.mktemp("dist")
    source = tmp_path_factory.mktemp("source") / "checkout"
    # From what is committed or would be: a build leaves no trace in the checkout.
    files = output("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in files.splitlines():
        if (ROOT / name).is_file() and name.startswith(("routers/", "pyproject", "README", "LIC")):
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    output(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder), source)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A virtual environment with the wheel, what it needs, and psycopg's binary; its bin folder."""
    folder = tmp_path_factory.mktemp("environment")
    # By the pip that is there; nothing is compiled that no test imports.
    output(sys.executable, "-m", "venv", "--without-pip", folder)
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(installed_versions()))
    pip = [sys.executable, "-m", "pip", "--python", folder / "bin" / "python", "install"]
    quietly = ["--quiet", "--no-input", "--no-compile", "--constraint", constraints]
    output(*pip, *quietly, wheel, "psycopg[binary]")
    return folder / "bin"


def installed_versions() -> list[str]:
    """What this environment has, as constraints: the wheel is tried with what is locked."""
    frozen = output(sys.executable, "-m", "pip", "freeze", "--exclude-editable")
    return [line for line in frozen.splitlines() if re.match(r"^[\w.-]+==", line)]
