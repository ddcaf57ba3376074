"""flush: no row is left in any schema, or in the one that --database names."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import flush
from django.core.management.sql import emit_post_migrate_signal
from django.db import IntegrityError, connections

from appschemas.backend.session.aliases import Together
from appschemas.conf import get_contract
from appschemas.database.servers import databases_of
from appschemas.management.whole_project import (
    WholeProject,
    aliases_for,
    with_the_rights_of_owners,
)
from appschemas.routers import taken_together


class Command(WholeProject, flush.Command):
    """Django's flush, with the login of the migrator: to empty a table is its owner's right."""

    def handle(self, *, database: str, interactive: bool, **options: Any) -> None:
        if isinstance(database, Together) and not database.aliases:
            return
        if get_contract().schema_of_alias(database) is None:
            return super().handle(database=database, interactive=interactive, **options)
        aliases = aliases_for(database)
        if interactive and not _confirmed(aliases):
            self.stdout.write("Flush cancelled.")
            return
        inhibit_post_migrate = options.pop("inhibit_post_migrate", False)
        with with_the_rights_of_owners():
            for server in databases_of(get_contract()):
                if here := [alias for alias in aliases if alias in server.aliases]:
                    self._flush(here, **options)
            for alias in () if inhibit_post_migrate else aliases:
                emit_post_migrate_signal(options["verbosity"], interactive, alias)

    # Private
    # -------

    def _flush(self, aliases: list[str], **options: Any) -> None:
        try:
            with taken_together(aliases):
                super().handle(
                    database=aliases[0], interactive=False, inhibit_post_migrate=True, **options
                )
        except CommandError as error:
            # Django guesses at reasons; the cause says which it is.
            hint = ""
            if isinstance(error.__cause__, IntegrityError):
                hint = " Flush the schemas that hold keys along with it: leave --database out."
            reason = str(error.__cause__).partition("\n")[0]
            raise CommandError(f"Nothing was flushed: {reason}.{hint}") from error


# Private
# -------


def _confirmed(aliases: tuple[str, ...]) -> bool:
    contract = get_contract()
    schemas = (contract.schema_of_alias(alias) for alias in aliases)
    listed = ", ".join(schema.name for schema in schemas if schema)
    names = ", ".join(dict.fromkeys(connections[alias].settings_dict["NAME"] for alias in aliases))
    question = (
        "You have requested a flush of the database.\n"
        f'This will IRREVERSIBLY DESTROY all data currently in the schemas {listed} of "{names}",\n'
        "and return each table to an empty state.\nAre you sure you want to do this?\n\n"
        "    Type 'yes' to continue, or 'no' to cancel: "
    )
    return input(question) == "yes"
