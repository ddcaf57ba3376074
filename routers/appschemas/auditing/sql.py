"""Statements: the relations that SQL reads, writes and locks, and its shape without any value."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from appschemas.auditing.sqlglot_hooks import HOOKS
from appschemas.backend.hooks.hook import stop_without

stop_without(HOOKS)

DIALECT: Final = "postgres"


class Use(Enum):
    """What a statement does with a relation; LOCK is FOR UPDATE, which takes the right to write."""

    READ = "read"
    WRITE = "write"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Ref:
    """A relation as a statement names it; `nested` in a subquery, a CTE or a set operation."""

    schema: str
    name: str
    use: Use
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; `defines` is DDL, which runtime roles may not run, `parsed` False no SQL."""

    shape: str
    refs: tuple[Ref, ...] = ()
    defines: bool = False
    parsed: bool = True


@lru_cache(maxsize=4096)
def read(sql: str, *, parametrised: bool) -> tuple[Statement, ...]:
    """The statements of one string; with `parametrised`, %s and %(name)s are placeholders."""
    text = _PLACEHOLDER.sub(_filled, sql) if parametrised else sql
    if _CONTROL.match(text):
        return ()
    if prefix := _PREFIX.match(text):
        return read(text[prefix.end() :], parametrised=False)
    logger = logging.getLogger("sqlglot")
    level = logger.level
    # Its warnings quote the statement, values and all.
    logger.setLevel(logging.CRITICAL)
    try:
        trees = [tree for tree in sqlglot.parse(text, dialect=DIALECT) if tree is not None]
        return tuple(_statement(tree) for tree in trees)
    except (SqlglotError, RecursionError):
        return (Statement(_tokens(text), parsed=False),)
    finally:
        logger.setLevel(level)


# Private
# -------

_VALUE: Final = "%s"
_PLACEHOLDER: Final = re.compile(r"%%|%\(\w+\)[sbt]|%[sbt]")
# Transactions, settings of the connection and its notifications name no relation.
_CONTROL: Final = re.compile(
    r"\s*(BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|SET|RESET|SHOW|DISCARD|LISTEN"
    r"|UNLISTEN|NOTIFY|FETCH|MOVE|CLOSE|DEALLOCATE)\b[^;]*;?\s*\Z",
    re.IGNORECASE,
)
_PREFIX: Final = re.compile(
    r"\s*(EXPLAIN\s*(\([^)]*\)|(\s*\b(ANALYZE|VERBOSE)\b)*)|DECLARE\s+(\"[^\"]+\"|\w+)\s[\w\s]*?\bFOR\b)"
    r"\s*(?=SELECT|WITH|INSERT|UPDATE|DELETE|MERGE|VALUES|TABLE|\()",
    re.IGNORECASE,
)
_DDL: Final = (
    exp.Create, exp.Drop, exp.Alter, exp.TruncateTable, exp.Comment, exp.Grant, exp.Analyze,
)  # fmt: skip
_NESTING: Final = (exp.Subquery, exp.CTE, exp.SetOperation, exp.Exists, exp.In, exp.Lateral)


def _filled(match: re.Match[str]) -> str:
    return "%" if match[0] == "%%" else "'?'"


def _statement(tree: exp.Expr) -> Statement:
    if isinstance(tree, exp.Command):
        return Statement(f"{str(tree.this).upper()} ...", parsed=False)
    refs = tuple(dict.fromkeys(_refs(tree, frozenset(), nested=False)))
    makes = isinstance(tree, _DDL) or any(
        select.args.get("into") for select in tree.find_all(exp.Select)
    )
    return Statement(_shape(tree), refs, defines=makes)


def _refs(node: exp.Expr, hidden: frozenset[str], *, nested: bool) -> Iterator[Ref]:
    """The relations below `node`; `hidden` are the names of the CTEs that are in sight."""
    with_ = node.args.get("with_")
    if isinstance(with_, exp.With):
        seen = hidden
        recursive = bool(with_.args.get("recursive"))
        names = frozenset(_folded(each.args["alias"].this) for each in with_.expressions)
        for each in with_.expressions:
            yield from _refs(each.this, hidden | names if recursive else seen, nested=True)
            seen |= {_folded(each.args["alias"].this)}
        hidden = hidden | names
    written = _written(node)
    for target in written:
        yield _ref(target, Use.WRITE, nested=nested)
    if isinstance(node, exp.Select):
        yield from _locked(node, hidden, nested=nested)
    if isinstance(node, exp.Table) and isinstance(node.this, exp.Identifier):
        ref = _ref(node, Use.READ, nested=nested)
        if ref.schema or ref.name not in hidden:
            yield ref
    for key, value in node.args.items():
        if key in ("with_", "locks"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, exp.Expr) or any(child is each for each in written):
                continue
            if isinstance(child, exp.Schema) and any(child.this is each for each in written):
                continue
            inner = nested or _nests(node, child)
            yield from _refs(child, hidden, nested=inner)


def _written(node: exp.Expr) -> list[exp.Table]:
    """The relations that this node, and nothing below it, writes."""
    copies_in = isinstance(node, exp.Copy) and bool(node.args.get("kind"))
    if not copies_in and not isinstance(node, (exp.Insert, exp.Update, exp.Delete, exp.Merge)):
        return []
    target = node.this.this if isinstance(node.this, exp.Schema) else node.this
    return [target] if isinstance(target, exp.Table) else []


def _locked(node: exp.Select, hidden: frozenset[str], *, nested: bool) -> Iterator[Ref]:
    sources: dict[str, exp.Table] = {}
    for part in (node.args.get("from_"), *(node.args.get("joins") or [])):
        if part is not None and isinstance(part.this, exp.Table):
            sources[part.this.alias_or_name] = part.this
    for lock in node.args.get("locks") or []:
        named = [each.name for each in lock.expressions] or list(sources)
        for source in (sources[name] for name in named if name in sources):
            ref = _ref(source, Use.LOCK, nested=nested)
            if isinstance(source.this, exp.Identifier) and (ref.schema or ref.name not in hidden):
                yield ref


def _nests(node: exp.Expr, child: exp.Expr) -> bool:
    # INSERT .. SELECT reads at its own level, as a join does.
    return isinstance(node, _NESTING) or isinstance(child, exp.SetOperation)


def _ref(table: exp.Table, use: Use, *, nested: bool) -> Ref:
    schema = table.args.get("db")
    return Ref(_folded(schema) if schema else "", _folded(table.this), use, nested)


def _folded(identifier: exp.Expr) -> str:
    """https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS"""
    return identifier.name if identifier.args.get("quoted") else identifier.name.lower()


def _shape(tree: exp.Expr) -> str:
    """The statement with %s for each value, one for a list of them, and without comments."""

    def plain(node: exp.Expr) -> exp.Expr:
        if isinstance(node, (exp.In, exp.Tuple, exp.Array)) and len(node.expressions) > 1:
            if all(isinstance(each, exp.Literal) for each in node.expressions):
                node.set("expressions", [exp.Placeholder()])
        elif isinstance(node, exp.Values):
            node.set("expressions", node.expressions[:1])
        elif isinstance(node, _LITERALS):
            return exp.Placeholder()
        return node

    return tree.copy().transform(plain).sql(DIALECT, comments=False)


_LITERALS: Final = (
    exp.Literal, exp.Heredoc, exp.National, exp.RawString, exp.UnicodeString, exp.ByteString,
    exp.BitString, exp.HexString,
)  # fmt: skip


def _tokens(text: str) -> str:
    """The words of what is no SQL, or is SQL that the parser does not know, without its values."""
    try:
        tokens = sqlglot.tokenize(text, dialect=DIALECT)
    except SqlglotError:
        # A quote that nothing closes: what follows the first word may be a value.
        words = text.split(maxsplit=1)
        return f"{words[0].upper()} ..." if words and words[0].isalpha() else "..."
    return " ".join(_VALUE if _is_value(token.token_type.name) else token.text for token in tokens)


def _is_value(kind: str) -> bool:
    return kind == "NUMBER" or "STRING" in kind
