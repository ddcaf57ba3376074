"""Admin: a table between that has become a model is edited in rows of its own.

Django's admin has no widget for a many-to-many field whose table is a model's, and refuses to
start with one (admin.E013): https://docs.djangoproject.com/en/stable/ref/contrib/admin/#working-with-many-to-many-intermediary-models
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, Final

import libcst as cst
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.sites import all_sites

from appschemas.auditing.converting.conversion import Conversion
from appschemas.auditing.converting.declarations import Declarations
from appschemas.auditing.converting.listed import Listed, NotConverted, shown
from appschemas.auditing.converting.source import Source


def convert_admin(field: Any, between: str, found: Declarations) -> Conversion:
    """What the admins take of the model of a many-to-many field.

    Args:
        field: The field.
        between: The name of the model between that it gets.
        found: The files of the project.
    """
    made = Conversion()
    if not apps.is_installed("django.contrib.admin"):
        return made
    for each in _admins_of(field.model):
        owner = type(each)
        if not _shows(each, field.name):
            continue
        try:
            _convert(made, owner, field, between, found)
        except NotConverted as reason:
            source = found.source_of(owner)
            made.notes.append(
                Listed(
                    shown(source.path) if source else _registering(each.model),
                    reason.line,
                    f"the admin of {each.model._meta.label}, which shows {field.name}",
                    str(reason),
                )
            )
    return made


# Private
# -------

_NAMED_IN: Final = (
    *("fields", "fieldsets", "filter_horizontal", "filter_vertical"),
    *("raw_id_fields", "autocomplete_fields", "readonly_fields"),
)


def _admins_of(model: Any) -> Iterator[Any]:
    for site in all_sites:
        yield from (each for each in site._registry.values() if issubclass(each.model, model))


def _registering(model: Any) -> str:
    """The file that may have registered a model with a class that is none of the project's."""
    config = model._meta.app_config
    module = sys.modules.get(f"{config.name}.admin")
    return shown(getattr(module, "__file__", None) or config.path)


def _shows(each: Any, name: str) -> bool:
    """Whether the admin's form has the field, or its class names it."""
    shown_all = each.fields is None and each.fieldsets is None
    return name not in (each.exclude or ()) and (
        shown_all or any(name in _flat(getattr(each, option, None)) for option in _NAMED_IN)
    )


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, list | tuple):
        for each in value:
            yield from _flat(each)
    elif isinstance(value, dict):
        yield from _flat(list(value.values()))
    else:
        yield value


def _convert(made: Conversion, owner: type, field: Any, between: str, found: Declarations) -> None:
    source = found.source_of(owner)
    line = "give it an inline of the model between in place of the field"
    if source is None:
        raise NotConverted(f"its class is not the project's: {line}")
    body = source.class_of(owner.__qualname__)
    if "." in owner.__qualname__:
        raise NotConverted(f"its class stands within another: {line}", source.line(body))
    edits: list[tuple[cst.CSTNode, Any]] = []
    for option in _NAMED_IN:
        if field.name not in _flat(getattr(owner, option, None)):
            continue
        statements = source.assignments(body, option)
        if len(statements) != 1 or statements[0].value is None:
            raise NotConverted(f"its {option} is made elsewhere: {line}", source.line(body))
        if field.name not in _literals(statements[0].value):
            raise NotConverted(f"its {option} is no literal: {line}", source.line(statements[0]))
        edits.append((statements[0].value, lambda node: node.visit(_Without(field.name))))
    name = f"{field.model.__name__}{''.join(each.title() for each in field.name.split('_'))}Inline"
    inline = _INLINE.format(
        name=name,
        base=source.names.written("django.contrib.admin", admin.TabularInline),
        through=_through(source, field, between),
    )
    edits += _with_inline(source, body, owner, name)
    edits.append((body, lambda node: _preceded(node, inline)))
    for node, edit in edits:
        made.edit(source, node, edit)


def _through(source: Source, field: Any, between: str) -> str:
    model = source.names.known_as(field.model)
    if model is not None:
        return f"{model}.{field.name}.through"
    registry = source.names.written("django.apps", apps, "apps")
    return f'{registry}.get_model("{field.model._meta.app_label}.{between}")'


def _with_inline(
    source: Source, body: cst.ClassDef, owner: Any, name: str
) -> Iterator[tuple[cst.CSTNode, Any]]:
    statements = source.assignments(body, "inlines")
    if not statements:
        before = "" if not owner.inlines else "*super().inlines, "
        if before:
            raise NotConverted("its inlines are those of its base", source.line(body))
        line = cst.parse_statement(f"inlines = [{name}]\n")
        yield (
            body,
            lambda node: node.with_changes(
                body=node.body.with_changes(
                    body=[*_head(node.body.body), line, *_rest(node.body.body)]
                )
            ),
        )
        return
    value = statements[0].value
    if len(statements) > 1 or not isinstance(value, cst.List | cst.Tuple):
        raise NotConverted("its inlines are no literal", source.line(statements[0]))
    yield value, lambda node: _longer(node, name)


def _head(lines: Any) -> list[Any]:
    """The docstring."""
    first = lines[0].body[0] if lines and isinstance(lines[0], cst.SimpleStatementLine) else None
    is_text = isinstance(first, cst.Expr) and isinstance(first.value, cst.SimpleString)
    return list(lines[:1]) if is_text else []


def _rest(lines: Any) -> list[Any]:
    kept = lines[len(_head(lines)) :]
    return [
        each
        for each in kept
        if not (isinstance(each, cst.SimpleStatementLine) and isinstance(each.body[0], cst.Pass))
    ]


def _longer(node: Any, name: str) -> Any:
    """A list or tuple with a name more."""
    new = cst.Element(cst.Name(name))
    if not node.elements:
        return node.with_changes(elements=[new])
    *before, last = node.elements
    between = before[0].comma if before else cst.Comma(cst.SimpleWhitespace(""), _SPACE)
    closing = last.comma
    is_pair = isinstance(node, cst.Tuple) and not before
    return node.with_changes(
        elements=[
            *before,
            last.with_changes(comma=between),
            new.with_changes(comma=cst.MaybeSentinel.DEFAULT if is_pair else closing),
        ]
    )


def _preceded(node: cst.ClassDef, text: str) -> cst.FlattenSentinel[cst.CSTNode]:
    inline: Any = cst.parse_statement(text)
    inline = inline.with_changes(leading_lines=node.leading_lines[:2])
    blank = cst.EmptyLine(indent=False)
    kept = [each for each in node.leading_lines if each.comment is not None]
    return cst.FlattenSentinel([inline, node.with_changes(leading_lines=[blank, blank, *kept])])


def _literals(node: cst.CSTNode) -> set[str]:
    found = _Strings()
    node.visit(found)
    return found.values


class _Strings(cst.CSTVisitor):
    def __init__(self) -> None:
        super().__init__()
        self.values: set[str] = set()

    def visit_SimpleString(self, node: cst.SimpleString) -> None:
        self.values.add(str(node.evaluated_value))


class _Without(cst.CSTTransformer):
    """Takes a string out of the lists and tuples in which it stands."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def leave_List(self, original_node: cst.List, updated_node: cst.List) -> cst.List:
        return updated_node.with_changes(elements=self._kept(updated_node))

    def leave_Tuple(self, original_node: cst.Tuple, updated_node: cst.Tuple) -> cst.Tuple:
        kept = self._kept(updated_node)
        if len(kept) == 1 and len(updated_node.elements) > 1:
            kept[0] = kept[0].with_changes(comma=cst.Comma())
        return updated_node.with_changes(elements=kept)

    def _kept(self, node: Any) -> list[Any]:
        kept = [
            each
            for each in node.elements
            if not (
                isinstance(each.value, cst.SimpleString)
                and each.value.evaluated_value == self._text
            )
        ]
        if kept and kept[-1] is not node.elements[-1]:
            kept[-1] = kept[-1].with_changes(comma=node.elements[-1].comma)
        return kept


_SPACE: Final = cst.SimpleWhitespace(" ")
_INLINE: Final = """\
class {name}({base}):
    model = {through}
    extra = 0
"""
