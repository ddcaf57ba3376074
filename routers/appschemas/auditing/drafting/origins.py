"""Origins: whose an app is, the project's own, Django's, or a package that pip has installed."""

from __future__ import annotations

import site
import sysconfig
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from django.apps import AppConfig


class Origin(StrEnum):
    """Whose code an app is."""

    OWN = "own"
    DJANGO = "Django's"
    THIRD_PARTY = "third-party"


def origin_of(config: AppConfig) -> Origin:
    """Whose app this is: what lies in site-packages is nobody's here to edit.

    A package that is installed as editable lies in a tree of its own and counts as the project's.
    """
    if config.name.startswith(_DJANGO):
        return Origin.DJANGO
    return Origin.THIRD_PARTY if is_installed(Path(config.path)) else Origin.OWN


def is_installed(path: Path) -> bool:
    """Whether a file or folder is one that pip has installed, or Python's own."""
    resolved = path.resolve()
    return any(resolved.is_relative_to(folder) for folder in _package_folders())


# Private
# -------

_DJANGO: Final = "django."


@cache
def _package_folders() -> tuple[Path, ...]:
    # https://docs.python.org/3/library/sysconfig.html#installation-paths
    named = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    named |= {*site.getsitepackages(), site.getusersitepackages()}
    return tuple(Path(folder).resolve() for folder in named if folder)
