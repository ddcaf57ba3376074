"""Natural keys: what stands in a fixture for the key of a row that has another one by then.

https://docs.djangoproject.com/en/stable/topics/serialization/#natural-keys
"""

from __future__ import annotations

from typing import Any, Final

from django.core.exceptions import ObjectDoesNotExist, ValidationError


class NaturalKey(tuple[Any, ...]):
    """The natural key of a row that is not there yet; it is looked up again on saving."""

    __slots__ = ()


def key_by_natural_key(field: Any, value: Any) -> Any:
    """The key of the row with this natural key, or a `NaturalKey` where there is none yet.

    Args:
        field: An identity key.
        value: A list or a tuple.

    Raises:
        ValidationError: the target has no natural keys.
    """
    look_up = getattr(field.target._default_manager, "get_by_natural_key", None)
    if look_up is None:
        raise ValidationError(_NO_KEY, code="invalid", params={"value": value})
    try:
        return look_up(*value).pk
    except ObjectDoesNotExist:
        return NaturalKey(value)


# Private
# -------

_NO_KEY: Final = "%(value)r is no key, and no natural key."
