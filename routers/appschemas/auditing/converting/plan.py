"""Plan: what becomes of each relation that leaves its schema, in files that are not yet written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from appschemas.auditing.converting import foreign_keys, inheritance, many_to_many
from appschemas.auditing.converting.changes import Change
from appschemas.auditing.converting.conversion import Conversion
from appschemas.auditing.converting.declarations import Declarations
from appschemas.auditing.converting.edges import Edge, edges, grouped
from appschemas.auditing.converting.formatting import formatted
from appschemas.auditing.converting.listed import Listed, NotConverted, shown
from appschemas.auditing.converting.migrations import Histories, Operation
from appschemas.auditing.converting.project_files import ProjectFiles
from appschemas.auditing.converting.queries import listed_queries
from appschemas.auditing.drafting.contract_text import differences, to_toml
from appschemas.auditing.drafting.draft import draft
from appschemas.auditing.drafting.relations import Kind
from appschemas.contract.contract import Contract
from appschemas.exceptions import AppSchemasError


@dataclass(frozen=True)
class Plan:
    """The files to change, the relations that are converted by it, and what is left to people."""

    changes: tuple[Change, ...]
    converted: tuple[str, ...]
    listed: tuple[Listed, ...]


def plan(contract: Contract, path: Path, names: Collection[str] = ()) -> Plan:
    """What converting the project takes.

    Args:
        contract: The contract, which says what the models say.
        path: Its file.
        names: Apps, `app.Model`s or `app.Model.field`s to convert; all that cross by default.

    Raises:
        AppSchemasError: the contract or a migration is not current, or a name names nothing.
    """
    if any(differences(contract, draft(contract).contract)):
        raise AppSchemasError(
            f"{path} does not say what the models say: manage.py schema_contract --write, then "
            "this again."
        )
    making = _Making(contract, path)
    for group in _named(tuple(grouped(list(edges(contract)))), names):
        making.take(group)
    return making.plan()


# Private
# -------


@dataclass
class _Making:
    contract: Contract
    path: Path
    found: Declarations = field(default_factory=Declarations)
    files: ProjectFiles = field(default_factory=ProjectFiles)
    whole: Conversion = field(default_factory=Conversion)
    listed: list[Listed] = field(default_factory=list)

    def take(self, group: tuple[Edge, ...]) -> None:
        """Convert all of a group, or list all of it."""
        made = Conversion()
        for edge in group:
            if edge.field in (*self.whole.fields, *made.fields):
                continue
            try:
                made.add(self._conversion(edge))
            except NotConverted as reason:
                self.listed += [self._listed(each, edge, reason) for each in group]
                return
        made.commit()
        self.whole.add(made)

    def _conversion(self, edge: Edge) -> Conversion:
        if edge.relation.line:
            raise NotConverted(
                f"its line stands in {edge.relation.line}, which is not the project's"
            )
        if edge.field.many_to_many:
            return many_to_many.convert(edge.field, self.found, self.files, self.contract)
        if edge.relation.kind is Kind.INHERITANCE:
            return inheritance.convert(edge.field, self.found)
        return foreign_keys.convert(edge.field, self.found, self.files, self.contract)

    def _listed(self, edge: Edge, cause: Edge, reason: NotConverted) -> Listed:
        path, line = self.found.place(edge.field)
        why = str(reason)
        if edge is cause:
            line = reason.line or line
        else:
            why = f"it goes with {cause.label}: {why}"
        return Listed(shown(path) if path else "", line, edge.label, why)

    def plan(self) -> Plan:
        changes = [*self._sources()]
        if changes:
            changes += [*self._migrations(), self._contract()]
        queries = listed_queries(self.whole.fields, self.files)
        # A copy in a history has no line of its own, and goes with what it is a copy of.
        left = {each for each in self.listed if each.what not in self.whole.labels}
        listed = tuple(sorted({*left, *self.whole.notes, *queries}))
        return Plan(tuple(changes), tuple(sorted(self.whole.labels)), listed)

    def _sources(self) -> Iterator[Change]:
        for path, source in sorted(self.found.sources.items()):
            if (after := source.after) != source.before:
                yield Change(path, source.before, formatted(path, source.before, after))

    def _migrations(self) -> Iterator[Change]:
        histories = Histories()
        histories.refuse_unwritten(self.whole.fields)
        operations: dict[str, list[Operation]] = {}
        for label, operation in self.whole.operations:
            operations.setdefault(label, []).append(operation)
        for label, those in sorted(operations.items()):
            if histories.has(label):
                path, text = histories.next_of(label, those)
                yield Change(path, None, formatted(path, None, text.encode()))

    def _contract(self) -> Change:
        after = replace(
            self.contract,
            schemas=tuple(
                replace(
                    schema,
                    pending=tuple(each for each in schema.pending if each not in self.whole.labels),
                )
                for schema in self.contract.schemas
            ),
        )
        return Change(self.path, self.path.read_bytes(), to_toml(after, self.path).encode())


def _named(found: Sequence[tuple[Edge, ...]], names: Collection[str]) -> Iterator[tuple[Edge, ...]]:
    """The groups of which `names` names one edge; all of them where there are no names."""
    wanted = {name.lower() for name in names}
    known = {name for group in found for edge in group for name in edge.names}
    if unknown := sorted(wanted - known):
        raise AppSchemasError(
            f"Nothing that crosses is named {', '.join(unknown)}; name an app, a model as "
            "app.Model or a field as app.Model.field, of those that a plan without names shows."
        )
    for group in found:
        if not names or any(edge.names & wanted for edge in group):
            yield group
