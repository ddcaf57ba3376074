"""Queries: the lines that would join over a relation that is converted, and what to write there."""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Final

from django.db import models
from django.db.models.constants import LOOKUP_SEP

from appschemas.auditing.converting.advice import advice
from appschemas.auditing.converting.listed import Listed, shown
from appschemas.auditing.converting.paths import Crossing, crossing
from appschemas.auditing.converting.project_files import ProjectFiles


def listed_queries(converted: Collection[Any], files: ProjectFiles) -> Iterator[Listed]:
    """The project's lines that the engine refuses once the fields are converted."""
    if not converted:
        return
    modules = {
        Path(file).resolve(): module
        for module in list(sys.modules.values())
        if (file := getattr(module, "__file__", None))
    }
    for path in files.python:
        try:
            tree = ast.parse(path.read_bytes())
        except (SyntaxError, ValueError):
            continue
        reader = _Reader(path, vars(modules[path]) if path in modules else {}, converted)
        reader.visit(tree)
        yield from reader.found


# Private
# -------

# What a query does with the strings that it is given.
_ORDERS: Final = frozenset({"order_by", "latest", "earliest"})
_VALUES: Final = frozenset({"values", "values_list", "distinct", "dates", "datetimes"})
_CONDITIONS: Final = frozenset(
    {"filter", "exclude", "get", "Q", "get_or_create", "update_or_create", "get_object_or_404"}
)
_EXPRESSIONS: Final = frozenset(
    {"F", "Count", "Sum", "Avg", "Min", "Max", "StdDev", "Variance", "Coalesce", "Lower", "Upper",
     "Concat", "Length", "ArrayAgg", "StringAgg", "JSONBAgg", "Greatest", "Least", "Trunc",
     "FilteredRelation"}
)  # fmt: skip
_LISTS: Final = frozenset({"ordering", "ordering_fields", "admin_order_field"})


class _Reader(ast.NodeVisitor):
    def __init__(self, path: Path, known: dict[str, Any], converted: Collection[Any]) -> None:
        self._path = path
        self._known = known
        self._converted = converted
        self._models: list[Any] = [None]
        self.found: dict[Listed, None] = {}

    def visit_Call(self, node: ast.Call) -> None:
        name = _name(node.func)
        own = self._model_of(node.func)
        self._models.append(own or self._models[-1])
        if name in _ORDERS | _VALUES | _EXPRESSIONS:
            for each in node.args:
                self._look(each, name)
        if name in _CONDITIONS:
            for keyword in node.keywords:
                self._look_at(keyword.arg or "", node, name)
        self.generic_visit(node)
        self._models.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        names = {each.id for each in node.targets if isinstance(each, ast.Name)}
        names |= {each.attr for each in node.targets if isinstance(each, ast.Attribute)}
        for name in names & _LISTS:
            elements = (
                node.value.elts if isinstance(node.value, ast.List | ast.Tuple) else [node.value]
            )
            for each in elements:
                self._look(each, name)
        self.generic_visit(node)

    # Private
    # -------

    def _look(self, node: ast.expr, name: str) -> None:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            self._look_at(node.value, node, name)

    def _look_at(self, path: str, node: ast.AST, name: str) -> None:
        found = self._crossing(path)
        if found is None or (name in _CONDITIONS and not found.is_reverse and not found.is_many):
            return
        line = getattr(node, "lineno", 0)
        text = f"{name}({path}=...)" if name in _CONDITIONS else f'{name}("{path}")'
        why = advice(found, name in _CONDITIONS, name in _ORDERS | _LISTS)
        self.found[Listed(shown(self._path), line, text, why)] = None

    def _crossing(self, path: str) -> Crossing | None:
        if self._models[-1] is not None:
            return crossing(self._models[-1], path, self._converted)
        # Whose query it is cannot be told: that of a model from which the path exists and crosses.
        first = path.lstrip("-+?").partition(LOOKUP_SEP)[0]
        named = [field for field in self._converted if field.name == first]
        starts = [(field.model, field) for field in named] or [
            (field.related_model, field) for field in self._converted
        ]
        for model, field in starts:
            found = crossing(model, path, [field])
            if found is not None and not found.before and found.behind:
                return found
        return None

    def _model_of(self, func: ast.expr) -> Any:
        """The model with which a chain of calls begins, such as `Paper.objects.filter`."""
        node: Any = func
        while isinstance(node, ast.Attribute | ast.Call):
            node = node.value if isinstance(node, ast.Attribute) else node.func
            value = self._value(node)
            if isinstance(value, type) and issubclass(value, models.Model):
                return value
        return None

    def _value(self, node: Any) -> Any:
        if isinstance(node, ast.Name):
            return self._known.get(node.id)
        if isinstance(node, ast.Attribute):
            return getattr(self._value(node.value), node.attr, None)
        return None


def _name(func: ast.expr) -> str:
    if isinstance(func, ast.Attribute):
        return func.attr
    return func.id if isinstance(func, ast.Name) else ""
