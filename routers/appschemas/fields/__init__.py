"""Fields: the identity key on a model."""

from appschemas.fields.identity_key import IdentityKey, IdentityOneToOne, identity_keys
from appschemas.fields.many_to_many import IdentityManyToMany
from appschemas.fields.relation import IdentityRelation

__all__ = [
    "IdentityKey",
    "IdentityManyToMany",
    "IdentityOneToOne",
    "IdentityRelation",
    "identity_keys",
]
