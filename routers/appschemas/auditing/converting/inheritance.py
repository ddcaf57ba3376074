"""Inheritance: a model that had its parent's table in another schema, with the parent's key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import libcst as cst
from django.db import models
from django.db.migrations.operations import AlterModelOptions
from django.db.migrations.state import ModelState

from appschemas.auditing.converting.calls import MODELS, PACKAGE, check_call, key_call, key_words
from appschemas.auditing.converting.conversion import Conversion
from appschemas.auditing.converting.declarations import Declarations
from appschemas.auditing.converting.foreign_keys import check_kind
from appschemas.auditing.converting.keys import identity_key_of, target_of
from appschemas.auditing.converting.layout import laid_out
from appschemas.auditing.converting.listed import Listed, NotConverted, shown
from appschemas.auditing.converting.migrations import (
    Operation,
    alter_bases,
    alter_field,
    alter_managers,
    alter_options,
)
from appschemas.auditing.converting.source import Source
from appschemas.fields import IdentityOneToOne


def convert(field: Any, found: Declarations) -> Conversion:
    """What a model takes that inherits from one of another schema; `field` is its parent link.

    Raises:
        NotConverted: it cannot be converted.
    """
    check_kind(field, models.OneToOneField)
    child, parent = field.model, target_of(field)
    source = found.source_of(child)
    if source is None:
        raise NotConverted("its class stands in no file of the project")
    body = source.class_of(child.__qualname__)
    values = [source.names.value(each.value) for each in body.bases]
    if parent not in values:
        raise NotConverted(
            f"its class does not name {parent._meta.label} among its bases", source.line(body)
        )
    made = Conversion(labels=[f"{child._meta.label}.{field.name}"], fields=[field])
    more = {"related_name": f'"{field.remote_field.get_accessor_name()}"'}
    more |= {"primary_key": "True"} if field.primary_key else {}
    statement = None
    if source.assignments(body, field.name):
        declaration = found.of(field)
        check_call(declaration, field)
        made.edit(source, declaration.call, key_call(declaration, field, more))
    else:
        statement = _statement(source, field, more)
    base = body.bases[values.index(parent)]
    others = [each for each in values if each is not parent]
    is_model = any(isinstance(each, type) and issubclass(each, models.Model) for each in others)
    model = "" if is_model else source.names.written(MODELS, models.Model)
    index = list(body.bases).index(base)
    made.edit(source, body, lambda node: _changed(node, index, model, statement))
    name = child._meta.object_name
    made.operations = [
        (child._meta.app_label, operation)
        for operation in (
            alter_bases(name, _bases(child, parent)),
            *_no_more_inherited(child, others, has_meta=_has_meta(body)),
            alter_field(name, field.name, identity_key_of(field)),
        )
    ]
    made.notes.append(_note(source, body, field))
    return made


# Private
# -------


def _statement(source: Source, field: Any, more: dict[str, str]) -> cst.SimpleStatementLine:
    names, target = source.names, target_of(field)
    words = {
        "on_delete": names.written(MODELS, models.CASCADE),
        **more,
        **key_words(source, target),
    }
    text = ", ".join(f"{word}={value}" for word, value in words.items())
    func = names.written(PACKAGE, IdentityOneToOne)
    line: Any = cst.parse_statement(f'{field.name} = {func}("{target._meta.label}", {text})\n')
    call = line.body[0].value
    indent = len(source.tree.default_indent)
    new = laid_out(call, indent + len(f"{field.name} = "), indent, source.tree)
    return cst.ensure_type(line.deep_replace(call, new), cst.SimpleStatementLine)


def _changed(
    node: cst.ClassDef, index: int, model: str, statement: cst.SimpleStatementLine | None
) -> cst.ClassDef:
    bases = list(node.bases)
    if model:
        bases[index] = bases[index].with_changes(value=cst.parse_expression(model))
    else:
        gone = bases.pop(index)
        if index == len(bases):
            bases[-1] = bases[-1].with_changes(comma=gone.comma)
    node = node.with_changes(bases=bases)
    if statement is None:
        return node
    block = node.body
    if not isinstance(block, cst.IndentedBlock):
        # `class Venue(Place): pass`
        return node.with_changes(body=cst.IndentedBlock(body=[statement]))
    lines = [each for each in block.body if not _is_pass(each)]
    start = 1 if lines and _is_docstring(lines[0]) else 0
    if start:
        statement = statement.with_changes(leading_lines=[cst.EmptyLine(indent=False)])
    return node.with_changes(
        body=block.with_changes(body=[*lines[:start], statement, *lines[start:]])
    )


def _is_pass(line: Any) -> bool:
    return isinstance(line, cst.SimpleStatementLine) and isinstance(line.body[0], cst.Pass)


def _is_docstring(line: Any) -> bool:
    first = line.body[0] if isinstance(line, cst.SimpleStatementLine) else None
    return isinstance(first, cst.Expr) and isinstance(
        first.value, cst.SimpleString | cst.ConcatenatedString
    )


def _bases(child: Any, parent: Any) -> tuple[Any, ...]:
    """The bases of the model in the state, without the parent."""
    before = ModelState.from_model(child).bases
    kept = tuple(each for each in before if each != parent._meta.label_lower)
    has_model = any(each is models.Model or isinstance(each, str) for each in kept)
    return kept if has_model else (*kept, models.Model)


def _no_more_inherited(child: Any, others: Sequence[Any], *, has_meta: bool) -> Iterator[Operation]:
    """What the state has from the parent: a Meta that an abstract base of it left, its managers."""
    name = child._meta.object_name
    before = ModelState.from_model(child)
    kept = next((each.Meta for each in others if hasattr(each, "Meta")), None)
    if not has_meta and kept is not getattr(child, "Meta", None):
        words = AlterModelOptions.ALTER_OPTION_KEYS
        options = {word: getattr(kept, word) for word in words if hasattr(kept, word)}
        if options != {word: before.options[word] for word in words if word in before.options}:
            yield alter_options(name, options)
    classes = {child, *(each for other in others for each in getattr(other, "__mro__", ()))}
    own = [each for each in before.managers if _giver(child, each[0]) in classes]
    if own != before.managers:
        yield alter_managers(name, own)


def _has_meta(body: cst.ClassDef) -> bool:
    return any(
        isinstance(each, cst.ClassDef) and each.name.value == "Meta" for each in body.body.body
    )


def _giver(child: Any, manager: str) -> Any:
    """The nearest class that declares a manager of this name."""
    for each in child.__mro__:
        options = getattr(each, "_meta", None)
        if options is not None and any(one.name == manager for one in options.local_managers):
            return each
    return None


def _note(source: Source, body: cst.ClassDef, field: Any) -> Listed:
    child, parent = field.model._meta, target_of(field)._meta
    own = {each.name for each in child.local_fields}
    names = [each.name for each in parent.concrete_fields if each.name not in own]
    return Listed(
        shown(source.path),
        source.line(body),
        f"{child.label}.{field.name}",
        f"{', '.join(names)} of {parent.label} are not its own any more: write "
        f"{field.name}.{names[-1]} where the code has {names[-1]}; a new row takes two create(), "
        f"that of {parent.object_name} first",
    )
