"""Random deletions over foreign keys in one schema and over identity keys in three: the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from django.apps.registry import Apps
from django.contrib.admin.utils import NestedObjects
from django.db import connections, models, transaction
from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.models import ProtectedError, RestrictedError
from django.db.models.signals import post_delete, pre_delete
from django.db.utils import Error
from hypothesis import HealthCheck, Phase, event, given, note, settings
from hypothesis import strategies as st

from appschemas import IdentityKey
from appschemas.backend.session.aliases import run_as_roles
from appschemas.backend.session.current_role import acting_as_owner
from appschemas.conf import get_contract
from appschemas.integrity.constraints import key_triggers
from appschemas.integrity.discovery import references_in
from appschemas.integrity.references import key_constraints_of

pytestmark = pytest.mark.django_db(databases="__all__")

HOMES = ("people", "papers", "reviews")
ROWS = 3
SIGNALS = {"pre": pre_delete, "post": post_delete}

ACTIONS = {
    "cascade": lambda first: models.CASCADE,
    "protect": lambda first: models.PROTECT,
    "restrict": lambda first: models.RESTRICT,
    "set null": lambda first: models.SET_NULL,
    "set default": lambda first: models.SET_DEFAULT,
    "set": lambda first: models.SET(first),
    "set call": lambda first: models.SET(lambda: first),
    "do nothing": lambda first: models.DO_NOTHING,
}


@dataclass(frozen=True)
class Key:
    """A key from one node to another, or to its own; `rows` says what each row holds."""

    source: int
    target: int
    action: str
    null: bool
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Graph:
    """Nodes with the schema that each lives in and the node that each inherits from."""

    homes: tuple[str, ...]
    bases: tuple[int | None, ...]
    keys: tuple[Key, ...]


@dataclass(frozen=True)
class Deletion:
    """How to delete which rows of a node."""

    how: str
    node: int
    rows: tuple[int, ...]
    signals: bool


@st.composite
def graphs(draw: Any) -> Graph:
    homes = sorted(draw(st.lists(st.sampled_from(HOMES), min_size=2, max_size=5)), key=HOMES.index)
    bases = tuple(
        draw(st.sampled_from([None, None, *(b for b in range(node) if homes[b] == home)]))
        for node, home in enumerate(homes)
    )
    nodes = st.integers(0, len(homes) - 1)
    keys = st.builds(
        Key,
        source=nodes,
        target=nodes,
        # What goes on is more telling than what stops at once.
        action=st.sampled_from(["cascade", "cascade", "restrict", *ACTIONS]),
        null=st.booleans(),
        rows=st.tuples(*[st.integers(0, ROWS)] * ROWS),
    )
    return Graph(tuple(homes), bases, tuple(draw(st.lists(keys, min_size=1, max_size=7))))


def deletions() -> st.SearchStrategy[Deletion]:
    return st.builds(
        Deletion,
        how=st.sampled_from(
            ["instance", "queryset", "proxy", "raw", "keep parents", "in bulk", "admin"]
        ),
        node=st.integers(0, 4),
        rows=st.lists(st.integers(0, ROWS - 1), min_size=1, max_size=2).map(tuple),
        signals=st.booleans(),
    )


@dataclass
class Twin:
    """The models of a graph: all in one schema, or across by identity keys, or by foreign keys
    that are not converted yet."""

    graph: Graph
    kind: str
    serial: int
    rows: int = ROWS
    registry: Apps = field(default_factory=lambda: Apps(HOMES))
    nodes: list[Any] = field(default_factory=list)
    proxies: list[Any] = field(default_factory=list)
    pending: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        for node in range(len(self.graph.homes)):
            self.nodes.append(self._model(node))
            self.proxies.append(self._proxy(node))

    def home(self, node: int) -> str:
        return "papers" if self.kind == "native" else self.graph.homes[node]

    def build(self) -> None:
        """Make the tables, then the checks, for keys may run in a circle; then the rows."""
        with acting_as_owner():
            for home in HOMES:
                # Django's own editor: it makes foreign keys at its end, and knows no checks.
                with DatabaseSchemaEditor(connections[home]) as editor:
                    for model in self.nodes:
                        if model._meta.app_label == home:
                            editor.create_model(model)
            for each in self.pending:
                each.db_constraint = True
            checks = key_constraints_of(references_in(self.registry, get_contract()))
            statements = key_triggers.create_all(checks, get_contract(), validate=False)
            run_as_roles(statements, get_contract())
        for node, model in enumerate(self.nodes):
            for row in range(self.rows):
                model(pk=key_of(node, row), **self._held(node, row)).save(force_insert=True)
        connections["papers"].check_constraints()

    def outcome(self, deletion: Deletion) -> list[Any]:
        """What it returns or raises, sends and leaves, and the number of its statements."""
        sent: list[Any] = []
        result: Any = None
        with self._signals(sent) if deletion.signals else nullcontext(), counted() as statements:
            try:
                with transaction.atomic("papers"):
                    result = self._delete(deletion)
                    said = len(statements)
                    connections["papers"].check_constraints()
            except ProtectedError as error:
                said = len(statements)
                result = ("protected", *error.args[:1], names(error.protected_objects))
            except RestrictedError as error:
                said = len(statements)
                result = ("restricted", *error.args[:1], names(error.restricted_objects))
            except Error as error:
                result = ("refused", type(error).__name__, error.__cause__.sqlstate)
        # The admin reads what it shows along with its rows: by a join, or by one statement per key.
        return [result, None if deletion.how == "admin" else said, sent, self._rows()]

    # Private
    # -------

    def _delete(self, deletion: Deletion) -> Any:
        node = deletion.node % len(self.nodes)
        chosen = self.nodes[node].objects.filter(
            pk__in=[key_of(node, row) for row in deletion.rows]
        )
        match deletion.how:
            case "instance" | "keep parents":
                if (instance := chosen.first()) is None:
                    return ["nobody"]
                done = instance.delete(keep_parents=deletion.how == "keep parents")
                return [plain(done), instance.pk]
            case "proxy":
                return [
                    plain(
                        self.proxies[node]
                        .objects.filter(pk__in=[row.pk for row in chosen])
                        .delete()
                    )
                ]
            case "raw":
                return [chosen._raw_delete(self.home(node))]
            case "in bulk":
                return [plain(self.nodes[node].objects.all().delete())]
            case "admin":
                collector = NestedObjects(using=self.home(node))
                collector.collect(chosen)
                # Who hangs on whom; in which order rows come is the server's affair.
                return [
                    {
                        str(source and names([source])): names(targets)
                        for source, targets in collector.edges.items()
                    },
                    names(collector.protected),
                    {
                        model.__name__: len(found)
                        for model, found in collector.model_objs.items()
                    },
                ]  # fmt: skip
        return [plain(chosen.delete())]

    @contextmanager
    def _signals(self, sent: list[Any]) -> Iterator[None]:
        def receive(sender: Any, signal: Any, instance: Any, origin: Any, **kwargs: Any) -> None:
            when = "pre" if signal is pre_delete else "post"
            source = origin if isinstance(origin, models.Model) else origin.model
            sent.append((when, sender.__name__, instance.pk, type(source).__name__))

        for signal in SIGNALS.values():
            signal.connect(receive)
        try:
            yield
        finally:
            for signal in SIGNALS.values():
                signal.disconnect(receive)

    def _rows(self) -> Any:
        return {
            model.__name__: sorted(map(repr, model.objects.values_list("pk", *self._columns(node))))
            for node, model in enumerate(self.nodes)
        }

    def _columns(self, node: int) -> list[str]:
        return [f"key{n}_id" for n, key in enumerate(self.graph.keys) if key.source == node]

    def _held(self, node: int, row: int) -> dict[str, Any]:
        """The keys of a row, those that it inherits among them."""
        base = self.graph.bases[node]
        held = {} if base is None else self._held(base, row)
        return held | {
            f"key{number}_id": None
            if key.null and key.rows[row % ROWS] == ROWS
            else key_of(key.target, key.rows[row % ROWS] % ROWS)
            for number, key in enumerate(self.graph.keys)
            if key.source == node
        }

    def _model(self, node: int) -> Any:
        fields = {
            f"key{number}": self._key(key)
            for number, key in enumerate(self.graph.keys)
            if key.source == node
        }
        base = self.graph.bases[node]
        bases = (models.Model,) if base is None else (self.nodes[base],)
        table = f"twin{self.serial}_{node}"
        return type(f"Node{node}", bases, {**fields, **self._meta(node, db_table=table)})

    def _proxy(self, node: int) -> Any:
        meta = self._meta(node, proxy=True)
        return type(f"Proxy{node}", (self.nodes[node],), meta)

    def _meta(self, node: int, **options: Any) -> dict[str, Any]:
        options |= {"apps": self.registry, "app_label": self.home(node)}
        return {"__module__": __name__, "Meta": type("Meta", (), options)}

    def _key(self, key: Key) -> Any:
        first = key_of(key.target, 0)
        null = key.null or key.action == "set null"
        options = {"on_delete": ACTIONS[key.action](first), "null": null}
        if key.action == "set default":
            options["default"] = None if null else first
        label = f"{self.home(key.target)}.Node{key.target}"
        if self.home(key.source) == self.home(key.target):
            return models.ForeignKey(label, related_name="+", **options)
        if self.kind == "pending":
            # Until there is a check, which this editor does not know.
            options["db_constraint"] = False
            self.pending.append(models.ForeignKey(label, related_name="+", **options))
            return self.pending[-1]
        return IdentityKey(label, **options)


serials = count()


def programs() -> st.SearchStrategy[list[Deletion]]:
    return st.lists(deletions(), min_size=1, max_size=4)


def bounded(examples: int) -> Any:
    examples *= 25 if settings().max_examples > 1_000 else 1
    return settings(
        max_examples=examples,
        deadline=None,
        phases=set(Phase) - {Phase.explain},
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


@bounded(40)
@given(graph=graphs(), program=programs())
def test_random_deletions_end_as_with_foreign_keys(
    graph: Graph, program: Sequence[Deletion]
) -> None:
    native, checked = outcomes(graph, program)

    for deletion, (result, *_) in zip(program, native, strict=True):
        event(f"{deletion.how}: {result[0] if isinstance(result, tuple) else 'done'}")
    note(f"{native}\n{checked}")
    assert checked == native


@bounded(15)
@given(graph=graphs(), program=programs())
def test_random_deletions_end_the_same_before_the_foreign_keys_are_converted(
    graph: Graph, program: Sequence[Deletion]
) -> None:
    native, pending = outcomes(graph, program, "pending")

    note(f"{native}\n{pending}")
    assert pending == native


def chain(*actions: str) -> Graph:
    """A node in each schema, whose every row holds the second row of the one before."""
    keys = [Key(n + 1, n, action, True, (1, 1, 1)) for n, action in enumerate(actions)]
    return Graph(HOMES[: len(actions) + 1], (None,) * (len(actions) + 1), tuple(keys))


SECOND = Deletion("instance", 0, (1,), signals=False)
CHAINS = {
    "cascade": chain("cascade"),
    "set null": chain("set null"),
    "set": chain("set"),
    "cascade, cascade": chain("cascade", "cascade"),
    "cascade, set null": chain("cascade", "set null"),
    "cascade, do nothing": chain("cascade", "do nothing"),
}


@pytest.mark.parametrize("graph", CHAINS.values(), ids=CHAINS.keys())
@pytest.mark.parametrize("rows", [10, 1_000])
def test_as_many_statements_as_with_foreign_keys_however_many_rows(graph: Graph, rows: int) -> None:
    native, checked = outcomes(graph, [SECOND], rows=rows)

    assert checked == native


@pytest.mark.parametrize("action", ["cascade", "set null", "set"])
def test_the_statements_for_rows_that_nobody_refers_to_do_not_grow(action: str) -> None:
    numbers = []
    for rows in (10, 1_000):
        _, [[result, statements, _, _]] = outcomes(chain(action), [SECOND], rows=rows)
        assert result[0][0] == (rows + 1 if action == "cascade" else 1)
        numbers.append(statements)

    assert numbers[0] == numbers[1]


# Private
# -------


def outcomes(
    graph: Graph, program: Sequence[Deletion], kind: str = "identity", *, rows: int = ROWS
) -> list[Any]:
    """What the deletions come to with foreign keys in one schema, and with keys across."""
    found = []
    for each in ("native", kind):
        with transaction.atomic("papers"):
            twin = Twin(graph, each, next(serials), rows)
            twin.build()
            found.append([twin.outcome(deletion) for deletion in program])
            transaction.set_rollback(True, "papers")
    return found


def key_of(node: int, row: int) -> int:
    """The primary key of a row; unique over all nodes, for some inherit from others."""
    return 10_000 * (node + 1) + row


def plain(done: tuple[int, dict[str, int]]) -> Any:
    """The counts, by the names that both twins have."""
    total, by_label = done
    return total, {label.partition(".")[2]: number for label, number in by_label.items()}


def names(objects: Any) -> list[tuple[str, Any]]:
    return sorted((type(each).__name__, each.pk) for each in objects)


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements in the block, whichever alias they run on."""
    seen: list[str] = []

    def write(execute: Callable[..., Any], sql: str, *args: Any) -> Any:
        seen.append(sql)
        return execute(sql, *args)

    wrappers = [connections[alias].execute_wrapper(write) for alias in connections]
    for wrapper in wrappers:
        wrapper.__enter__()
    try:
        yield seen
    finally:
        for wrapper in wrappers:
            wrapper.__exit__(None, None, None)
