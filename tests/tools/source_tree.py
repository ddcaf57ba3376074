"""A project of small source files, in a folder and a database of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.tools.history_project import Project

SCHEMAS = {"people": ["people"], "papers": ["papers"], "stats": ["stats"]}


def planted(
    project: Project,
    tree: Path,
    schemas: dict[str, list[str]] = SCHEMAS,
    settings: str = "",
    also: list[str] | None = None,
) -> Project:
    """The project with the apps of a folder, its contract, its first migrations and its tables.

    Args:
        project: An empty one.
        tree: The folder of its apps.
        schemas: Of the contract, with their apps.
        settings: With INSTALLED_APPS, in place of the lines that install those apps.
        also: Apps of the folder that the contract finds a schema for by itself.
    """
    apps = [*(app for apps in schemas.values() for app in apps), *(also or [])]
    project.write({}, settings=settings or f"INSTALLED_APPS += {apps!r}\n")
    shutil.copytree(tree, project.folder, dirs_exist_ok=True)
    project.contract(schemas)
    project.manage("makemigrations", *apps, "then", "schema_apply", "--apply", "then", "migrate")
    return project


def texts(folder: Path, tree: Path) -> dict[str, str]:
    """The text of each Python file of `tree`, as it is in `folder`."""
    names = sorted(str(path.relative_to(tree)) for path in tree.rglob("*.py"))
    return {name: (folder / name).read_text() for name in names}
