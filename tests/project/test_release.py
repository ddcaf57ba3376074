"""The notes of a release come from the changelog, and only for a tag of its version."""

from __future__ import annotations

import pytest

from config.release import notes

CHANGELOG = (
    "# Changelog\n\n## Unreleased\n\n- later\n\n## 1.2.0 (2026)\n\n- this\n\n## 1.1.0\n\n- that\n"
)


def test_the_notes_are_the_section_of_the_version() -> None:
    assert notes("v1.2.0", "1.2.0", CHANGELOG) == "- this"
    assert notes("v1.1.0", "1.1.0", CHANGELOG) == "- that"


@pytest.mark.parametrize(
    ("tag", "version", "said"),
    [
        ("v1.2.0", "1.3.0", r"The tag is v1\.2\.0, and the version in pyproject\.toml 1\.3\.0"),
        ("v1.3.0", "1.3.0", "has no section '## 1.3.0'"),
        ("v1.2", "1.2", "has no section '## 1.2'"),
    ],
)
def test_another_tag_and_a_version_without_a_section_are_refused(
    tag: str, version: str, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        notes(tag, version, CHANGELOG)
