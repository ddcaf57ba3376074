"""Declarations: the lines of the project's files that declare fields."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import libcst as cst
from django.apps import apps

from appschemas.auditing.converting.listed import NotConverted
from appschemas.auditing.converting.source import Source
from appschemas.auditing.drafting.origins import is_installed


@dataclass(frozen=True, eq=False)
class Declaration:
    """The call that makes a field, in the body of a class of the project; `owner` is that class.

    Of an abstract class more than one model may have the field: `models` are all of them.
    """

    source: Source
    owner: Any
    body: cst.ClassDef
    call: cst.Call
    name: str
    models: tuple[Any, ...]

    @property
    def line(self) -> int:
        return self.source.line(self.call)

    @property
    def fields(self) -> tuple[Any, ...]:
        """The field, of each model that has it of this line."""
        return tuple(model._meta.get_field(self.name) for model in self.models)


class Declarations:
    """The declarations of a project; each file is read once.

    `seen` has the places of fields that were asked for, those without a declaration included.
    """

    def __init__(self) -> None:
        self.sources: dict[Path, Source] = {}
        self._found: dict[tuple[Any, str], Declaration] = {}

    def of(self, field: Any) -> Declaration:
        """The declaration of a field of a model.

        Raises:
            NotConverted: no line of the project makes it, or more than one.
        """
        for owner in _owners(field.model):
            if (owner, field.name) in self._found:
                return self._found[owner, field.name]
            source = self.source_of(owner)
            if source is None:
                continue
            body = source.class_of(owner.__qualname__)
            if statements := source.assignments(body, field.name):
                found = Declaration(
                    source,
                    owner,
                    body,
                    _call(source, statements, field),
                    field.name,
                    tuple(_models_with(owner, field.name)),
                )
                return self._found.setdefault((owner, field.name), found)
        raise NotConverted("no line of its class makes it: it is made by code")

    def source_of(self, owner: type) -> Source | None:
        """The file of a class; None where it is none of the project's.

        Raises:
            NotConverted: it cannot be read.
        """
        module = sys.modules.get(owner.__module__)
        path = Path(getattr(module, "__file__", None) or "")
        if module is None or path.suffix != ".py" or is_installed(path):
            return None
        if path not in self.sources:
            self.sources[path] = Source(path, module)
        return self.sources[path]

    def place(self, field: Any) -> tuple[Path | None, int]:
        """The file and line at which a person would look for a field; 0 is no line."""
        nearest: tuple[Path | None, int] = None, 0
        for owner in _owners(field.model):
            module = sys.modules.get(owner.__module__)
            path = Path(getattr(module, "__file__", None) or "")
            try:
                source = self.source_of(owner)
                body = source.class_of(owner.__qualname__) if source else None
            except NotConverted:
                source, body = None, None
            if source and body and (statements := source.assignments(body, field.name)):
                return path, source.line(statements[0])
            if owner is field.model:
                nearest = path, source.line(body) if source and body else 0
        return nearest


# Private
# -------


def _owners(model: Any) -> Iterator[Any]:
    """The classes whose lines may have made a field of the model: itself, its abstract bases."""
    for base in model.__mro__:
        options = getattr(base, "_meta", None)
        if options is not None and (base is model or options.abstract):
            yield base


def _call(source: Source, statements: list[Any], field: Any) -> cst.Call:
    statement = statements[0]
    if len(statements) > 1:
        raise NotConverted("more than one line of its class makes it", source.line(statements[1]))
    line = source.line(statement)
    if isinstance(statement, cst.Assign) and len(statement.targets) > 1:
        raise NotConverted("its line gives one field several names", line)
    if not isinstance(statement.value, cst.Call):
        raise NotConverted("its line does not call the field's class", line)
    return statement.value


def _models_with(owner: Any, name: str) -> Iterator[Any]:
    """The models that have their field `name` of the lines of `owner`."""
    for model in apps.get_models():
        if owner not in model.__mro__ or model._meta.proxy:
            continue
        fields = {
            each.name for each in (*model._meta.local_fields, *model._meta.local_many_to_many)
        }
        if name in fields:
            yield model
