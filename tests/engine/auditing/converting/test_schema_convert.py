"""schema_convert, where it cannot do its work."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command


def test_without_libcst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in sys.modules if each.startswith("appschemas.auditing.converting")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "libcst", None)

    with pytest.raises(CommandError) as caught:
        call_command("schema_convert")

    assert str(caught.value) == (
        "Converting reads Python with libcst: pip install 'django-appschemas[convert]'."
    )


def test_without_a_contract_it_says_how_to_write_one(settings: Any, tmp_path: Path) -> None:
    settings.APPSCHEMAS_CONTRACT = tmp_path / "schemas.toml"

    with pytest.raises(CommandError, match="schema_contract --write"):
        call_command("schema_convert")

    assert not (tmp_path / "schemas.toml").exists()
