"""Verifiers: what a server keeps of a password, made where the password is."""

from __future__ import annotations

import hmac
import secrets
import stringprep
import unicodedata
from base64 import b64encode
from hashlib import pbkdf2_hmac, sha256
from typing import Final


def verifier(password: str, salt: bytes | None = None) -> str:
    """The SCRAM-SHA-256 verifier of a password, as PostgreSQL keeps it.

    https://www.postgresql.org/docs/current/catalog-pg-authid.html

    Args:
        password: As it is typed.
        salt: 16 bytes; at random unless said.
    """
    salt = salt or secrets.token_bytes(16)
    salted = pbkdf2_hmac("sha256", _prepared(password).encode(), salt, _ITERATIONS)
    stored = sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    parts = [b64encode(each).decode() for each in (salt, stored, server)]
    return f"SCRAM-SHA-256${_ITERATIONS}:{parts[0]}${parts[1]}:{parts[2]}"


# Private
# -------

# PostgreSQL's own: https://www.postgresql.org/docs/current/runtime-config-connection.html
_ITERATIONS: Final = 4096
_PROHIBITED: Final = (
    stringprep.in_table_a1, stringprep.in_table_c12, stringprep.in_table_c21_c22,
    stringprep.in_table_c3, stringprep.in_table_c4, stringprep.in_table_c5, stringprep.in_table_c6,
    stringprep.in_table_c7, stringprep.in_table_c8, stringprep.in_table_c9,
)  # fmt: skip


def _prepared(password: str) -> str:
    """SASLprep (RFC 4013); what it forbids PostgreSQL takes as it is."""
    mapped = "".join(
        " " if stringprep.in_table_c12(each) else each
        for each in password
        if not stringprep.in_table_b1(each)
    )
    prepared = unicodedata.normalize("NFKC", mapped)
    if not prepared or any(test(each) for each in prepared for test in _PROHIBITED):
        return password
    right_to_left = [stringprep.in_table_d1(each) for each in prepared]
    if any(right_to_left) and (
        any(map(stringprep.in_table_d2, prepared)) or not (right_to_left[0] and right_to_left[-1])
    ):
        return password
    return prepared
