"""schema_contract: derive the contract from the models."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from appschemas.auditing.contract_writing import derive_contract, differences, to_toml
from appschemas.conf import contract_path
from appschemas.contract.contract import Contract
from appschemas.contract.file import json_schema
from appschemas.contract.subset import refuse_subset
from appschemas.exceptions import AppSchemasError


class Command(BaseCommand):
    """Shows what the models say that the contract does not; --write puts it into the file."""

    help = "Derives the contract from the models: shows the difference, checks or writes the file."
    # It mends what the checks complain of.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        mode = parser.add_mutually_exclusive_group()
        mode.add_argument("--check", action="store_true", help="Exit 1 if the file is not current.")
        mode.add_argument("--write", action="store_true", help="Write the file.")
        mode.add_argument(
            "--json-schema", action="store_true", help="Print the file's JSON Schema for editors."
        )

    def handle(
        self, *args: Any, check: bool, write: bool, json_schema: bool, **options: Any
    ) -> None:
        if json_schema:
            return self.stdout.write(json.dumps(_json_schema(), indent=2))
        try:
            refuse_subset("schema_contract")
            path = contract_path()
            contract = Contract.load(path) if path.exists() else None
            desired = derive_contract(contract)
            lines = list(differences(contract, desired)) if contract else ["+ the whole file"]
            text = to_toml(desired, path) if lines else ""
            if text:
                # What is written must be readable.
                Contract.parse(text, path)
        except AppSchemasError as error:
            raise CommandError(str(error)) from None
        if not lines:
            return self.stdout.write(self.style.SUCCESS(f"{path} says what the models say."))
        for line in lines:
            self.stdout.write(line)
        if write:
            path.write_text(text, encoding="utf-8")
            return self.stdout.write(self.style.SUCCESS(f"Wrote {path}."))
        message = f"{path} does not say what the models say; write it with --write."
        if check:
            raise CommandError(message)
        return self.stdout.write(message)


_json_schema = json_schema
