"""README.md of `sql/`: who runs what, when, with which rights, and how to take it back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import resources
from typing import Final

from appschemas.contract.contract import Contract
from appschemas.provisioning.psql.roles import verifiers

FILE: Final = "README.md"


def read_me(contract: Contract, files: Mapping[str, str]) -> str:
    """The page for these files, and for no folder that is not there."""
    variables = verifiers(contract)
    text = _filled(
        "read_me.md",
        migrator=contract.roles.migrator,
        logins=" and ".join(f"`{login}`" for login in variables),
        verifiers="\n".join(f"| `{name}` | `{login}` |" for login, name in variables.items()),
    )
    there = {name.partition("/")[0] for name in files}
    lines = text.splitlines(keepends=True)
    text = "".join(line for line in lines if there.issuperset(_FOLDER.findall(line)))
    for name in sorted(files):
        if name.startswith("40_checks/") and (found := _FUNCTION.search(files[name])):
            table, digest, part = found.group("table", "digest", "part")
            return text + _filled(
                "read_me_checks.md", example=found["name"], table=table, digest=digest, part=part
            )
    return text


def is_rendered(text: str) -> bool:
    """Whether a README.md is one of these, and not somebody's own."""
    return text.startswith(_filled("read_me.md").partition("\n")[0])


# Private
# -------

_FOLDER: Final = re.compile(r"\b(\d\d_\w+)/")
_FUNCTION: Final = re.compile(
    r"^\\set missing (?P<name>(?P<table>[a-z0-9_]+)_(?P<digest>[0-9a-f]{8})_(?P<part>missing))$",
    re.MULTILINE,
)


def _filled(name: str, **words: str) -> str:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    for key, word in words.items():
        text = text.replace("{" + key + "}", word)
    return text
