"""Tables: as wide as what is in them, and plain."""

from __future__ import annotations

import importlib.util
import re
import sys
from io import StringIO
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


ROWS = [("boost_library_usage_dashboard", "1,000", "boost_library_usage_dashboard_rw", "a, b, c")]
HEADINGS = ("schema", "rows", "role", "reads")


def drawn(width: int | None, **options: Any) -> list[str]:
    return table(
        HEADINGS, ROWS, ("1", "", "", ""), numbers=["rows"], width=width, spare=["role"], **options
    ).splitlines()


def test_a_terminal_that_is_wide_enough_gets_every_column() -> None:
    assert drawn(100) == drawn(None)


def test_what_can_be_spared_is_left_out_before_anything_is_wrapped() -> None:
    assert drawn(50)[2] == "boost_library_usage_dashboard  1,000  a, b, c"


def test_a_narrow_terminal_wraps_words_and_no_number() -> None:
    lines = drawn(30)

    assert max(map(len, lines)) <= 30
    assert sum("1,000" in line for line in lines) == 1
    assert "".join(line.split()[0] for line in lines[2:-2]) == "boost_library_usage_dashboard"


def test_headings_and_totals_stand_out_in_colour_only() -> None:
    assert "\x1b[1m" in drawn(80, colour=True)[0]
    assert "\x1b" not in "".join(drawn(80))


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}])
def test_a_report_fits_80_columns_and_heeds_no_color(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = Terminal()
    for name, value in {"COLUMNS": "80", **variables}.items():
        monkeypatch.setenv(name, value)

    call_command("schema_report", stdout=out)

    text = re.sub(r"\x1b\[\d*m", "", out.getvalue())
    assert max(map(len, text.splitlines())) <= 80
    assert ("\x1b" in out.getvalue()) is not bool(variables)
    assert "reviews" in text


class Terminal(StringIO):
    """What a command takes for a terminal."""

    def isatty(self) -> bool:
        return True


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
