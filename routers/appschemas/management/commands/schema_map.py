"""schema_map: the schemas and what is between them, drawn."""

from __future__ import annotations

import json
import tempfile
import webbrowser
from pathlib import Path
from typing import Any, Final

from django.core.management.base import CommandError, CommandParser

from appschemas.conf import get_contract
from appschemas.management.command import EngineCommand, add_json
from appschemas.management.map.facts import Facts
from appschemas.management.map.gathering import gather, gather_before
from appschemas.management.map.page import map_page
from appschemas.management.map.picture import picture
from appschemas.management.map.reading import read
from appschemas.management.progress import progress
from appschemas.management.short_lived import ShortLived

PAGE: Final = Path("schema_map.html")


class Command(ShortLived, EngineCommand):
    """Writes the map; exits 1 with --check where a file is not what it would write."""

    help = (
        "Draws the schemas with their tables and rows, the keys and reads between them, the roles "
        "and what each may do, and how each schema stands."
    )
    examples = (
        ("--open", "draw it and look at it"),
        ("--svg docs/schemas.svg --no-database", "a picture of the contract alone"),
    )
    # What the checks would refuse is what one wants to see.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        add_json(parser)
        parser.add_argument(
            "--html", type=Path, metavar="FILE",
            help=f"Write one page that needs no network (without --svg: {PAGE}).",
        )  # fmt: skip
        parser.add_argument(
            "--svg", type=Path, metavar="FILE", help="Write a picture for documentation."
        )
        parser.add_argument("--open", action="store_true", help="Open the page in a browser.")
        parser.add_argument(
            "--no-database", action="store_true",
            help="Draw the contract and the models alone; the same for everybody.",
        )  # fmt: skip
        parser.add_argument(
            "--orphans", action="store_true", help="Look up every identity key, too, in batches."
        )
        parser.add_argument(
            "--before", action="store_true",
            help="Draw the foreign keys that crossed before there were schemas, by the migrations.",
        )  # fmt: skip
        parser.add_argument("--title", help="Of the page (default: the database's name).")
        parser.add_argument(
            "--check", action="store_true", help="Write nothing; exit 1 if a file is stale."
        )

    def handle(
        self,
        *args: Any,
        html: Path | None,
        svg: Path | None,
        open: bool,
        no_database: bool,
        orphans: bool,
        before: bool,
        title: str | None,
        check: bool,
        json: bool,
        verbosity: int,
        **options: Any,
    ) -> None:
        if before and orphans:
            raise CommandError("--before looks at migrations only: leave out --orphans.")
        if check and not (no_database or before):
            raise CommandError(
                "--check compares what is the same for everybody: add --no-database."
            )
        if open and html is None:
            html = Path(tempfile.mkdtemp(prefix="schema_map_")) / PAGE
        if not (html or svg or json):
            html = PAGE
        quiet = not orphans or json or not verbosity
        if before:
            facts = gather_before(get_contract(), title=title)
        elif no_database:
            facts = gather(get_contract(), title=title)
        else:
            facts = self._read(orphans=orphans, quiet=quiet, title=title)
        if json:
            self.stdout.write(_dumped(facts.as_json(), indent=2))
        stale = [
            self._written(path, draw(facts), check=check)
            for path, draw in ((html, map_page), (svg, picture))
            if path
        ]
        if any(stale):
            raise CommandError("The map is stale; write it with the same options, but --check.")
        if open and html:
            webbrowser.open(html.resolve().as_uri())

    # Private
    # -------

    def _read(self, *, orphans: bool, quiet: bool, title: str | None) -> Facts:
        contract = get_contract()
        with progress(self.stderr, quiet=quiet) as told:
            return gather(
                contract, read(contract, orphans=orphans, progress=told.keys), title=title
            )

    def _written(self, path: Path, text: str, *, check: bool) -> bool:
        """Whether the file was to be looked at only, and holds something else."""
        try:
            current = path.read_text(encoding="utf-8") == text if path.exists() else False
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise CommandError(f"{path} cannot be written ({error.strerror}).") from None
        size = f"{len(text.encode()) / 1024:,.0f} kB"
        self.stdout.write(f"{path}: {'stale' if check and not current else size}")
        return check and not current


_dumped = json.dumps
