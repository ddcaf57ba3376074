"""Writes: calls that change rows, found in modules where none belong."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Always a write, whatever it is called on.
PLAIN = {
    *("save", "delete", "create", "get_or_create", "update_or_create"),
    *("bulk_create", "bulk_update", "raw_delete"),
}
# A write where it is called on rows; dictionaries, sets and hashes have these, too.
ON_ROWS = {"update", "add", "set", "remove", "clear"}
ROWS = {"objects", "_base_manager", "_default_manager", "select_for_update", "filter", "exclude"}
SQL = re.compile(r"\s*(INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE|MERGE\s+INTO)\s", re.IGNORECASE)
# Django's admin saves what its users enter; migrations change data on purpose.
EXEMPT = {"admin.py", "migrations", "services.py", "services", "tests"}


@dataclass(frozen=True, slots=True, order=True)
class Write:
    """A write at a place."""

    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} belongs into the app's services"


def writes_in(schemas: Path) -> list[Write]:
    """The writes outside of the apps' services; `schemas` has one folder an app."""
    modules = (
        module
        for module in sorted(schemas.glob("*/**/*.py"))
        if module.relative_to(schemas).parts[1] not in EXEMPT
    )
    return sorted(write for module in modules for write in _writes(module, schemas))


# Private
# -------


def _writes(module: Path, schemas: Path) -> Iterator[Write]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    path = module.relative_to(schemas.parent)
    rows = _names_of_rows(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = node.func.attr.removeprefix("a") if _is_async(node.func.attr) else node.func.attr
            if _is_super(node.func.value):
                continue
            if name in PLAIN or (name in ON_ROWS and _is_rows(node.func.value, rows)):
                yield Write(path, node.lineno, f".{node.func.attr}()")
        elif (sql := _sql(node)) is not None:
            yield Write(path, node.lineno, f"SQL {sql}")


def _sql(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        found = SQL.match(node.value)
        return found[1].upper() if found else None
    return None


def _is_super(expression: ast.expr) -> bool:
    """Whether it is `super()`: a method that is overridden passes on what a service began."""
    return (
        isinstance(expression, ast.Call)
        and isinstance(expression.func, ast.Name)
        and expression.func.id == "super"
    )


def _is_async(name: str) -> bool:
    return name.startswith("a") and name[1:] in PLAIN | {"update"}


def _names_of_rows(tree: ast.AST) -> set[str]:
    """Variables that were given a manager or a queryset."""
    return {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) and node.value
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and _is_rows(node.value, set())
    }


def _is_rows(expression: ast.expr, rows: set[str]) -> bool:
    """Whether the expression is a chain that passes through a manager or a queryset."""
    while isinstance(expression, ast.Attribute | ast.Call | ast.Subscript):
        if isinstance(expression, ast.Attribute) and expression.attr in ROWS:
            return True
        expression = expression.func if isinstance(expression, ast.Call) else expression.value
    return isinstance(expression, ast.Name) and expression.id in rows
