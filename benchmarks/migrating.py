"""One migrate, in a process of its own: nothing is imported or cached beforehand.

    python -m benchmarks.migrating [--again]

Applies the contract first where there is one. Prints in JSON what `migrate` took by the clock, and
as CPU of this process and of the server's that worked for it; with --again of a second migrate,
which has nothing to do.
"""

from __future__ import annotations

import argparse
import json
from io import StringIO
from time import perf_counter, process_time

import django
from django.conf import settings

from benchmarks.processes import ran


def main() -> None:
    """Migrate the database of DATABASE_URL."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--again", action="store_true")
    options = parser.parse_args()
    django.setup()
    from django.core.management import call_command

    if getattr(settings, "APPSCHEMAS_CONTRACT", None):
        call_command("schema_apply", apply=True, verbosity=0)
    if options.again:
        call_command("migrate", verbosity=0)
    begun, used, served = perf_counter(), process_time(), _served()
    call_command("migrate", verbosity=1, stdout=StringIO())
    wall, cpu = perf_counter() - begun, process_time() - used
    print(json.dumps({"wall": wall, "cpu": cpu + _served() - served}))


# Private
# -------


def _served() -> float:
    """Seconds that the server's process has run.

    One that the measured command has closed and opened anew is not the same.
    """
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    try:
        return ran(backend)
    except OSError:
        return 0.0


if __name__ == "__main__":
    main()
