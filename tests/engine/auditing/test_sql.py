"""Reading SQL: which relations, and no value in what is kept of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appschemas.auditing.sql import read

FRAMES = [
    "SELECT a FROM t WHERE b = {}",
    "SELECT a FROM t WHERE b IN ({0}, {0}) -- {1}",
    "INSERT INTO t (a, b) VALUES ({0}, 1), ({0}, 2)",
    "UPDATE t SET a = {0} /* {1} */",
    "DO {}",
    "SELECT a FROM WHERE {}",
    "SELECT {} FROM t WHERE (",
    "CREATE TABLE t (a text DEFAULT {})",
    "COMMENT ON TABLE t IS {}",
]


@given(st.sampled_from(FRAMES), st.text(alphabet="qz '-;%", min_size=3))
def test_no_value_is_kept(frame: str, secret: str) -> None:
    """Neither of a literal nor of a comment, whether the statement can be parsed or not."""
    marked = f"q9{secret}z"
    literal = "'" + marked.replace("'", "''") + "'"
    comment = secret.replace("*/", "")

    statements = read(frame.format(literal, comment), parametrised=False)

    assert not any("q9" in statement.shape for statement in statements)


@given(st.text(max_size=40))
def test_anything_is_read_or_counted(text: str) -> None:
    """Text that is no SQL is a statement that could not be parsed, and never an error."""
    for statement in read(text, parametrised=False):
        assert statement.parsed or not statement.refs


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ('SELECT 1 FROM "Mixed"', {"Mixed"}),
        ("SELECT 1 FROM Mixed", {"mixed"}),
        ("WITH a AS (SELECT 1), b AS (SELECT * FROM a) SELECT * FROM b", set()),
        ("WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM b", {"b"}),
        ("WITH a AS (SELECT 1) SELECT * FROM s.a", {"a"}),
        ("SELECT * FROM (WITH a AS (SELECT 1) SELECT * FROM a) x JOIN a ON true", {"a"}),
        ("SELECT 1; SELECT 2 FROM a; DELETE FROM b", {"a", "b"}),
    ],
)
def test_names_are_postgresqls(sql: str, names: set[str]) -> None:
    """Unquoted names fold to lower case; a CTE hides a table where PostgreSQL says so."""
    refs = [ref for statement in read(sql, parametrised=False) for ref in statement.refs]

    assert {ref.name for ref in refs} == names


def test_a_percent_sign_is_a_placeholder_only_with_parameters() -> None:
    """Without parameters psycopg sends %s as it stands, and the remainder operator is one."""
    (modulo,) = read("SELECT a % s FROM t", parametrised=False)
    (bound,) = read("SELECT a %% b FROM t WHERE c LIKE 'x%%' AND d = %(d)s", parametrised=True)

    assert modulo.parsed
    assert bound.parsed
