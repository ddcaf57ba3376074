"""Imports: lines that a module's head gets, where isort would put them, and lines it loses."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Mapping
from typing import Any, Final

import libcst as cst
from libcst.helpers import get_full_name_for_node


def with_imports(tree: cst.Module, needed: Mapping[tuple[str, str], str]) -> cst.Module:
    """The module with `from module import name as alias` for each of `needed`."""
    for (module, name), alias in needed.items():
        tree = _with_import(tree, module, name, alias)
    return tree


def names_in(tree: cst.Module) -> frozenset[str]:
    """Every name that a module uses, its imports left out.

    A name counts as used where it stands in a string, too: in an annotation, or in `__all__`; of
    a label such as `"people.Person"` that is the first one.
    """
    seen = _Uses()
    tree.visit(seen)
    return frozenset(seen.names)


def without_imports(tree: cst.Module, names: Collection[str]) -> cst.Module:
    """The module without what its head imports by these names."""
    return tree.visit(_WithoutNames(names)) if names else tree


# Private
# -------

_Line = cst.SimpleStatementLine
# Which of the packages that stand beside ours shows where third parties are imported.
_BESIDE: Final = "django"


def _with_import(tree: cst.Module, module: str, name: str, alias: str) -> cst.Module:
    wanted = cst.ImportAlias(cst.Name(name), cst.AsName(cst.Name(alias)) if alias != name else None)
    body = list(tree.body)
    heads = _head(body)
    for index in heads:
        found = _from(body[index])
        if found is not None and _module_of(found) == module and _has_names(found):
            new = found.with_changes(names=_added(found, wanted))
            body[index] = cst.ensure_type(body[index].deep_replace(found, new), _Line)
            return tree.with_changes(body=body)
    made: Any = cst.parse_statement(
        f"from {module} import {name}{f' as {alias}' if alias != name else ''}\n"
    )
    index = _place(body, heads, module)
    if index in heads:
        # The blank lines before a block are before its first line.
        first: Any = body[index]
        blank = _blank_lines(first)
        body[index] = first.with_changes(leading_lines=first.leading_lines[blank:])
        made = made.with_changes(leading_lines=first.leading_lines[:blank])
    elif index and not heads:
        made = made.with_changes(leading_lines=[cst.EmptyLine(indent=False)])
    body.insert(index, made)
    return tree.with_changes(body=body)


def _head(body: list[Any]) -> list[int]:
    """The imports with which a module begins: what comes later may be too late."""
    heads: list[int] = []
    for index, line in enumerate(body):
        if _is_import(line):
            heads.append(index)
        elif not (_is_future(line) or (index == 0 and _is_text(line))):
            break
    return heads


def _place(body: list[Any], heads: list[int], module: str) -> int:
    """Before the first import that sorts behind it, in the block of Django's imports."""
    if not heads:
        return sum(1 for line in body[:2] if _is_text(line) or _is_future(line))
    beside = [each for each in heads if _root(body[each]) == _BESIDE]
    start = (beside or heads[-1:])[0]
    while start - 1 in heads and not _blank_lines(body[start]):
        start -= 1
    block = [start]
    while block[-1] + 1 in heads and not _blank_lines(body[block[-1] + 1]):
        block.append(block[-1] + 1)
    later = [
        each
        for each in block
        if (found := _from(body[each])) is not None
        and _module_of(found) > module
        and _root(body[each]) not in sys.stdlib_module_names
    ]
    return later[0] if later else block[-1] + 1


def _is_text(line: Any) -> bool:
    first = line.body[0] if isinstance(line, _Line) and line.body else None
    text = first.value if isinstance(first, cst.Expr) else None
    return isinstance(text, cst.SimpleString | cst.ConcatenatedString)


def _is_future(line: Any) -> bool:
    found = _from(line)
    return found is not None and _module_of(found) == "__future__"


def _added(found: cst.ImportFrom, wanted: cst.ImportAlias) -> list[cst.ImportAlias]:
    names: list[cst.ImportAlias] = list(found.names)  # type: ignore[arg-type]
    later = [
        each
        for each, alias in enumerate(names)
        if str(alias.evaluated_name) > wanted.evaluated_name
    ]
    index = later[0] if later else len(names)
    separator = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
    if len(names) > 1:
        separator = cst.ensure_type(names[0].comma, cst.Comma)
    if index < len(names):
        return [*names[:index], wanted.with_changes(comma=separator), *names[index:]]
    last = names[-1]
    return [*names[:-1], last.with_changes(comma=separator), wanted.with_changes(comma=last.comma)]


class _Uses(cst.CSTVisitor):
    """Every name that stands in a module, its imports left out."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_Import(self, node: cst.Import) -> bool:
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        return False

    def visit_Name(self, node: cst.Name) -> None:
        self.names.add(node.value)

    def visit_SimpleString(self, node: cst.SimpleString) -> None:
        self.names.update(re.findall(r"(?<![\w.])\w+", node.value))


class _WithoutNames(cst.CSTTransformer):
    """Takes names out of `from .. import ..` at a module's head."""

    def __init__(self, gone: Collection[str]) -> None:
        super().__init__()
        self._gone = gone
        # The blank lines before a line that went, which was the first of its group.
        self._left: list[cst.EmptyLine] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        # What stands within a block may be all that it has.
        return not isinstance(node, cst.BaseCompoundStatement)

    def leave_ImportFrom(self, original_node: cst.ImportFrom, updated_node: cst.ImportFrom) -> Any:
        if isinstance(updated_node.names, cst.ImportStar):
            return updated_node
        names = list(updated_node.names)
        kept = [each for each in names if _bound(each) not in self._gone]
        if not kept:
            return cst.RemoveFromParent()
        if kept[-1] is not names[-1]:
            kept[-1] = kept[-1].with_changes(comma=names[-1].comma)
        return updated_node.with_changes(names=kept) if len(kept) < len(names) else updated_node

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine:
        if not updated_node.body:
            self._left += original_node.leading_lines[: _blank_lines(original_node)]
            return updated_node
        left, self._left = self._left, []
        if not left or not _is_import(updated_node) or _blank_lines(updated_node):
            return updated_node
        return updated_node.with_changes(leading_lines=[*left, *updated_node.leading_lines])


def _bound(alias: cst.ImportAlias) -> str:
    return str(alias.evaluated_alias or alias.evaluated_name)


def _from(line: Any) -> cst.ImportFrom | None:
    first = line.body[0] if isinstance(line, _Line) and line.body else None
    return first if isinstance(first, cst.ImportFrom) else None


def _is_import(line: Any) -> bool:
    first = line.body[0] if isinstance(line, _Line) and line.body else None
    return isinstance(first, cst.Import | cst.ImportFrom) and _root(line) != "__future__"


def _has_names(found: cst.ImportFrom) -> bool:
    return not isinstance(found.names, cst.ImportStar)


def _module_of(found: cst.ImportFrom) -> str:
    name = get_full_name_for_node(found.module) if found.module else ""
    return "." * len(found.relative) + (name or "")


def _root(line: Any) -> str:
    found = line.body[0]
    if isinstance(found, cst.ImportFrom):
        return _module_of(found).partition(".")[0]
    return str(found.names[0].evaluated_name).partition(".")[0]


def _blank_lines(line: Any) -> int:
    count = 0
    for each in line.leading_lines:
        if each.comment is not None:
            break
        count += 1
    return count
