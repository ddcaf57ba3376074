"""Project files: the texts in which the project's own code may name a field."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Final

from django.apps import apps

from appschemas.auditing.drafting.origins import Origin, is_installed, origin_of


class ProjectFiles:
    """The Python files and templates of the project: below the folder of the command, and its apps.

    What pip has installed, hidden folders and virtual environments are left out.
    """

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """All of them, sorted."""
        own = (
            Path(config.path)
            for config in apps.get_app_configs()
            if origin_of(config) is Origin.OWN
        )
        found = {path for root in (Path.cwd(), *own) for path in _below(root.resolve())}
        return tuple(sorted(found))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every name that stands in one of them, and every part of one (`a__b` has `a` and `b`)."""
        found: set[str] = set()
        for path in self.paths:
            text = path.read_text(encoding="utf-8", errors="replace")
            found.update(
                word for each in set(_WORD.findall(text)) for word in (each, *each.split("__"))
            )
        return frozenset(found)

    @cached_property
    def python(self) -> tuple[Path, ...]:
        """The Python files, migrations left out: those are history."""
        return tuple(
            path for path in self.paths if path.suffix == ".py" and "migrations" not in path.parts
        )


# Private
# -------

_SUFFIXES: Final = frozenset({".py", ".html", ".txt", ".jinja", ".jinja2", ".j2", ".xml"})
_WORD: Final = re.compile(r"\w+")
_LEFT_OUT: Final = frozenset({"node_modules", "__pycache__", "site-packages"})


def _below(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        folders[:] = [
            each
            for each in folders
            if not each.startswith(".")
            and each not in _LEFT_OUT
            and not (here / each / "pyvenv.cfg").exists()
        ]
        for name in files:
            path = here / name
            if path.suffix in _SUFFIXES and not is_installed(path):
                yield path
