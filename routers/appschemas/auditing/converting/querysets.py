"""Querysets: the model with which an expression of a module begins, as far as its text tells."""

from __future__ import annotations

import ast
import sys
from collections import ChainMap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from django.db import models


class Querysets:
    """The names of a module that is imported, and what its functions call their querysets."""

    def __init__(self, known: dict[str, Any]) -> None:
        self._known = known
        self._assigned: ChainMap[str, Any] = ChainMap()

    @contextmanager
    def within(self) -> Iterator[None]:
        """What is given a name in a function has it there."""
        self._assigned = self._assigned.new_child()
        try:
            yield
        finally:
            self._assigned = self._assigned.parents

    def assign(self, node: ast.Assign) -> None:
        """Remember which model's queryset a name is; of a name that is something else, that."""
        for each in node.targets:
            if isinstance(each, ast.Name):
                self._assigned[each.id] = self.model_of(node.value)

    def model_of(self, node: Any) -> Any:
        """The model of a chain of calls such as `Paper.objects.filter`; None if it is not told."""
        while True:
            value = self.value(node)
            if isinstance(value, type) and issubclass(value, models.Model):
                return value
            if isinstance(node, ast.Name):
                return self._assigned.get(node.id)
            if isinstance(node, ast.Attribute | ast.Subscript):
                node = node.value
            elif isinstance(node, ast.Call):
                node = node.func
            else:
                return None

    def value(self, node: Any) -> Any:
        """What a name, or a path of names, is worth; None of all else."""
        if isinstance(node, ast.Name):
            return None if node.id in self._assigned else self._known.get(node.id)
        if isinstance(node, ast.Attribute):
            return getattr(self.value(node.value), node.attr, None)
        return None


def imported() -> dict[Path, ModuleType]:
    """The modules of this process by their files."""
    return {
        Path(file).resolve(): module
        for module in list(sys.modules.values())
        if (file := getattr(module, "__file__", None))
    }


def known_in(tree: ast.Module, path: Path, modules: Mapping[Path, ModuleType]) -> dict[str, Any]:
    """What the names of a module are worth; of one that nobody has imported, its imports alone."""
    if path in modules:
        return dict(vars(modules[path]))
    package = modules.get(path.parent / "__init__.py")
    known: dict[str, Any] = {}
    for line in ast.walk(tree):
        if isinstance(line, ast.ImportFrom):
            module = sys.modules.get(_absolute(line, package))
            for each in line.names:
                known[each.asname or each.name] = getattr(module, each.name, None)
        elif isinstance(line, ast.Import):
            for each in line.names:
                name = each.name if each.asname else each.name.partition(".")[0]
                known[each.asname or name] = sys.modules.get(name)
    return known


def name_of(func: ast.expr) -> str:
    """The last name of what is called."""
    if isinstance(func, ast.Attribute):
        return func.attr
    return func.id if isinstance(func, ast.Name) else ""


# Private
# -------


def _absolute(line: ast.ImportFrom, package: ModuleType | None) -> str:
    """The full name of the module that is imported from; empty where it cannot be told."""
    if not line.level:
        return line.module or ""
    if package is None:
        return ""
    above = package.__name__.split(".")
    base = above[: len(above) - line.level + 1]
    return ".".join((*base, *filter(None, [line.module]))) if base else ""
