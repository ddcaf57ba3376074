"""Making a test database, in a process of its own: nothing is imported or cached beforehand.

    python -m benchmarks.making [--from-models]

Prints the seconds that Django's `setup_databases` took and the template that was cloned, in JSON.
The database is dropped again; a template stays.
"""

from __future__ import annotations

import argparse
import json
from time import perf_counter
from typing import Any

import django
from django.conf import settings


def main() -> None:
    """Make the test databases of the settings, whatever their backend."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from-models", action="store_true")
    options = parser.parse_args()
    django.setup()
    from django.apps import apps
    from django.test.utils import setup_databases, teardown_databases

    if options.from_models:
        settings.MIGRATION_MODULES = {config.label: None for config in apps.get_app_configs()}
    begun = perf_counter()
    made = setup_databases(verbosity=0, interactive=False, serialized_aliases=())
    seconds = perf_counter() - begun
    print(json.dumps({"seconds": seconds, "template": _template()}))
    teardown_databases(made, verbosity=0)


# Private
# -------


def _template() -> str | None:
    from django.db import connection

    settings_dict: Any = connection.settings_dict
    with connection.cursor() as cursor:
        query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        cursor.execute(query, [settings_dict["NAME"]])
        (comment,) = cursor.fetchone()
    if comment is None:
        return None
    from appschemas.provisioning.fingerprints import DatabaseStamp

    stamp = DatabaseStamp.parse(comment)
    return stamp.template if stamp else None


if __name__ == "__main__":
    main()
