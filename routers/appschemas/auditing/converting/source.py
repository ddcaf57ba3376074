"""Source: a Python file that is changed node by node, and keeps all else as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from appschemas.auditing.converting.imports import names_in, with_imports, without_imports
from appschemas.auditing.converting.listed import NotConverted
from appschemas.auditing.converting.names import Names

Edit = Callable[[Any], Any]
Assignment = cst.Assign | cst.AnnAssign


class Source:
    """The file of a module that is imported, and the edits that it is to get.

    Raises:
        NotConverted: libcst cannot parse it.
    """

    def __init__(self, path: Path, module: ModuleType) -> None:
        self.path = path
        self.module = module
        self.before = path.read_bytes()
        try:
            wrapper = MetadataWrapper(cst.parse_module(self.before), unsafe_skip_copy=True)
        except (cst.ParserSyntaxError, UnicodeDecodeError) as error:
            raise NotConverted(f"libcst cannot read the file: {error}") from None
        self.tree = wrapper.module
        self.names = Names(module)
        self._wrapper = wrapper
        self._edits: dict[cst.CSTNode, list[Edit]] = {}

    def line(self, node: cst.CSTNode) -> int:
        """The line on which a node begins."""
        return int(self._positions[node].start.line)

    def column(self, node: cst.CSTNode) -> int:
        """How far a node is indented."""
        return int(self._positions[node].start.column)

    @cached_property
    def _positions(self) -> Any:
        # Only where something is listed: it takes longer than all the rest.
        return self._wrapper.resolve(PositionProvider)

    def class_of(self, qualname: str) -> cst.ClassDef:
        """The one statement that makes the class of that name.

        Raises:
            NotConverted: there is none, or there are several.
        """
        if "<locals>" in qualname:
            raise NotConverted("its model is made by a function")
        found: list[cst.ClassDef] = []
        bodies: list[cst.CSTNode] = [self.tree]
        for name in qualname.split("."):
            found = [each for body in bodies for each in _classes(body) if each.name.value == name]
            bodies = [each.body for each in found]
        if not found:
            raise NotConverted("no class statement makes its model: it is made by code")
        if len(found) > 1:
            raise NotConverted("its model has more than one class statement", self.line(found[1]))
        return found[0]

    def assignments(self, body: cst.ClassDef, name: str) -> list[Assignment]:
        """The statements within a class that give that name a value."""
        return [each for each in _statements(body.body) if _assigns(each, name)]

    def edit(self, node: cst.CSTNode, edit: Edit) -> None:
        """Let `edit` make another node of this one, once all within it is changed."""
        self._edits.setdefault(node, []).append(edit)

    @property
    def after(self) -> bytes:
        """The file's new text."""
        if not self._edits:
            return self.before
        edited: Any = self.tree.visit(_Editor(self._edits))
        used = names_in(edited)
        whole = with_imports(edited, {k: v for k, v in self.names.needed.items() if v in used})
        if self.path.name != "__init__.py":
            whole = without_imports(whole, names_in(self.tree) - used)
        return whole.bytes


# Private
# -------

_NESTED: Final = (cst.If, cst.Else, cst.Try, cst.Finally, cst.ExceptHandler, cst.With)


def _inner(body: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The statements of a body, those within `if`, `try` and `with` included."""
    for each in getattr(body, "body", ()):
        if isinstance(each, _NESTED):
            yield from _branches(each)
        else:
            yield each


def _branches(node: Any) -> Iterator[cst.CSTNode]:
    yield from _inner(node.body)
    for name in ("orelse", "finalbody"):
        if getattr(node, name, None) is not None:
            yield from _branches(getattr(node, name))
    for handler in getattr(node, "handlers", ()):
        yield from _branches(handler)


def _classes(body: cst.CSTNode) -> Iterator[cst.ClassDef]:
    yield from (each for each in _inner(body) if isinstance(each, cst.ClassDef))


def _statements(body: cst.CSTNode) -> Iterator[Assignment]:
    for line in _inner(body):
        for each in getattr(line, "body", ()) if isinstance(line, cst.SimpleStatementLine) else ():
            if isinstance(each, Assignment):
                yield each


def _assigns(statement: Assignment, name: str) -> bool:
    targets = (
        [each.target for each in statement.targets]
        if isinstance(statement, cst.Assign)
        else [statement.target]
    )
    return any(isinstance(each, cst.Name) and each.value == name for each in targets)


class _Editor(cst.CSTTransformer):
    def __init__(self, edits: dict[cst.CSTNode, list[Edit]]) -> None:
        super().__init__()
        self._edits = edits

    def on_leave(self, original_node: Any, updated_node: Any) -> Any:
        # Some edits put classes before or behind theirs, which is what the next one is about.
        before: list[Any] = []
        behind: list[Any] = []
        for edit in self._edits.get(original_node, ()):
            updated_node = edit(updated_node)
            if isinstance(updated_node, cst.FlattenSentinel):
                nodes = list(updated_node)
                names = [each.name.value for each in nodes]
                index = names.index(original_node.name.value)
                before += nodes[:index]
                behind += nodes[index + 1 :]
                updated_node = nodes[index]
        nodes = [*before, updated_node, *behind]
        return cst.FlattenSentinel(nodes) if len(nodes) > 1 else updated_node
