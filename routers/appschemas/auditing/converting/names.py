"""Names: what an expression of a module means, and how the module writes what it needs."""

from __future__ import annotations

import builtins
from types import ModuleType
from typing import Any, Final

import libcst as cst

UNKNOWN: Final = object()


class Names:
    """The names of a module that is imported, and the imports that it needs besides.

    `needed` has (module, name, name in this module), in the order in which they were asked for.
    """

    def __init__(self, module: ModuleType) -> None:
        self._known = vars(module)
        self.needed: dict[tuple[str, str], str] = {}

    def value(self, node: cst.BaseExpression, within: Any = None) -> Any:
        """What a name, a path of names or a string is worth; UNKNOWN of all else.

        Args:
            node: The expression.
            within: The class in whose body it stands.
        """
        if isinstance(node, cst.SimpleString | cst.ConcatenatedString):
            return node.evaluated_value
        if isinstance(node, cst.Name):
            spaces = (vars(within) if within else {}, self._known, vars(builtins))
            found = (space[node.value] for space in spaces if node.value in space)
            return next(found, UNKNOWN)
        if isinstance(node, cst.Attribute):
            owner = self.value(node.value, within)
            return UNKNOWN if owner is UNKNOWN else getattr(owner, node.attr.value, UNKNOWN)
        return UNKNOWN

    def known_as(self, value: Any) -> str | None:
        """The name by which this module knows a value; None where it has none."""
        return next((name for name, found in self._known.items() if found is value), None)

    def written(self, module: str, value: Any, name: str = "") -> str:
        """How this module writes a class or a function; imported where it cannot be reached yet.

        Args:
            module: The full name of the module of which it is to be had.
            value: The class or function.
            name: Its name there; by default its own.
        """
        name = name or str(value.__name__)
        bound = [each for each, found in self._known.items() if found is value]
        if bound:
            return name if name in bound else bound[0]
        package = module.rpartition(".")[2]
        holders = [
            each
            for each, found in self._known.items()
            if isinstance(found, ModuleType) and found.__name__ == module
        ]
        if holders:
            return f"{package if package in holders else holders[0]}.{name}"
        if module == _MODELS and package not in self._known:
            self.needed[_MODELS.rpartition(".")[0], package] = package
            return f"{package}.{name}"
        return self.needed.setdefault((module, name), self._free(name))

    # Private
    # -------

    def _free(self, name: str) -> str:
        taken = {*self._known, *self.needed.values()}
        return name if name not in taken else self._free(f"Schema{name}")


_MODELS: Final = "django.db.models"
