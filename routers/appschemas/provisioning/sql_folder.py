"""The folder `sql/`: what the database will run, for a DBA to read and to run with psql."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from appschemas.contract.contract import Contract
from appschemas.exceptions import AppSchemasError
from appschemas.integrity.discovery import installed_references
from appschemas.provisioning.psql.checks import check_files, is_run_alone
from appschemas.provisioning.psql.privileges import privilege_scripts, undo_files
from appschemas.provisioning.psql.read_me import FILE, is_rendered, read_me
from appschemas.provisioning.psql.reads import reads_scripts
from appschemas.provisioning.psql.script import index
from appschemas.provisioning.psql.tables import table_scripts


def render(contract: Contract) -> dict[str, str]:
    """The files of `sql/` by their path below it, in the order in which they run.

    Needs Django's apps, and no database.
    """
    files = privilege_scripts(contract)
    files |= {f"30_tables/{name}.sql": text for name, text in table_scripts(contract)}
    references = installed_references(contract)
    files |= check_files(contract, references)
    files |= {f"45_reads/{name}.sql": text for name, text in reads_scripts(contract)}
    files = {"all.sql": index(filter(is_run_alone, files)), **files, **undo_files(contract)}
    return {**files, FILE: read_me(contract, files)}


def stale(files: Mapping[str, str], folder: Path) -> list[str]:
    """The paths below `folder` that differ from what is rendered, are missing or left over."""
    there = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.sql")
    }
    if (page := folder / FILE).exists():
        there[FILE] = page.read_text(encoding="utf-8")
        if not is_rendered(there[FILE]):
            # Somebody's own page stays.
            files = {**files, FILE: there[FILE]}
    return sorted(name for name in files.keys() | there if files.get(name) != there.get(name))


def write(files: Mapping[str, str], folder: Path) -> list[str]:
    """Make `folder` hold exactly `files`; returns what had to change.

    Raises:
        AppSchemasError: the folder cannot be written.
    """
    changed = stale(files, folder)
    try:
        for name in changed:
            path = folder / name
            if name in files:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(files[name], encoding="utf-8")
            else:
                path.unlink()
    except OSError as error:
        raise AppSchemasError(f"{error.filename}: {error.strerror}") from None
    return changed
