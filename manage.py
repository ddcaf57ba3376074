#!/usr/bin/env python
"""Django's command line for the reference project."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> None:
    """Run the command; routers/ and schemas/ are source roots, as src/ would be."""
    for source_root in ("schemas", "routers"):
        path = str(ROOT / source_root)
        if path not in sys.path:
            sys.path.insert(0, path)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line
    from django.db import OperationalError

    from appschemas.exceptions import AppSchemasError

    try:
        execute_from_command_line(sys.argv)
    except (AppSchemasError, OperationalError) as error:
        # A wrong contract or URL and a server that is away are no bugs: one message, no traceback.
        sys.exit(f"{type(error).__name__}: {str(error).strip()}")


if __name__ == "__main__":
    main()
