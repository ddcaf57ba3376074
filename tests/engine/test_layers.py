"""The layers of the engine hold for every import: none is made past those who check them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from appschemas.conf import PACKAGE

# What is named by a string there is no module of the engine.
ALLOWED = {
    "backend/hooks/hook.py": "the libraries that the engine builds on",
    "contract/databases.py": "the backend that a project has on top of the engine",
    "integrity/stand_ins.py": "migrations of apps that are not installed",
}
BY_STRING = ("__import__", "import_module", "import_string", "resolve_name")


def imports_by_string(folder: Path) -> Iterator[str]:
    """Modules that name one of these functions, relative to `folder`."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            name = node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")
            if name in BY_STRING:
                yield path.relative_to(folder).as_posix()


def test_no_module_of_the_engine_is_imported_by_a_string() -> None:
    assert set(imports_by_string(PACKAGE)) == set(ALLOWED)


@pytest.mark.parametrize(
    "planted", ["import_module('a.b')", "importlib.import_module('a.b')", "__import__('a')"]
)
def test_a_planted_import_by_string_is_found(tmp_path: Path, planted: str) -> None:
    (tmp_path / "planted.py").write_text(f"import importlib\n{planted}\n")

    assert list(imports_by_string(tmp_path)) == ["planted.py"]
