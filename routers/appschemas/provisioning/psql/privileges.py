"""Privileges: the DBA's part of `sql/`, which the contract alone says; no Django app is asked."""

from __future__ import annotations

from appschemas.contract.contract import Contract
from appschemas.contract.schema import KEYS_SCHEMA
from appschemas.database.desired_state import desired_state
from appschemas.provisioning.psql.grants import grants_script
from appschemas.provisioning.psql.read_me import FILE, read_me
from appschemas.provisioning.psql.roles import roles_script
from appschemas.provisioning.psql.schemas import database_script, schemas_script
from appschemas.provisioning.psql.script import index
from appschemas.provisioning.psql.undo import undo_index, undo_scripts


def privilege_scripts(contract: Contract) -> dict[str, str]:
    """The files by their path below `sql/`, in the order in which they run; each may run again."""
    # The database's name is psql's to fill in.
    desired = desired_state(contract, database="")
    return {
        "10_roles.sql": roles_script(desired),
        "20_schemas.sql": schemas_script(desired),
        "22_database.sql": database_script(desired),
        **{
            f"25_grants/{name}.sql": grants_script(name, desired)
            for name in desired.schemas
            if name != KEYS_SCHEMA
        },
    }


def privilege_files(contract: Contract) -> dict[str, str]:
    """All of `sql/` that needs no Django app: roles, schemas, grants, and the way back."""
    files = privilege_scripts(contract)
    files = {"all.sql": index(files), **files, **undo_files(contract)}
    return {**files, FILE: read_me(contract, files)}


def undo_files(contract: Contract) -> dict[str, str]:
    """The files that take all of it away, by their path below `sql/`."""
    files = dict(undo_scripts(contract))
    everything = undo_index(contract, files)
    return {f"undo/{name}": text for name, text in {"all.sql": everything, **files}.items()}
