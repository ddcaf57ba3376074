"""Two roads, one database: psql with sql/, and the commands; also where names are odd."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.tools.own_project import TEXT
from tests.tools.three_logins import Service, service
from tests.tools.whole_catalog import whole_catalog

# Words of SQL's own for schemas, and what cloud services call logins for roles.
ODD = (
    TEXT.replace("schemas.people]", "schemas.user]")
    .replace("schemas.papers]", 'schemas.order]\nsession = "own"')
    .replace("schemas.reviews]", "schemas.select]")
    .replace(
        'reads = ["papers"]', 'reads = ["order", "people.Person (id, name)", "user.people_badge"]'
    )
)
NAMES = {"plain": ("roads_{}", TEXT), "odd": ("Roads-{}.x@y", ODD)}


@pytest.mark.parametrize("names", NAMES)
def test_psql_and_the_commands_give_the_same_database(
    server: dict[str, Any], tmp_path: Path, django_db_blocker: Any, worker_id: str, names: str
) -> None:
    name, text = NAMES[names]
    made = {}
    for road in (by_psql, by_psql_and_migrate, by_commands):
        with (
            django_db_blocker.unblock(),
            service(server, tmp_path, name.format(worker_id), text=text) as managed,
        ):
            road(managed)
            with managed.administrator() as connection:
                made[road] = whole_catalog(connection, managed.database)
            assert managed.verified(managed.migrator)[-1] == "exit 0"

    assert len(made[by_psql]) > 300
    assert made[by_psql] == made[by_commands]
    assert made[by_psql_and_migrate] == made[by_commands]


# Private
# -------


def by_psql(managed: Service) -> None:
    managed.render()
    assert managed.psql("all.sql") == ""
    assert managed.psql("all.sql") == ""
    managed.let_in()


def by_psql_and_migrate(managed: Service) -> None:
    managed.render()
    for file in ("10_roles.sql", "20_schemas.sql", "22_database.sql"):
        managed.psql(file)
    for path in sorted((managed.sql / "25_grants").glob("*.sql")):
        managed.psql(f"25_grants/{path.name}")
    managed.let_in()
    reads = [f"45_reads/{path.name}" for path in (managed.sql / "45_reads").glob("*.sql")]
    # What is not there yet is left out, and given once it is.
    assert [managed.psql(file) for file in reads] == [""] * len(reads)
    managed.migrate()
    assert [managed.psql(file, login=managed.migrator) for file in reads] == [""] * len(reads)


def by_commands(managed: Service) -> None:
    with managed.administered_by(managed.dba):
        call_command("schema_apply", apply=True, verbosity=0)
    managed.let_in()
    managed.migrate()
    if "45_reads" in {path.name for path in managed.sql.glob("*")}:
        # What is read of a table is granted once it is there.
        with managed.administered_by(managed.dba):
            call_command("schema_apply", apply=True, verbosity=0)
