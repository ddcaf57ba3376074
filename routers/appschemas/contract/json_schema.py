"""JSON Schema of the contract's file, by which editors complete and check it."""

from __future__ import annotations

from typing import Any, Final

from appschemas.contract.file import ContractFile
from appschemas.exceptions import DOCUMENTATION

# Where editors find it: a line `#:schema <this>` at the head of the file.
SCHEMA_URL: Final = f"{DOCUMENTATION}/schemas.schema.json"


def json_schema() -> dict[str, Any]:
    """The file's JSON Schema, for editors (https://taplo.tamasfe.dev/configuration/directives.html)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_URL,
        **ContractFile.model_json_schema(),
    }
