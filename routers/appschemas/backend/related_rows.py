"""Related rows: what a query brings along of other schemas, in one query more for each key.

`select_related()` over an identity key is no join: when the rows of a chunk are there, the objects
behind their keys are read together. And rows that were read together have peers: whoever asks one
for the object behind its key gets those of all of them with one query
(https://docs.djangoproject.com/en/6.1/topics/db/fetch-modes/ has the like from Django 6.1 on).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple
from weakref import ref

from django.core.exceptions import FieldDoesNotExist, FieldError
from django.db import models
from django.db.models.constants import LOOKUP_SEP

from appschemas.fields import IdentityKey
from appschemas.fields.descriptors import Peers

# As many objects at once are read for the first one that is asked for.
_TOGETHER: Final = 2000
# Of which it is kept what they are made of.
_MODELS: Final = 1024


class Taken(NamedTuple):
    """An identity key that select_related() named: where its model is, and what lies behind."""

    path: tuple[str, ...]
    key: IdentityKey[Any, Any]
    behind: Mapping[str, Any]


@dataclass
class Wanted:
    """What a query wants of other schemas; `found` is what the current chunk got, by key."""

    taken: Sequence[Taken]
    found: dict[tuple[str, ...], dict[Any, models.Model]]


def without_keys(query: Any) -> tuple[Any, list[Taken]]:
    """`query` for Django's compiler, whose joins stay in the schema, and what it leaves out.

    Raises:
        FieldError: a key is deferred and named by select_related().
    """
    names = query.select_related
    if not names:
        return query, []
    options = query.get_meta()
    if names is True:
        # Every foreign key that is not null, and no identity key: none was named.
        taken: list[Taken] = []
        left = _all_joins(options, query.max_depth)
    else:
        left, taken = _parted(options, names, ())
        if not taken:
            return query, []
        _refuse_deferred(query, taken)
    query = query.clone()
    query.select_related = left or False
    return query, taken


def attach(compiler: Any, wanted: Wanted) -> None:
    """Let the rows that `compiler` makes have their peers, and what was wanted with them."""
    info = compiler.klass_info
    waiting: list[tuple[Any, tuple[str, ...]]] = [(info, ())] if info else []
    while waiting:
        part, path = waiting.pop()
        related = part.setdefault("related_klass_infos", [])
        waiting += [(each, (*path, _name_of(each))) for each in related]
        if not _holds_keys(part["model"]._meta):
            continue
        if (place := _place_of_pk(compiler, part)) is not None:
            named = [each for each in wanted.taken if each.path[:-1] == path]
            related.append(_visit(part["model"], place, _Visitor(named, wanted.found)))


def fill(compiler: Any, wanted: Wanted, rows: list[Any]) -> None:
    """Read what the keys in `rows` stand for: one query a key."""
    for each in wanted.taken:
        place = _place_of_key(compiler, each)
        keys = {row[place] for row in rows} - {None} if place is not None else set()
        targets = each.key.targets().using(compiler.replica)
        if each.behind:
            targets = targets.select_related(*_names(each.behind))
        wanted.found[each.path] = {
            found.pk: found for found in (targets.filter(pk__in=keys) if keys else ())
        }


# Private
# -------


class _Visitor:
    def __init__(self, named: list[Taken], found: dict[tuple[str, ...], dict[Any, Any]]) -> None:
        self._named, self._found = named, found
        self._peers = Peers()

    def __call__(self, instance: Any, _: Any) -> None:
        if instance is None:
            return
        if len(self._peers) >= _TOGETHER:
            self._peers = Peers()
        self._peers.append(ref(instance))
        instance._state.key_peers = self._peers
        for each in self._named:
            key = instance.__dict__.get(each.key.attname)
            if (related := self._found.get(each.path, {}).get(key)) is not None:
                instance._state.fields_cache[each.key.name] = related


def _visit(model: Any, place: int, visitor: _Visitor) -> dict[str, Any]:
    """A related object as Django's iterator takes one, which is none: it only shows each row."""
    return {
        "model": _nothing_of(model._meta.pk),
        "select_fields": [place],
        "from_parent": False,
        "local_setter": visitor,
        "remote_setter": lambda *_: None,
        "field": None,
        "reverse": False,
    }


@lru_cache(_MODELS)
def _nothing_of(pk: Any) -> type[_Nothing]:
    return type("Nothing", (_Nothing,), {"_meta": _Options(pk)})


class _Options:
    """Of a model's options, what the iterator asks for."""

    def __init__(self, pk: Any) -> None:
        self.pk = pk
        self.pk_fields = [pk]
        self.concrete_model = None


class _Nothing:
    class _state:
        peers = ()

    @classmethod
    def from_db(cls, *_: Any, **__: Any) -> Any:
        return cls


def _holds_keys(options: Any) -> bool:
    return any(map(_is_key, options.concrete_fields))


def _is_key(field: Any) -> bool:
    return isinstance(field, IdentityKey)


def _name_of(part: Mapping[str, Any]) -> str:
    field = part.get("field")
    if field is None:
        return ""
    return str(field.related_query_name() if part.get("reverse") else field.name)


def _parted(
    options: Any, names: Mapping[str, Any], path: tuple[str, ...]
) -> tuple[dict[str, Any], list[Taken]]:
    """The names to join, and the keys that they come to."""
    left: dict[str, Any] = {}
    taken: list[Taken] = []
    for name, behind in names.items():
        try:
            field = options.get_field(name)
        except FieldDoesNotExist:
            # A reverse one-to-one by its query name, a filtered relation, or Django's own error.
            left[name] = behind
            continue
        if _is_key(field):
            taken.append(Taken((*path, name), field, behind))
            continue
        left[name] = behind
        if behind and field.related_model is not None:
            left[name], more = _parted(field.related_model._meta, behind, (*path, name))
            taken += more
    return left, taken


def _all_joins(options: Any, depth: int) -> dict[str, Any]:
    if depth <= 0:
        return {}
    return {
        field.name: _all_joins(field.related_model._meta, depth - 1)
        for field in options.fields
        if field.remote_field
        and not (field.null or field.remote_field.parent_link or _is_key(field))
    }


def _refuse_deferred(query: Any, taken: list[Taken]) -> None:
    names, is_deferring = query.deferred_loading
    for each in taken:
        path = LOOKUP_SEP.join(each.path)
        # What is named behind the key is a column of the other side, whose rows are read whole.
        behind = any(name.startswith(f"{path}{LOOKUP_SEP}") for name in names)
        is_deferred = path in names if is_deferring else not (path in names or behind)
        if is_deferred:
            raise FieldError(
                f"Field {each.key.model._meta.object_name}.{each.key.name} cannot be both deferred "
                "and traversed using select_related at the same time."
            )


def _place_of_pk(compiler: Any, part: Mapping[str, Any]) -> int | None:
    return _place(compiler, part, part["model"]._meta.pk)


def _place_of_key(compiler: Any, taken: Taken) -> int | None:
    part = compiler.klass_info
    for name in taken.path[:-1]:
        parts = part.get("related_klass_infos", ())
        part = next((each for each in parts if _name_of(each) == name), None)
        if part is None:
            return None
    return _place(compiler, part, taken.key)


def _place(compiler: Any, part: Mapping[str, Any], field: Any) -> int | None:
    for place in part["select_fields"]:
        target = getattr(compiler.select[place][0], "target", None)
        if target is not None and target.attname == field.attname:
            return int(place)
    return None


def _names(behind: Mapping[str, Any], before: str = "") -> Iterable[str]:
    for name, more in behind.items():
        if more:
            yield from _names(more, f"{before}{name}{LOOKUP_SEP}")
        else:
            yield before + name
