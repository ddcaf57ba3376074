"""Fields: the identity key on a model."""

from appschemas.fields.identity_key import IdentityKey, identity_keys
from appschemas.fields.relation import IdentityRelation

__all__ = ["IdentityKey", "IdentityRelation", "identity_keys"]
