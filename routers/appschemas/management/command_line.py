"""The command line without manage.py: roles and grants from a contract, verifiers, the doctor.

python -m appschemas sql --contract schemas.toml --output sql
python -m appschemas verifier
python -m appschemas doctor
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from getpass import getpass
from pathlib import Path
from typing import Final

from django.core.management.color import color_style, no_style

from appschemas.auditing.management.examples import HelpFormatter, epilog
from appschemas.contract.contract import Contract
from appschemas.exceptions import AppSchemasError
from appschemas.management.doctor.examination import examine
from appschemas.management.doctor.settings import find_settings
from appschemas.management.doctor.symptoms import Sign, lines_of
from appschemas.management.terminal import is_colourless, width_of
from appschemas.provisioning.psql.privileges import privilege_files
from appschemas.provisioning.psql.verifier import verifier
from appschemas.provisioning.sql_folder import stale, write

EXAMPLES: Final = (
    ("sql --contract schemas.toml --output sql", "roles, schemas and grants, for psql"),
    ("sql --check", "exit 1 where the folder is not what would be rendered"),
    ("verifier", "a SCRAM verifier of a password that is asked for"),
    ("doctor", "what is wrong, also where settings cannot be imported"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; returns the exit code: 0, or 1 with a message."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "verifier":
            print(verifier(_password()))
            return 0
        if options.command == "doctor":
            return _examine(options.contract)
        return _render(options.contract, options.output, check=options.check)
    except AppSchemasError as error:
        print(error, file=sys.stderr)
        return 1


# Private
# -------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m appschemas",
        description=__doc__.splitlines()[0],
        epilog=epilog("python -m appschemas", EXAMPLES),
        formatter_class=HelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    sql = commands.add_parser(
        "sql", help="Render the DBA's part of sql/: all but tables and checks."
    )
    sql.add_argument("--contract", type=Path, default=Path("schemas.toml"), help="The contract.")
    sql.add_argument("--output", type=Path, default=Path("sql"), help="The folder.")
    sql.add_argument("--check", action="store_true", help="Write nothing; exit 1 if it is stale.")
    commands.add_parser("verifier", help="Make the SCRAM verifier of a password that is read.")
    doctor = commands.add_parser(
        "doctor", help="Say what is wrong, also where settings cannot be imported."
    )
    doctor.add_argument("--contract", type=Path, help="The contract, where settings do not say.")
    return parser


def _password() -> str:
    text = getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not text:
        raise AppSchemasError("There is no password: type one, or pipe it in.")
    return text


def _examine(contract: Path | None) -> int:
    find_settings(Path.cwd())
    symptoms = list(examine(contract))
    style = no_style() if is_colourless() else color_style()
    for line in lines_of(symptoms, style, width_of(sys.stdout)):
        print(line)
    return int(any(each.sign is Sign.WRONG for each in symptoms))


def _render(contract: Path, output: Path, *, check: bool) -> int:
    files = privilege_files(Contract.load(contract))
    changed = stale(files, output) if check else write(files, output)
    for name in changed:
        print(output / name)
    if check and changed:
        how = f"python -m appschemas sql --contract {contract} --output {output}"
        print(f"{output} is stale in {len(changed)} files; render it with: {how}", file=sys.stderr)
        return 1
    print(f"{output}: {len(files)} files, {f'wrote {len(changed)}' if changed else 'all current'}.")
    return 0
