"""The settings of the side that is tried: a plain PostgreSQL database, or schemas.

These lines are all that a project changes.
"""

import os
from pathlib import Path

SIDE = os.environ["PROJECT_SIDE"]
HERE = Path(__file__).parent


def databases() -> dict:
    """One database, or an alias for each schema of it."""
    if SIDE == "before":
        import dj_database_url

        return {"default": dj_database_url.parse(os.environ["DATABASE_URL"])}
    import appschemas

    return appschemas.databases(HERE / "schemas.toml", os.environ)


def with_schemas(installed: list, routers: list) -> tuple:
    """INSTALLED_APPS, DATABASE_ROUTERS and APPSCHEMAS_CONTRACT."""
    if SIDE == "before":
        return list(installed), list(routers), None
    import appschemas

    contract, schemas = HERE / "schemas.toml", "appschemas.routers.SearchPathRouter"
    apps = appschemas.installed_apps(contract, [*installed, "appschemas"])
    return apps, [*routers, schemas], contract
