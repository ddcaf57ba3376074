"""The notes of a release: the section of its tag in the changelog.

    python -m config.release v0.1.0

Exit code 1 where the tag is not the version of the metadata, or has no section.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def notes(tag: str, version: str, changelog: str) -> str:
    """The section, without its heading.

    Raises:
        ValueError: the tag is of another version, or nothing is said of it.
    """
    if tag != f"v{version}":
        raise ValueError(f"The tag is {tag}, and the version in pyproject.toml {version}.")
    for section in re.split(r"^## ", changelog, flags=re.MULTILINE)[1:]:
        heading, _, text = section.partition("\n")
        if re.match(rf"{re.escape(version)}(?:\s|$)", heading):
            return text.strip()
    raise ValueError(f"CHANGELOG.md has no section '## {version}'; rename 'Unreleased' to it.")


def main(tag: str) -> int:
    """Print them; the exit code."""
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    try:
        print(notes(tag, metadata["version"], changelog))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
