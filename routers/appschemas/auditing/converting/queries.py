"""Queries: the lines that would join over a relation that is converted, and what to write there."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Final

from django.db.models.constants import LOOKUP_SEP
from django.db.models.expressions import Combinable

from appschemas.auditing.converting.advice import advice, compared, of_another, searched
from appschemas.auditing.converting.listed import Listed, shown
from appschemas.auditing.converting.paths import Crossing, crossing
from appschemas.auditing.converting.project_files import ProjectFiles
from appschemas.auditing.converting.querysets import Querysets, imported, known_in, name_of


def listed_queries(converted: Collection[Any], files: ProjectFiles) -> Iterator[Listed]:
    """The project's lines that the engine refuses once the fields are converted."""
    if not converted:
        return
    modules = imported()
    for path in files.python:
        try:
            tree = ast.parse(path.read_bytes())
        except SyntaxError as error:
            yield Listed(shown(path), error.lineno or 0, "its queries", f"unread: {error.msg}")
            continue
        except ValueError as error:
            yield Listed(shown(path), 0, "its queries", f"unread: {error}")
            continue
        reader = _Reader(path, known_in(tree, path, modules), converted)
        reader.visit(tree)
        yield from reader.found


# Private
# -------

# What a query does with the strings that it is given.
_ORDERS: Final = frozenset({"order_by", "latest", "earliest", "alatest", "aearliest"})
_VALUES: Final = frozenset(
    {"values", "values_list", "distinct", "dates", "datetimes", "only", "defer", "in_bulk"}
)
_CONDITIONS: Final = frozenset(
    {"filter", "exclude", "get", "Q", "When", "FilteredRelation", "get_or_create", "aget",
     "update_or_create", "aget_or_create", "aupdate_or_create", "get_object_or_404",
     "get_list_or_404", "aget_object_or_404", "aget_list_or_404"}
)  # fmt: skip
_EXPRESSIONS: Final = frozenset(
    {"F", "Count", "Sum", "Avg", "Min", "Max", "StdDev", "Variance", "Coalesce", "Lower", "Upper",
     "Concat", "Length", "ArrayAgg", "StringAgg", "JSONBAgg", "Greatest", "Least", "Trunc",
     "FilteredRelation"}
)  # fmt: skip
# The keywords of an expression that are names of fields.
_NAMING: Final = frozenset({"expression", "expressions", "ordering", "order_by", "partition_by"})
_LISTS: Final = frozenset({"ordering", "ordering_fields", "admin_order_field", "date_hierarchy"})
# Conditions that the admin and REST framework make; their first sign says how.
_SEARCHES: Final = frozenset({"search_fields"})
_SIGNS: Final = "^=@$"
# What comes along with the rows: that of a key does, in a query of its own.
_ALONG: Final = frozenset({"select_related", "list_select_related"})
_SUBQUERIES: Final = frozenset({"Exists", "Subquery"})
_REFERENCES: Final = frozenset({"F", "OuterRef"})


class _Reader(ast.NodeVisitor):
    def __init__(self, path: Path, known: dict[str, Any], converted: Collection[Any]) -> None:
        self._path = path
        self._querysets = Querysets(known)
        self._converted = converted
        self._models: list[Any] = [None]
        self.found: dict[Listed, None] = {}

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        with self._querysets.within():
            self.generic_visit(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = name_of(node.func)
        own = self._querysets.model_of(node.func)
        is_expression = name in _EXPRESSIONS or self._is_expression(node.func)
        if name in _SUBQUERIES and node.args:
            self._look_at_subquery(node, name)
        self._models.append(own or self._models[-1])
        if name in _ORDERS | _VALUES | _ALONG or is_expression:
            for each in node.args:
                self._look(each, name)
            for keyword in node.keywords if is_expression else ():
                if keyword.arg in _NAMING:
                    self._look(keyword.value, name)
        if name in _CONDITIONS:
            for path, value in _conditions(node):
                self._look_at(path, node, name, value)
        self.generic_visit(node)
        self._models.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        names = {each.id for each in node.targets if isinstance(each, ast.Name)}
        names |= {each.attr for each in node.targets if isinstance(each, ast.Attribute)}
        for name in names & (_LISTS | _SEARCHES | _ALONG):
            self._look(node.value, name)
        self._querysets.assign(node)
        self.generic_visit(node)

    # Private
    # -------

    def _look(self, node: ast.expr, name: str) -> None:
        if isinstance(node, ast.List | ast.Tuple):
            for each in node.elts:
                self._look(each, name)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            self._look_at(node.value, node, name)

    def _look_at(self, path: str, node: ast.AST, name: str, value: ast.expr | None = None) -> None:
        is_whole = name in _ALONG or (name == "FilteredRelation" and value is None)
        found = self._crossing(path.lstrip(_SIGNS) if name in _SEARCHES else path, is_whole)
        if found is None or (name in _ALONG and not found.is_reverse):
            return
        if name in _SEARCHES:
            if why := searched(found):
                self._list(node, f'{name} "{path}"', why)
            return
        text, is_condition = f'{name}("{path}")', value is not None
        why = advice(found, is_condition, name in _ORDERS | _LISTS)
        if is_condition:
            text = f"{name}({path}=...)"
            if not (found.is_reverse or found.is_many):
                # Two steps, unless what it is compared with is of this query.
                why = "" if value is None else compared(found, _reference(value))
        if why:
            self._list(node, text, why)

    def _look_at_subquery(self, node: ast.Call, name: str) -> None:
        here, there = self._models[-1], self._querysets.model_of(node.args[0])
        if why := of_another(here, there, self._converted):
            self._list(node, f"{name}({there.__name__}...)", why)

    def _list(self, node: ast.AST, text: str, why: str) -> None:
        self.found[Listed(shown(self._path), getattr(node, "lineno", 0), text, why)] = None

    def _crossing(self, path: str, is_whole: bool) -> Crossing | None:
        if self._models[-1] is not None:
            return crossing(self._models[-1], path, self._converted, is_whole=is_whole)
        # Whose query it is cannot be told: that of a model from which the path exists and crosses.
        first = path.lstrip("-+?").partition(LOOKUP_SEP)[0]
        named = [field for field in self._converted if field.name == first]
        starts = [(field.model, field) for field in named] or [
            (field.related_model, field) for field in self._converted
        ]
        for model, field in starts:
            found = crossing(model, path, [field], is_whole=is_whole)
            if found is not None and not found.before and (found.behind or is_whole):
                return found
        return None

    def _is_expression(self, func: ast.expr) -> bool:
        value = self._querysets.value(func)
        return isinstance(value, type) and issubclass(value, Combinable)


def _conditions(node: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    for keyword in node.keywords:
        if keyword.arg is not None:
            yield keyword.arg, keyword.value
        elif isinstance(keyword.value, ast.Dict):
            for key, value in zip(keyword.value.keys, keyword.value.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value, value


def _reference(value: ast.expr) -> str:
    """The first thing in a value that is of the query around it; or None in a list of values."""
    for each in ast.walk(value):
        if isinstance(each, ast.Call) and name_of(each.func) in _REFERENCES:
            return f"{name_of(each.func)}()"
    elements = value.elts if isinstance(value, ast.List | ast.Tuple | ast.Set) else []
    has_none = any(isinstance(each, ast.Constant) and each.value is None for each in elements)
    return "None" if has_none else ""
