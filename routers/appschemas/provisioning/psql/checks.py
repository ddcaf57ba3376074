"""Checks of the keys that one schema holds, for psql: what stands in place of foreign keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from appschemas.contract.contract import Contract
from appschemas.integrity.constraints import key_triggers
from appschemas.integrity.references import KeyConstraint, Reference, key_constraints_of
from appschemas.provisioning.psql.script import Line, as_text, comment, script
from appschemas.provisioning.psql.shape_files import shape_file, whole_block
from appschemas.provisioning.psql.shapes import Alike, Shape, shape_of

FOLDER: Final = "40_checks"
SHAPES: Final = "of_a_key"


def check_files(contract: Contract, references: Iterable[Reference]) -> dict[str, str]:
    """The files by path: one for each schema that holds keys of others, which sets the names of its
    keys, and under `of_a_key` what keys alike are checked by, written once.
    """
    constraints = key_constraints_of(references)
    made = {each: [*key_triggers.create(each, contract, validate=True)] for each in constraints}
    texts = {each: "\n".join(as_text(statements)) for each, statements in made.items()}
    alike: dict[object, Alike] = {}
    shapes = {each: shape_of(each, contract, texts[each], alike) for each in constraints}
    names = _names(shape for shape in shapes.values() if shape)
    files = {
        f"{FOLDER}/{SHAPES}/{names[shape.text]}": shape_file(shape)
        for shape in shapes.values()
        if shape
    }
    for schema in contract.schemas:
        own = [constraint for constraint in constraints if constraint.schema == schema.name]
        if own:
            lines = [
                _READ_ME,
                *(
                    line
                    for each in own
                    for line in _lines(each, shapes[each], names, contract, texts[each])
                ),
            ]
            roles = {statement.role for each in own for statement in made[each]}
            what = f"The checks of the keys that {schema.name} holds of other schemas."
            files[f"{FOLDER}/{schema.name}.sql"] = script(what, _WHO, lines, roles)
    return files


def is_run_alone(path: str) -> bool:
    """Whether it is a file to run, and not one that others include."""
    return not path.startswith(f"{FOLDER}/{SHAPES}/")


# Private
# -------

_WHO: Final = (
    "Run by the same login or the migrator, or not at all: migrate does it. After all of 30_tables."
)
_READ_ME: Final = """\
--
-- Each block is of the keys from one table into one schema, which stand above it. It sets the names
-- of both sides and of the functions and triggers; what those do stands in the file that it runs,
-- once for all keys alike. The COMMENT of each object says what it is for, after a fingerprint
-- (set as <name>_is), by which what is there is known. A block whose objects are all there is
-- skipped: nothing is locked and no row is read."""


def _names(shapes: Iterable[Shape]) -> Mapping[str, str]:
    """The name of a file for each text, after what its keys have in common."""
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    for shape in shapes:
        if shape.text not in names:
            taken[shape.kind] = count = taken.get(shape.kind, 0) + 1
            names[shape.text] = f"{shape.kind}{f'_{count}' if count > 1 else ''}.sql"
    return names


def _lines(
    constraint: KeyConstraint,
    shape: Shape | None,
    names: Mapping[str, str],
    contract: Contract,
    text: str,
) -> Iterator[Line]:
    yield "\n" + "\n".join(comment(str(reference)) for reference in constraint.references)
    if shape:
        yield from (f"\\set {word} {value}" for word, value in shape.names.items())
        yield f"\\ir {SHAPES}/{names[shape.text]}"
    else:
        yield whole_block(constraint, contract, text)
