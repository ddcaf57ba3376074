"""Lookups: `account__in=<queryset>` is two statements, keys first."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import router
from django.db.models.lookups import In
from django.db.models.sql.query import Query

from appschemas.fields import IdentityKey


@IdentityKey.register_lookup
class KeyIn(In):
    """`key = ANY (array)`: one parameter, one plan, however many keys."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        if isinstance(self.rhs, Query):
            alias = router.db_for_read(self.rhs.model)
            if alias == connection.alias:
                return super().as_sql(compiler, connection)
            keys = [row[0] for row in self.rhs.get_compiler(using=alias).results_iter()]
        elif not self.rhs_is_direct_value() or any(
            hasattr(value, "resolve_expression") for value in self.rhs
        ):
            return super().as_sql(compiler, connection)
        else:
            keys = list(self.rhs)
        keys = list(dict.fromkeys(key for key in keys if key is not None))
        if not keys:
            raise EmptyResultSet
        lhs, params = self.process_lhs(compiler, connection)
        field = self.lhs.output_field
        array = [field.get_db_prep_value(key, connection) for key in keys]
        # varchar(64)[] would cut what is longer; the bare type does not.
        kind = field.db_type(connection).partition("(")[0]
        return "{} = ANY (%s::{}[])".format(lhs, kind), [*params, array]  # noqa: UP032
