"""Compilers: a query runs in the schema of its model, whichever alias it was begun on.

Django's deletion collector asks for the rows of other apps on the alias of the row that goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final

from django.apps import apps
from django.db import connections, models, router
from django.db.backends.postgresql import compiler as postgresql
from django.db.models.sql.constants import GET_ITERATOR_CHUNK_SIZE, MULTI
from django.db.models.sql.query import Query, RawQuery

from appschemas import conf
from appschemas.backend.related_rows import Taken, Wanted, attach, fill, without_keys
from appschemas.conf import get_contract
from appschemas.exceptions import AppSchemasError
from appschemas.fields import IdentityKey
from appschemas.fields.lookups import in_two_steps

# Of 100 rows, as Django fetches them.
_CHUNKS: Final = 20
# What all of Django's compilers begin with; found once, and not by super() for each query.
_init: Final[Any] = postgresql.SQLCompiler.__init__
_execute_sql: Final = postgresql.SQLCompiler.execute_sql

__all__ = [
    "SQLAggregateCompiler",
    "SQLCompiler",
    "SQLDeleteCompiler",
    "SQLInsertCompiler",
    "SQLUpdateCompiler",
]


class _AtHome:
    connection: Any
    query: Any
    writes = False
    # The keys of other schemas that select_related() names.
    taken: Sequence[Taken] = ()

    def __init__(self, query: Any, connection: Any, using: str | None, elide_empty: bool = True):
        # A query's attributes are in a dictionary that it has copied of another's, and found there
        # sooner than by their names. Most queries are told here to be where they belong.
        known = query.__dict__
        try:
            app = known["model"]._meta.concrete_model._meta.app_label
            stays = conf.known_contract.aliases[app] == using  # type: ignore[union-attr]
        except (AttributeError, KeyError):
            stays = False
        if not stays or "read_by" in known or "select_related" in known:
            query, connection, using = self._placed(query, connection, using)
        _init(self, query, connection, using, elide_empty)

    @property
    def replica(self) -> str | None:
        """The alias of the replica at which the query reads, and what goes with it."""
        replica = getattr(self.connection, "replica", None)
        return replica and replica.alias

    def apart(self, node: Any) -> Any:
        """`IN (SELECT ..)` of a schema that this one does not read is two statements."""
        home, here = _home(node.rhs), _home(self.query)
        if home in (None, here) or here is None or _reads(here, home):
            return node
        return in_two_steps(node, self.replica or home)

    def _placed(self, query: Any, connection: Any, using: str | None) -> tuple[Any, Any, Any]:
        """The query without what lies behind keys of other schemas, and where it runs."""
        # SQL of the project's own is of no model that a query could be asked for: it stays.
        if not isinstance(query, RawQuery):
            if using is not None and _home(query) not in (None, using):
                connection, using = self._moved(query, using)
            if query.select_related:
                query, self.taken = without_keys(query)
        return query, connection, using

    def _moved(self, query: Any, using: str) -> tuple[Any, str]:
        """Where it runs that was begun on `using`."""
        home = _home(query)
        if (replica := getattr(connections[using], "replica", None)) is None:
            return connections[home], str(home)
        if self.writes:
            raise _read_only(using, str(home))
        return replica.of_schema(home), using


class SQLCompiler(_AtHome, postgresql.SQLCompiler):
    """SELECT; a lock that names no model is one on the rows of the query's own schema."""

    def execute_sql(
        self,
        result_type: Any = MULTI,
        chunked_fetch: bool = False,
        chunk_size: int = GET_ITERATOR_CHUNK_SIZE,
    ) -> Any:
        results = _execute_sql(self, result_type, chunked_fetch, chunk_size)
        if results.__class__ is list and len(results) == 1 == len(results[0]) and not self.taken:
            # A row that is read alone has no peers.
            return results
        if self.klass_info and result_type == MULTI:
            wanted = Wanted(self.taken, {})
            attach(self, wanted)
            if self.taken:
                self.results_iter = partial(self._with_related, wanted)
        return results

    def _with_related(self, wanted: Wanted, results: Any, *args: Any, **kwargs: Any) -> Any:
        """What results_iter() gives, with the objects behind the keys."""
        for chunks in _read_together(results):
            rows = list(super().results_iter(chunks, *args, **kwargs))
            fill(self, wanted, rows)
            yield from rows

    def get_select_for_update_of_arguments(self) -> Any:
        named = super().get_select_for_update_of_arguments()
        if named or not self.query.select_for_update:
            return named
        used = [alias for alias in self.query.alias_map if self.query.alias_refcount[alias]]
        own = [alias for alias in used if self._is_own(alias)]
        # Rows of others that are asked for by name are refused: to read them locks nothing.
        if len(own) == len(used) or not self._related_aliases() <= {*own}:
            return named
        return [self.quote_name_unless_alias(alias) for alias in own]

    def _is_own(self, alias: str) -> bool:
        home = _home_of_table(self.query.alias_map[alias].table_name)
        return home in (None, self.connection.alias)

    def _related_aliases(self) -> set[str]:
        """The tables whose rows select_related() brings along."""
        waiting = list((self.klass_info or {}).get("related_klass_infos", ()))
        found = set()
        while waiting:
            related = waiting.pop()
            waiting += related.get("related_klass_infos", ())
            found |= {self.select[index][0].alias for index in related["select_fields"][:1]}
        return found


class SQLInsertCompiler(_AtHome, postgresql.SQLInsertCompiler):
    """INSERT."""

    writes = True


class SQLDeleteCompiler(_AtHome, postgresql.SQLDeleteCompiler):
    """DELETE."""

    writes = True


class SQLAggregateCompiler(_AtHome, postgresql.SQLAggregateCompiler):
    """Aggregates over a subquery."""


class SQLUpdateCompiler(_AtHome, postgresql.SQLUpdateCompiler):
    """UPDATE, where an identity key may be given as an instance."""

    writes = True

    def as_sql(self) -> Any:
        self.query.values = [
            (field, model, _bare(field, value)) for field, model, value in self.query.values
        ]
        return super().as_sql()


def compile_in(node: Any, compiler: Any, connection: Any) -> Any:
    """`IN`, of which the compiler may have to read the subquery first."""
    if isinstance(node.rhs, Query) and isinstance(compiler, _AtHome):
        apart = compiler.apart(node)
        if apart is not node:
            # What is made of it has values, or is no IN any more.
            return apart.as_sql(compiler, connection)
    return node.as_sql(compiler, connection)


# Private
# -------


def _home(query: Any) -> str | None:
    if reader := getattr(query, "read_by", None):
        return get_contract()[reader].alias
    model = query.model
    if model is None or not router.routers:
        return None
    # Each schema has a django_migrations of its own, and no schema claims that app.
    # A proxy is where its table lies.
    original = (model._meta.concrete_model or model)._meta
    return (conf.known_contract or get_contract()).aliases.get(original.app_label)


def _read_together(results: Any) -> Iterator[list[Any]]:
    """Chunks of rows: by the thousands where all are here, else as they come, by iterator()."""
    if not isinstance(results, list):
        yield from ([chunk] for chunk in results)
    else:
        for first in range(0, len(results), _CHUNKS):
            yield results[first : first + _CHUNKS]


def _read_only(using: str, home: str) -> AppSchemasError:
    return AppSchemasError(
        f"using({using!r}): no schema of the contract has this alias, so it is a replica's, and "
        f"nothing is written there. Leave using() out to write as the schema: {home!r}."
    )


def _reads(here: str, home: str) -> bool:
    """Whether the schema of one alias may read that of another."""
    contract = get_contract()
    reader, read = contract.schema_of_alias(here), contract.schema_of_alias(home)
    return reader is not None and read is not None and read.name in reader.reads


def _home_of_table(table: str) -> str | None:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table == table:
            schema = get_contract().schema_of_app(model._meta.app_label)
            return schema.alias if schema else None
    return None


def _bare(field: Any, value: Any) -> Any:
    if isinstance(field, IdentityKey) and isinstance(value, models.Model):
        return field.key_of(value)
    return value
