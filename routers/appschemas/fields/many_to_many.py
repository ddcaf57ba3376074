"""Many-to-many over schemas: rows of a table of one's own that hold keys of another's.

The table between holds a foreign key of this side and an identity key of the other. What changes is
written there, as a `ManyToManyField` writes it; what is read is read in two steps, the keys of that
table and then the rows of the other side. There is no column for it: a migration knows nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from functools import partial
from typing import Any

from django.db import models, router
from django.db.models.fields import related_descriptors as django
from django.utils.functional import cached_property

from appschemas.exceptions import NotInstalled
from appschemas.fields.identity_key import IdentityKey
from appschemas.fields.prepared import is_of_a_state, when_prepared


class IdentityManyToMany(models.ManyToManyField):
    """Stands where a `ManyToManyField` to another schema's model stood.

    Args:
        to: The published model, `"app_label.Model"`; its app need not be installed. The class
            itself says the same.
        through: The model between, `"app_label.Model"`, with a `ForeignKey` of this side and an
            `IdentityKey` of the other. Without one there is a model `<Model>_<field>` of this app,
            which migrations make, on the table that a `ManyToManyField` would have.
        key: A field of the target's primary key type, for that model; bigint by default.
        related_name: The name of a manager on the other side; without one there is none.

    Raises:
        NotInstalled: the rows of the other side are asked for, and its app is not installed.
    """

    def __init__(
        self,
        to: str | type[models.Model],
        *,
        through: str | type[models.Model] | None = None,
        key: models.Field[Any, Any] | None = None,
        related_name: str | None = None,
        db_table: str | None = None,
        **options: Any,
    ) -> None:
        to, through = _label(to), through and _label(through)
        super().__init__(to, through=through, related_name=related_name or "+", **options)
        self._label, self._key, self.db_table = to, key, db_table
        # Whether nobody declared a model between, with fields that must be given.
        self.makes_between = through is None

    def contribute_to_class(self, cls: Any, name: str, **kwargs: Any) -> None:
        # Private, as a generic relation is: a state of migrations has no such field. Nor has the
        # model until both sides are there.
        if cls._meta.abstract:
            models.Field.contribute_to_class(self, cls, name, private_only=True)
            return
        if getattr(self, "mti_inherited", False):
            # A copy of the parent's, whose manager and paths serve its children.
            copied: Any = self
            cls._meta.add_field(copied.model._meta.get_field(name), private=True)
            return
        self.set_attributes_from_name(name)
        self.model, self.opts = cls, cls._meta
        setattr(cls, name, _NotInstalled(self))
        if is_of_a_state(cls):
            return
        self._name_the_way_back(cls)
        if self.remote_field.hidden:
            hidden = f"_{cls._meta.app_label}_{cls.__name__.lower()}_{name}_+"
            self.remote_field.related_name = hidden
        through = self.remote_field.through
        if not through:
            through = f"{cls._meta.object_name}_{name}"
            # After the class itself: content types and fixtures come in the order of the models.
            key = (cls._meta.app_label, cls._meta.model_name)
            cls._meta.apps.lazy_model_operation(partial(self._make_between, through), key)
        if "." not in through:
            through = f"{cls._meta.app_label}.{through}"
        when_prepared(self, (self.remote_field.model, through, cls._meta.label), _bind)

    def _name_the_way_back(self, cls: Any) -> None:
        """Of an abstract class's line each model has its own: `%(class)s`, `%(app_label)s`."""
        name, label = cls.__name__.lower(), cls._meta.app_label
        words = {"class": name, "model_name": cls._meta.model_name, "app_label": label.lower()}
        for each in ("related_name", "related_query_name"):
            if text := getattr(self.remote_field, each):
                setattr(self.remote_field, each, text % words)

    def _make_between(self, name: str, cls: Any) -> None:
        """Make the model between, as Django makes one, but for being the app's own."""
        near, far = cls._meta.model_name, self._label.rpartition(".")[2].lower()
        if near == far:
            near, far = f"from_{near}", f"to_{far}"
        options = {
            "apps": cls._meta.apps,
            "app_label": cls._meta.app_label,
            "db_table": self._get_m2m_db_table(cls._meta),
            "db_tablespace": cls._meta.db_tablespace,
            "unique_together": [(near, far)],
            "default_permissions": (),
        }
        ends = {
            near: models.ForeignKey(cls._meta.label, models.CASCADE, related_name="+"),
            far: IdentityKey(self._label, models.CASCADE, self._key),
        }
        type(
            name,
            (models.Model,),
            {"Meta": type("Meta", (), options), "__module__": cls.__module__, **ends},
        )

    def contribute_to_related_class(self, cls: Any, related: Any) -> None:
        super().contribute_to_related_class(cls, related)
        if not self.remote_field.hidden:
            accessor = _TwoStepDescriptor(self.remote_field, reverse=True)
            setattr(cls, related.accessor_name, accessor)


# Private
# -------


def _bind(field: IdentityManyToMany, target: Any, through: Any, model: Any) -> None:
    field.remote_field.model, field.remote_field.through = target, through
    for each in (model, *_heirs(model)):
        each._meta.add_field(field, private=True)
    setattr(model, field.name, _TwoStepDescriptor(field.remote_field, reverse=False))
    field.m2m_db_table = partial(field._get_m2m_db_table, model._meta)
    field.contribute_to_related_class(target, field.remote_field)


def _heirs(model: Any) -> Iterator[Any]:
    """The models that inherit from `model`, proxies among them, as far as they are there."""
    for each in model.__subclasses__():
        if not each._meta.abstract and not is_of_a_state(each):
            yield each
            yield from _heirs(each)


def _label(model: str | type[models.Model]) -> str:
    return model if isinstance(model, str) else model._meta.label


class _NotInstalled:
    def __init__(self, field: IdentityManyToMany) -> None:
        self.field = field

    def __get__(self, instance: Any, owner: Any) -> Any:
        if instance is None:
            return self
        raise NotInstalled(
            f"{self.field} points at {self.field.remote_field.model}, whose app is not installed "
            "here; the keys themselves are in the table between."
        )


class _TwoStepDescriptor(django.ManyToManyDescriptor):
    @cached_property
    def related_manager_cls(self) -> Any:
        model = self.rel.related_model if self.reverse else self.rel.model
        return _in_two_steps(model._default_manager.__class__, self.rel, self.reverse)


def _in_two_steps(superclass: Any, rel: Any, reverse: bool) -> Any:
    """Django's manager, which writes the table between; here is how the other side is read."""
    made = django.create_forward_many_to_many_manager(superclass, rel, reverse)

    class TwoStepManager(made):  # type: ignore[misc, valid-type]
        def __call__(self, *, manager: str) -> Any:
            named = getattr(self.model, manager).__class__
            return _in_two_steps(named, rel, reverse)(instance=self.instance)

        do_not_call_in_templates = True

        def db_manager(self, using: Any = None, hints: Any = None) -> Any:
            # Django names the alias of this side for what is made on the other.
            here = router.db_for_write(type(self.instance), instance=self.instance)
            return super().db_manager(None if using == here else using, hints)

        def _get_target_ids(self, target_field_name: str, objs: Any) -> Any:
            # By their keys: Django takes rows of the same alias only.
            known = (
                each.pk if isinstance(each, self.model) and each.pk is not None else each
                for each in objs
            )
            return super()._get_target_ids(target_field_name, list(known))

        def _between(self, instances: Any) -> Any:
            between = self.through._default_manager.db_manager(hints={"instance": instances[0]})
            rows = between.filter(
                **{f"{self.source_field_name}__in": [each.pk for each in instances]}
            )
            return rows.exclude(**{f"{self.target_field_name}__isnull": True}).order_by()

        def _apply_rel_filters(self, queryset: Any) -> Any:
            queryset._add_hints(instance=self.instance)
            keys = self._between([self.instance]).values(self.target_field_name)
            return queryset.filter(pk__in=keys)

        def _build_remove_filters(self, removed: Any) -> Any:
            condition = models.Q(**{self.source_field_name: self.related_val[0]})
            if not isinstance(removed, models.QuerySet) or removed._has_filters():
                condition &= models.Q(**{f"{self.target_field_name}__in": removed})
            return condition

        def get_prefetch_querysets(self, instances: Any, querysets: Any = None) -> Any:
            if querysets and len(querysets) != 1:
                raise ValueError("querysets argument must have a length of 1.")
            queryset = querysets[0] if querysets else superclass.get_queryset(self)
            queryset._add_hints(instance=instances[0])
            names = self.source_field_name, self.target_field_name
            return (
                _Pairs(queryset, self._between(instances).values_list(*names)),
                lambda row: row._prefetched_for,
                lambda instance: instance.pk,
                False,
                self.prefetch_cache_name,
                False,
            )

    return TwoStepManager


class _Pairs:
    """The rows of the other side, each as often as a row of this side has it."""

    def __init__(self, queryset: Any, between: Any) -> None:
        self._queryset, self._between = queryset, between
        self._prefetch_related_lookups = queryset._prefetch_related_lookups
        queryset._prefetch_related_lookups = ()

    def __iter__(self) -> Any:
        holders: dict[Any, list[Any]] = {}
        for source, target in self._between:
            holders.setdefault(target, []).append(source)
        for row in self._queryset.filter(pk__in=list(holders)):
            for source in holders[row.pk]:
                each = copy(row)
                each._prefetched_for = source
                yield each
