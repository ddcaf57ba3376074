"""Two schemas and a key between them: what is changed while somebody writes."""

from __future__ import annotations

from typing import Final

from appschemas.contract.contract import Contract


def two_schemas(prefix: str) -> Contract:
    """`app`, which holds keys of `hub`; roles and the schema of extensions begin with `prefix`."""
    return Contract.parse(_CONTRACT.format(prefix=prefix))


# Private
# -------

_CONTRACT: Final = """
version = 1
[roles]
application = "{prefix}_application"
migrator = "{prefix}_migrator"
prefix = "{prefix}_"
[extensions]
schema = "{prefix}_extensions"
[schemas.hub]
alias = "default"
apps = ["hub"]
publishes = ["hub.Person"]
[schemas.app]
apps = ["app"]
references = ["hub.Person"]
"""
