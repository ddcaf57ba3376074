"""Short-lived: a process that is one command does not look for garbage in circles.

Models, the catalog and what is desired of it stay until the process ends. Python goes through all
of them again and again while they are made, and once more when it ends, and finds nothing: that was
a third of `schema_apply` with some hundred schemas.
"""

from __future__ import annotations

import atexit
import gc

from django.core.management.base import BaseCommand


class ShortLived(BaseCommand):
    """A command whose process ends with it, where it is called from the command line.

    One that `call_command()` runs leaves the process as it is.
    """

    def run_from_argv(self, argv: list[str]) -> None:
        was_enabled = gc.isenabled()
        gc.disable()
        # What is there in the end is given back by the end of the process.
        atexit.register(gc.freeze)
        try:
            super().run_from_argv(argv)
        finally:
            if was_enabled:
                gc.enable()
