"""Many-to-many: a model of one's own for the table between, and a field that reads through it."""

from __future__ import annotations

from typing import Any, Final

import libcst as cst
from django.apps import apps
from django.db import models

from appschemas.auditing.converting.admin import convert_admin
from appschemas.auditing.converting.calls import (
    MODELS,
    PACKAGE,
    check_call,
    key_words,
    many_to_many_call,
)
from appschemas.auditing.converting.conversion import Conversion
from appschemas.auditing.converting.declarations import Declaration, Declarations
from appschemas.auditing.converting.foreign_keys import check_kind
from appschemas.auditing.converting.keys import key_of, target_of
from appschemas.auditing.converting.layout import laid_out
from appschemas.auditing.converting.listed import NotConverted
from appschemas.auditing.converting.migrations import (
    alter_field,
    alter_options,
    model_from_many_to_many,
    remove_field,
)
from appschemas.auditing.converting.project_files import ProjectFiles
from appschemas.auditing.converting.reverse import reverse_names
from appschemas.auditing.converting.source import Edit, Source
from appschemas.auditing.drafting.origins import Origin, origin_of
from appschemas.contract.contract import Contract
from appschemas.fields import IdentityKey
from appschemas.integrity.discovery import leaves_schema


def convert(field: Any, found: Declarations, files: ProjectFiles, contract: Contract) -> Conversion:
    """What a many-to-many field takes whose other side lies in another schema.

    Raises:
        NotConverted: it cannot be converted.
    """
    check_kind(field, models.ManyToManyField)
    declaration = found.of(field)
    check_call(declaration, field)
    for each in declaration.fields:
        _check(each, declaration, contract)
    made = Conversion(fields=list(declaration.fields))
    more = reverse_names(declaration, field, files)
    if len(declaration.models) > 1:
        for each in declaration.fields:
            _between_of_its_own(made, each, found)
        more |= key_words(declaration.source, target_of(field))
        edit = many_to_many_call(declaration, field, more)
        made.edit(declaration.source, declaration.call, edit)
        return made
    options, through = field.model._meta, field.remote_field.through
    if through._meta.auto_created:
        name = _between(made, field, found)
        made.add(convert_admin(field, name, found))
    else:
        is_here = through._meta.app_label == options.app_label
        name = through._meta.object_name if is_here else through._meta.label
        made.operations.append((options.app_label, remove_field(options.object_name, field.name)))
    edit = many_to_many_call(declaration, field, {**more, "through": f'"{name}"'})
    made.edit(declaration.source, declaration.call, edit)
    return made


# Private
# -------


def _between_of_its_own(made: Conversion, field: Any, found: Declarations) -> None:
    """Note down the model that an `IdentityManyToMany` without `through` makes for each of several.

    One line of an abstract class has a table for each model: no class could stand for them all.
    """
    options, through, target = field.model._meta, field.remote_field.through, target_of(field)
    name, app = f"{options.object_name}_{field.name}", options.app_label
    key: Any = IdentityKey(target._meta.label, models.CASCADE, key_of(target))
    near: Any = models.ForeignKey(options.label, models.CASCADE, related_name="+")
    made.labels.append(f"{through._meta.label}.{field.m2m_reverse_field_name()}")
    made.operations += [
        (app, model_from_many_to_many(options.object_name, field.name, name, key)),
        (app, alter_field(name, field.m2m_field_name(), near)),
        (app, alter_options(name, {"default_permissions": ()})),
    ]
    made.add(convert_admin(field, name, found))


def _between(made: Conversion, field: Any, found: Declarations) -> str:
    """Note down the model of the table between, behind the class of the field's model; its name."""
    options, through, target = field.model._meta, field.remote_field.through, target_of(field)
    source = found.source_of(field.model)
    if source is None or "." in field.model.__qualname__:
        raise NotConverted("no line of the project is the place for a model between")
    body = source.class_of(field.model.__qualname__)
    name = _free_name(source, field)
    made.labels.append(f"{through._meta.label}.{field.m2m_reverse_field_name()}")
    key: Any = IdentityKey(target._meta.label, models.CASCADE, key_of(target))
    operation = model_from_many_to_many(options.object_name, field.name, name, key)
    made.operations.append((options.app_label, operation))
    text = _model(source, field, name)
    made.edit(source, body, _followed(source, body, text))
    return name


def _check(field: Any, declaration: Declaration, contract: Contract) -> None:
    through, reason = field.remote_field.through, ""
    near = through._meta.get_field(field.m2m_field_name())
    far = through._meta.get_field(field.m2m_reverse_field_name())
    if len(declaration.models) > 1 and not through._meta.auto_created:
        labels = ", ".join(model._meta.label for model in declaration.models)
        reason = f"its line is that of {labels}, whose rows are those of one model between"
    elif origin_of(apps.get_app_config(field.model._meta.app_label)) is not Origin.OWN:
        reason = (
            f"its line is that of {field.model._meta.label}, too, whose migrations are not the "
            "project's"
        )
    elif not field.remote_field.db_constraint:
        reason = "it has db_constraint=False, which no model between can say"
    elif leaves_schema(near, contract) or not leaves_schema(far, contract):
        reason = (
            f"its rows lie in {through._meta.label}, whose schema is not that of "
            f"{field.model._meta.label}"
        )
    if reason:
        raise NotConverted(reason, declaration.line)


def _free_name(source: Source, field: Any) -> str:
    name = field.model.__name__ + "".join(each.title() for each in field.name.split("_"))
    config = apps.get_app_config(field.model._meta.app_label)
    taken = {*vars(source.module), *(each.__name__ for each in config.get_models())}
    while name in taken:
        name += "Link"
    return name


def _model(source: Source, field: Any, name: str) -> str:
    """The class between, as source text: its table is the one that Django made."""
    names, owner = source.names, field.model
    written = {each: names.written(MODELS, getattr(models, each)) for each in
               ("Model", "ForeignKey", "CASCADE")}  # fmt: skip
    near, far = field.m2m_field_name(), field.m2m_reverse_field_name()
    key = "".join(f", {word}={text}" for word, text in key_words(source, target_of(field)).items())
    config = apps.get_containing_app_config(owner.__module__)
    is_found = config is not None and config.label == owner._meta.app_label
    label = "" if is_found else f'        app_label = "{owner._meta.app_label}"\n'
    return _MODEL.format(
        name=name,
        model=written["Model"],
        foreign_key=written["ForeignKey"],
        cascade=written["CASCADE"],
        identity_key=names.written(PACKAGE, IdentityKey),
        near=near,
        owner=owner.__name__,
        far=far,
        target=target_of(field)._meta.label,
        key=key,
        label=label,
        table=_quoted(field.remote_field.through._meta.db_table),
    )


def _quoted(text: str) -> str:
    return f'"{text}"' if '"' not in text and "\\" not in text else repr(text)


def _followed(source: Source, body: cst.ClassDef, text: str) -> Edit:
    """The edit that puts the class of `text` behind another."""
    indent = source.column(body) + len(source.tree.default_indent)
    parsed: Any = cst.parse_module(text).visit(_LaidOut(source, indent))
    between = parsed.body[0]
    blank = cst.EmptyLine(indent=False)
    between = between.with_changes(leading_lines=[blank, blank])
    return lambda node: cst.FlattenSentinel([node, between])


class _LaidOut(cst.CSTTransformer):
    def __init__(self, source: Source, indent: int) -> None:
        super().__init__()
        self._source, self._indent = source, indent

    def leave_Assign(self, original_node: cst.Assign, updated_node: cst.Assign) -> cst.Assign:
        call, tree = updated_node.value, self._source.tree
        if not isinstance(call, cst.Call):
            return updated_node
        before = self._indent + len(tree.code_for_node(updated_node.targets[0]))
        return updated_node.with_changes(value=laid_out(call, before, self._indent, tree))


_MODEL: Final = """\
class {name}({model}):
    {near} = {foreign_key}({owner}, on_delete={cascade})
    {far} = {identity_key}("{target}", on_delete={cascade}{key})

    class Meta:
{label}        db_table = {table}
        unique_together = [("{near}", "{far}")]
"""
