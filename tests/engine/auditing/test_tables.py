"""Tables: as wide as what is in them, and plain."""

from __future__ import annotations

import importlib.util
import sys
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from appschemas.auditing.tables import table

WIDE = "x" * 300


def test_numbers_are_flush_right_between_two_rules() -> None:
    drawn = table(
        ("a", "rows"), [("one", "1"), ("[b]two", "1,000")], ("2", "1,001"), numbers=["rows"]
    )

    assert drawn.splitlines() == [
        "a        rows",
        "--------------",
        "one         1",
        "[b]two  1,000",
        "--------------",
        "2       1,001",
    ]


@pytest.mark.parametrize(
    "variables", [{}, {"FORCE_COLOR": "1"}, {"COLUMNS": "20"}, {"NO_COLOR": "1"}]
)
def test_nothing_wraps_it_or_paints_it(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert table(("a", "b"), [(WIDE, "b")], ("", ""), numbers=[]).splitlines()[2] == f"{WIDE}  b"


@pytest.mark.django_db(databases="__all__")
def test_without_rich_a_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_rich(monkeypatch)

    with pytest.raises(CommandError) as error:
        call_command("schema_report")
    call_command("schema_report", "--json")

    assert str(error.value) == (
        "Tables need the package rich: pip install 'django-appschemas[commands]'."
    )
    assert '"schemas"' in capsys.readouterr().out


def test_without_rich_tests_of_each_schema_do_not_begin(inner: pytest.Pytester) -> None:
    inner.makepyfile(
        rich_less="""
        import importlib.util, importlib.machinery

        find = importlib.util.find_spec
        importlib.util.find_spec = lambda *name: None if name[0] == "rich" else find(*name)
        """
    )

    result = inner.run(sys.executable, "-m", "pytest", "-p", "rich_less", "--schemas-each")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*pip install 'django-appschemas?commands?'*"])


def without_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in an environment that has no such package."""
    find: Any = importlib.util.find_spec
    hidden = lambda name, *rest: None if name == "rich" else find(name, *rest)  # noqa: E731
    monkeypatch.setattr("appschemas.auditing.tables.find_spec", hidden)
