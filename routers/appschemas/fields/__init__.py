"""Fields: the identity key on a model."""

from appschemas.fields.identity_key import IdentityKey, identity_keys

__all__ = ["IdentityKey", "identity_keys"]
