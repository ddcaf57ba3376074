"""Subsets: a project shrunk to some of its schemas, so that they run and are tested alone.

What the chosen schemas read comes with them, since reading tables is what `reads` is for. What
they only hold keys of is stood in for: its schema and roles are there, and of its tables the keys.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Final

from appschemas.contract.contract import Contract
from appschemas.contract.schema import DEFAULT_ALIAS, Schema
from appschemas.exceptions import AppSchemasError, LeftOut, SubsetError

VARIABLE: Final = "APPSCHEMAS"


def chosen(environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The schemas that the environment variable names; none stands for all."""
    return tuple(name for name in environ.get(VARIABLE, "").replace(",", " ").split() if name)


def shrunk(contract: Contract, names: Sequence[str]) -> Contract:
    """The contract of these schemas, the platform, what they read, and stand-ins.

    Args:
        contract: The whole contract.
        names: Schemas of it; none stands for all.

    Raises:
        SubsetError: there is no schema of that name.
    """
    if not names:
        return contract
    installed = _with_what_they_read(contract, names)
    labels = {label for name in installed for label in contract[name].references}
    referenced = {
        publisher.name
        for label in labels
        if (publisher := contract.publisher_of(label)) and publisher.name not in installed
    }
    return replace(
        contract,
        schemas=tuple(
            schema if schema.name in installed else _stand_in(schema, labels)
            for schema in contract.schemas
            if schema.name in installed | referenced
        ),
        stand_ins=frozenset(referenced),
        left_out=frozenset(
            app
            for schema in contract.schemas
            if schema.name not in installed
            for app in schema.apps
        ),
    )


def installed_apps(contract: Contract | Path | str, apps: Sequence[str]) -> list[str]:
    """Django's `INSTALLED_APPS`: `apps` without those of schemas that the subset leaves out.

    Args:
        contract: The contract, or its path.
        apps: Everything that the whole project installs, and what is given back where the contract
            cannot be read or `APPSCHEMAS` names a schema that is not there.
    """
    names = chosen()
    _left_out.clear()
    if not names:
        return list(apps)
    try:
        whole = contract if isinstance(contract, Contract) else Contract.load(contract)
        gone = shrunk(whole, names).left_out
    except AppSchemasError:
        # `databases()` reads the same, and leaves it to `check` to say what is wrong.
        return list(apps)
    kept = []
    for entry in apps:
        label, module = _label_and_module(entry, whole)
        if label in gone:
            _left_out[label] = module
        else:
            kept.append(entry)
    if not any(isinstance(finder, _LeftOutModels) for finder in sys.meta_path):
        sys.meta_path.insert(0, _LeftOutModels())
    return kept


def left_out() -> Mapping[str, str]:
    """The modules of the apps that the subset leaves out, by label."""
    return _left_out


def migrations_of(label: str) -> list[str]:
    """The names of the migrations of an app that is left out; none of its modules is imported."""
    try:
        spec = find_spec(f"{_left_out[label]}.migrations")
    except ModuleNotFoundError:
        return []
    folders = spec.submodule_search_locations or () if spec else ()
    return sorted(
        path.stem
        for folder in folders
        for path in Path(folder).glob("*.py")
        if path.stem[0] not in "_~"
    )


def refuse_subset(what: str) -> None:
    """Refuse what is about the whole project while only some of it is installed.

    Raises:
        SubsetError: a subset is installed.
    """
    if names := chosen():
        raise SubsetError(
            f"{what} is about all schemas, and only {', '.join(names)} is installed: "
            f"unset {VARIABLE}."
        )


# Private
# -------

_left_out: dict[str, str] = {}


def _with_what_they_read(contract: Contract, names: Sequence[str]) -> set[str]:
    known = [schema.name for schema in contract.schemas]
    installed = {schema.name for schema in contract.schemas if schema.alias == DEFAULT_ALIAS}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in contract:
            close = get_close_matches(name, known, n=1)
            meant = f" Did you mean {close[0]!r}?" if close else ""
            raise SubsetError(f"There is no schema {name!r}.{meant} There are {', '.join(known)}.")
        if name not in installed:
            installed.add(name)
            waiting += contract[name].reads
            waiting += [home.name for _, home in contract.partial_reads(contract[name])]
    return installed


def _stand_in(schema: Schema, labels: set[str]) -> Schema:
    published = tuple(label for label in schema.publishes if label in labels)
    return replace(
        schema, publishes=published, references=(), reads=(), reads_some=(), pending=(), limits=()
    )


def _label_and_module(entry: str, contract: Contract) -> tuple[str, str]:
    last = entry.rpartition(".")[2]
    if contract.schema_of_app(last) is not None:
        return last, entry
    if last[:1].isupper() or find_spec(entry) is None:
        # "papers.apps.PapersConfig" says its label itself.
        from django.apps import AppConfig  # noqa: PLC0415 - start-up: the contract needs no Django

        config = AppConfig.create(entry)
        return config.label, config.name
    return last, entry


class _LeftOutModels(MetaPathFinder):
    """Refuses models of apps that are left out, where Django would complain of INSTALLED_APPS."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        for label, module in _left_out.items():
            if fullname == f"{module}.models":
                raise LeftOut(label, ", ".join(_named()))
        return None


def _named() -> Iterator[str]:
    yield from chosen() or ("everything",)
