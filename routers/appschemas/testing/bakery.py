"""model_bakery: makes the other side of an identity key, as it does of a foreign key.

It asks for the very class of a field, and an identity key's is another. Imported only where
model_bakery is installed.
"""

from __future__ import annotations

from model_bakery import baker, random_gen


def register() -> None:
    """Let `baker.make()` fill identity keys."""
    for name in ("IdentityRelation", "OneToOneRelation"):
        baker.generators.add(f"appschemas.fields.relation.{name}", random_gen.gen_related)
