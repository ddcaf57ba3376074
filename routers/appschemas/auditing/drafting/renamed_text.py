"""Renamed text: the contract's file with another name for one schema, and all else as it stands."""

from __future__ import annotations

import re
from typing import Any, Final

import tomlkit

from appschemas.contract.contract import Contract
from appschemas.contract.renaming import renamed, renamed_read, same
from appschemas.exceptions import ContractError


def renamed_text(contract: Contract, text: str, old: str, new: str) -> str:
    """The file's new text; comments, order and layout are kept.

    The schema keeps its alias, which code may name: where that was the schema's name it is written
    down, and where it is the new name it goes.

    Args:
        contract: What `text` says.
        text: The file.
        old: The schema's name.
        new: The name that it gets.

    Raises:
        ContractError: no schema may have that name, or the text names the old one in a way in
            which it cannot be replaced.
    """
    wanted = renamed(contract, old, new)
    for named in (_HEADER, _KEY):
        made = _with_reads(_with_alias(_named(named, text, old, new), wanted, new), old, new)
        try:
            if same(Contract.parse(made, contract.path), wanted):
                return made
        except ContractError:
            # The next form, or none.
            continue
    where = contract.path or "contract"
    raise ContractError(
        where,
        [
            f"rename [schemas.{old}] to [schemas.{new}] in it by hand, and what reads it; "
            f"its alias is {wanted[new].alias!r}"
        ],
    )


# Private
# -------

# [schemas.papers], [schemas.papers.limits]
_HEADER: Final = r"""^([ \t]*\[[ \t]*["']?schemas["']?[ \t]*\.[ \t]*["']?){0}(?=["']?[ \t]*[.\]])"""
# schemas.papers.apps = [..], or papers = {{..}} below [schemas]
_KEY: Final = r"""^([ \t]*(?:schemas[ \t]*\.[ \t]*)?["']?){0}(?=["']?[ \t]*[.=])"""
_SECTION: Final = r"""^[ \t]*\[[ \t]*["']?schemas["']?[ \t]*\.[ \t]*["']?{0}["']?[ \t]*\][^\n]*\n"""
_NEXT: Final = re.compile(r"^[ \t]*\[", re.MULTILINE)
_ALIAS: Final = re.compile(r"""^[ \t]*alias[ \t]*=[^\n]*\n""", re.MULTILINE)


def _named(pattern: str, text: str, old: str, new: str) -> str:
    return re.sub(pattern.format(re.escape(old)), rf"\g<1>{new}", text, flags=re.MULTILINE)


def _with_alias(text: str, wanted: Contract, new: str) -> str:
    alias = wanted[new].alias
    if not (head := re.search(_SECTION.format(re.escape(new)), text, re.MULTILINE)):
        return text
    following = _NEXT.search(text, head.end())
    end = following.start() if following else len(text)
    section = text[head.end() : end]
    if alias == new:
        section = _ALIAS.sub("", section, count=1)
    elif not _ALIAS.search(section):
        section = f"alias = {tomlkit.string(alias).as_string()}\n{section}"
    return text[: head.end()] + section + text[end:]


def _with_reads(text: str, old: str, new: str) -> str:
    document: Any = tomlkit.parse(text)
    for table in ("schemas", "logins"):
        for entry in document.get(table, {}).values():
            reads = entry.get("reads", [])
            for position, name in enumerate(list(reads)):
                if (other := renamed_read(str(name), old, new)) != name:
                    reads[position] = other
    return tomlkit.dumps(document)
