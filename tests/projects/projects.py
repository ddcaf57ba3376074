"""The public projects that are tried, and where their sources and the rest of them lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
HERE: Final = Path(__file__).parent
# Ignored by git: nothing of theirs is committed.
LOCAL: Final = ROOT / ".local" / "projects"


@dataclass(frozen=True, slots=True)
class Project:
    """A source distribution, pinned, and how its tests run.

    `packages` is what its tests need beside itself; `tests` are pytest's arguments in `folder`,
    below the source; `environ` is set for all that runs. What ends in one of `differs` is known to
    pass on plain PostgreSQL alone, for a reason that stands beside it.
    """

    name: str
    requirement: str
    sha256: str
    packages: tuple[str, ...]
    folder: str
    tests: tuple[str, ...]
    environ: tuple[tuple[str, str], ...] = ()
    differs: tuple[str, ...] = ()

    @property
    def home(self) -> Path:
        """Everything of this project."""
        return LOCAL / self.name

    @property
    def source(self) -> Path:
        """The unpacked source distribution."""
        return self.home / "source"

    @property
    def python(self) -> Path:
        """The interpreter of the project's own environment."""
        return self.home / "venv" / "bin" / "python"

    @property
    def work(self) -> Path:
        """Where its manage.py, its settings and its contract are put, and its tests run."""
        return self.source / self.folder


PROJECTS: Final = (
    Project(
        "oscar",
        "django-oscar==4.2.1",
        "bbe1dfc0b57954a2853d1c5ac35d212425143d92980516aa64e68bedcf3fb923",
        ("sorl-thumbnail", "pycountry"),
        # The distribution has factories and no tests: what runs is a shop of ours on them.
        "src",
        ("shop",),
    ),
    Project(
        "pretalx",
        "pretalx==2025.2.2",
        "86da5f1031644194b3259d48ca4ffa3b4b46e50e061c9806a6429e6143ed6d23",
        ("pytest-mock", "responses", "freezegun", "jsonschema", "urllib3", "drf-spectacular",
         "faker"),
        "src",
        ("tests/submission", "tests/schedule", "tests/person", "tests/event"),
        # Without it its tests run no migrations.
        (("GITHUB_WORKFLOW", "yes"),),
    ),
    Project(
        "wagtail",
        "wagtail==8.0.1",
        "819865a10bce86b16288cfaefa4195b90ffb5e7ac494fb18659e7be099ef386f",
        ("Jinja2", "boto3", "freezegun", "azure-mgmt-cdn", "azure-mgmt-frontdoor",
         "azure-identity", "django-pattern-library", "responses", "factory-boy", "tblib", "polib"),
        "",
        ("wagtail/tests", "wagtail/sites", "wagtail/locales", "wagtail/snippets", "wagtail/users"),
        differs=(
            # They count statements: Django keeps content types for each alias, and the first look
            # of another schema at one is a SELECT more.
            "TestPublishScheduledPagesCommand::test_future_go_live_page_will_not_be_published",
            "TestPublishScheduledCommand::test_future_go_live_will_not_be_published",
            # It writes another schema's table by raw SQL on the connection of "default".
            "TestNullStreamField::test_migrate_stream_data",
        ),
    ),
)  # fmt: skip
