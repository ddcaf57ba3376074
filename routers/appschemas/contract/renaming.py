"""Renaming: a contract in which one schema has another name, and all that name it follow."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches

from appschemas.contract.contract import Contract
from appschemas.contract.file import SCHEMA_NAME, is_schema_name
from appschemas.contract.partial_reads import parted
from appschemas.contract.validation import contradictions
from appschemas.exceptions import ContractError


def renamed(contract: Contract, old: str, new: str) -> Contract:
    """`contract` with the schema `old` called `new`; its alias and its apps stay what they were.

    Raises:
        ContractError: there is no such schema, or none may have the new name.
    """
    where = contract.path or "contract"
    if old not in contract:
        names = [schema.name for schema in contract.schemas]
        close = get_close_matches(old, names, n=1)
        meant = f"did you mean {close[0]!r}?" if close else f"there is {', '.join(names)}"
        raise ContractError(where, [f"there is no schema {old!r}; {meant}"])
    if new in contract:
        raise ContractError(where, [f"schema {new!r} is there already; choose another name"])
    if not is_schema_name(new):
        raise ContractError(where, [f"{new!r} cannot name a schema; wanted: {SCHEMA_NAME}"])
    made = replace(
        contract,
        schemas=tuple(
            replace(
                schema,
                name=new if schema.name == old else schema.name,
                reads=tuple(new if name == old else name for name in schema.reads),
                reads_some=tuple(renamed_read(each, old, new) for each in schema.reads_some),
            )
            for schema in contract.schemas
        ),
        readers=tuple(
            replace(each, reads=tuple(new if name == old else name for name in each.reads))
            for each in contract.readers
        ),
        stand_ins=frozenset(new if name == old else name for name in contract.stand_ins),
    )
    if problems := list(contradictions(made.roles, made.extensions, made.schemas, made.readers)):
        raise ContractError(where, problems)
    return made


def renamed_read(entry: str, old: str, new: str) -> str:
    """An entry of `reads`, which may name the schema, a relation in it, or a model of an app."""
    whole, some = parted([entry])
    if whole:
        return new if entry == old else entry
    (read,) = some
    return entry if read.is_model or read.place != old else str(read._replace(place=new))


def same(one: Contract, other: Contract) -> bool:
    """Whether two contracts say the same, in whatever order of their schemas."""
    return _sorted(one) == _sorted(other)


# Private
# -------


def _sorted(contract: Contract) -> Contract:
    return replace(contract, path=None, schemas=tuple(sorted(contract.schemas)))
