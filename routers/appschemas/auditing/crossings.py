"""Crossings: which statements the wall refuses, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps as installed_apps

from appschemas.auditing.recorder import Call, Recorder
from appschemas.auditing.sql import Ref, Statement, Use, read
from appschemas.backend.session.call_sites import CallSite
from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema

# Per kind: whether the wall refuses it (None: the audit cannot tell), and what to write instead.
KINDS: Final[dict[str, tuple[bool | None, str]]] = {
    "join": (
        True,
        "Two statements: filter(key__in=Other.objects.filter(...)) or prefetch_related() with an "
        "IdentityKey, or ask the other app's services; a report may declare reads in the contract.",
    ),
    "subquery": (
        True,
        "Two statements: the keys first, then filter(key__in=keys); Exists() and Subquery() cannot "
        "leave a schema. A report may declare reads in the contract.",
    ),
    "foreign": (
        True,
        "Ask the services of the app that owns the table, or read it by its own models.",
    ),
    "write": (
        True,
        "Let the app that owns the table write or lock its rows, by its services; reads in the "
        "contract give SELECT alone.",
    ),
    "alias": (True, "Open the cursor on the alias of the schema: connections[<schema>].cursor()."),
    "qualified": (True, "Leave the schema out, or write the one of the contract."),
    "definition": (
        True,
        "Put it into a migration, which runs as the owner; the application may not create, "
        "truncate, or make temporary tables.",
    ),
    "transaction": (
        False,
        "Nothing, while these schemas share a session; with a URL of its own a schema commits "
        "by itself.",
    ),
    "unknown": (None, "No model has this table: say which app owns it, or give it a model."),
    "unparsed": (None, "Read it yourself: the parser does not know this SQL."),
}


@dataclass(frozen=True, slots=True, order=True)
class CrossingKey:
    """What a crossing is known by in a baseline: no line number and no SQL, which change often."""

    kind: str
    file: str
    function: str
    tables: tuple[str, ...]


@dataclass
class Crossing:
    """What one line of code sends again and again: where, what, by which tests, how often."""

    kind: str
    site: CallSite
    schemas: tuple[str, ...]
    tables: tuple[str, ...]
    statement: str
    tests: set[str]
    count: int = 0

    @property
    def key(self) -> CrossingKey:
        """The crossing without what changes when lines move."""
        return CrossingKey(self.kind, self.site.file, self.site.function, self.tables)

    @property
    def refused(self) -> bool | None:
        """Whether the wall refuses it; None where the audit cannot tell."""
        return KINDS[self.kind][0]

    @property
    def fix(self) -> str:
        """What to write instead."""
        return KINDS[self.kind][1]


class Judge:
    """Holds statements against a contract and the tables of the installed models."""

    def __init__(self, contract: Contract, registry: Any = installed_apps) -> None:
        self._contract = contract
        self._homes = {
            model._meta.db_table.replace('"', ""): schema
            for model in registry.get_models(include_auto_created=True)
            if (schema := contract.schema_of_app(model._meta.app_label)) is not None
        }

    def crossings(self, recorder: Recorder) -> list[Crossing]:
        """What was recorded and would be refused, or cannot be judged, in the order of lines."""
        found: dict[tuple[Any, ...], Crossing] = {}
        for call, count in recorder.calls.items():
            for each in self.crossings_of(call):
                _add(found, each, count)
        for calls, count in recorder.transactions.items():
            if (crossing := self._transaction(calls)) is not None:
                _add(found, crossing, count)
        return sorted(found.values(), key=lambda each: (each.site, each.kind, each.tables))

    def crossings_of(self, call: Call) -> Iterator[Crossing]:
        """The same of one call."""
        for statement in self.statements(call):
            if (problem := self._problem(call, statement)) is not None:
                kind, refs = problem
                yield self._crossing(kind, call, refs, statement.shape)

    def schemas_of(self, call: Call) -> set[str]:
        """The schemas whose tables it has."""
        refs = [ref for statement in self.statements(call) for ref in statement.refs]
        return {home.name for home in self._touched(refs)}

    def statements(self, call: Call) -> tuple[Statement, ...]:
        """The statements of a call; each text is parsed once."""
        return read(call.sql, parametrised=call.parametrised)

    # Private
    # -------

    def _problem(self, call: Call, statement: Statement) -> tuple[str, Iterable[Ref]] | None:
        if not statement.parsed:
            return "unparsed", ()
        refs = [ref for ref in statement.refs if not _is_catalog(ref)]
        if statement.defines:
            return "definition", refs
        if unknown := [ref for ref in refs if self._home(ref) is None]:
            return "unknown", unknown
        if wrong := [ref for ref in refs if ref.schema and ref.schema not in self._contract]:
            return "qualified", wrong
        if not refs:
            return None
        runs = self._runs_in(call)
        if runs is not None and not list(self._refused(runs, refs)):
            return None
        if not call.app and any(
            not list(self._refused(home, refs)) for home in self._touched(refs)
        ):
            return "alias", refs
        home = runs if call.app else self._best(refs)
        refused = list(self._refused(home, refs))
        if all(self._home(ref) != home for ref in refs):
            return "foreign", refs
        if any(ref.use is not Use.READ for ref in refused):
            return "write", refs
        return "subquery" if all(ref.nested for ref in refused) else "join", refs

    def _runs_in(self, call: Call) -> Schema | None:
        """The schema that would run it: the router's for a model, the alias's for a cursor."""
        if call.app:
            return self._contract.schema_of_app(call.app)
        return self._contract.schema_of_alias(call.alias)

    def _refused(self, home: Schema | None, refs: Iterable[Ref]) -> Iterator[Ref]:
        for ref in refs:
            other = self._home(ref)
            may_read = home is not None and other is not None and other.name in home.reads
            if other != home and not (may_read and ref.use is Use.READ):
                yield ref

    def _touched(self, refs: Iterable[Ref]) -> list[Schema]:
        return [home for home in dict.fromkeys(map(self._home, refs)) if home is not None]

    def _best(self, refs: list[Ref]) -> Schema | None:
        """The schema that the author had in mind: where it writes, else the first it reads."""
        for ref in sorted(refs, key=lambda ref: (ref.use is not Use.WRITE, ref.nested)):
            return self._home(ref)
        return None

    def _home(self, ref: Ref) -> Schema | None:
        return self._homes.get(ref.name)

    def _transaction(self, calls: tuple[Call, ...]) -> Crossing | None:
        """The statement with which a transaction writes a second schema."""
        written: dict[str, Ref] = {}
        last = None
        for call in calls:
            for statement in self.statements(call):
                for ref in statement.refs:
                    home = self._home(ref)
                    if ref.use is Use.WRITE and home is not None and home.name not in written:
                        written[home.name] = ref
                        last = (call, statement.shape)
        if last is None or len(written) < 2:
            return None
        return self._crossing("transaction", last[0], written.values(), last[1])

    def _crossing(self, kind: str, call: Call, refs: Iterable[Ref], shape: str) -> Crossing:
        refs = list(refs)
        return Crossing(
            kind=kind,
            site=call.site,
            schemas=tuple(sorted(home.name for home in self._touched(refs))),
            tables=tuple(sorted({_named(ref) for ref in refs})),
            statement=shape,
            tests={call.test} - {""},
        )


# Private
# -------


def _add(found: dict[tuple[Any, ...], Crossing], crossing: Crossing, count: int) -> None:
    known = found.setdefault((crossing.kind, crossing.site, crossing.tables), crossing)
    known.tests |= crossing.tests
    known.count += count


def _is_catalog(ref: Ref) -> bool:
    if ref.schema:
        return ref.schema in ("pg_catalog", "information_schema", "pg_temp")
    return ref.name.startswith("pg_")


def _named(ref: Ref) -> str:
    return f"{ref.schema}.{ref.name}" if ref.schema else ref.name
