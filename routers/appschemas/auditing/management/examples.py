"""Examples: what a command's `--help` ends with."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser, DjangoHelpFormatter


class CommandWithExamples(BaseCommand):
    """A command whose help shows how it is called.

    Attributes:
        examples: (what follows `manage.py <command>`, what it does).
    """

    examples: tuple[tuple[str, str], ...] = ()

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(
            prog_name,
            subcommand,
            **{
                "epilog": epilog(f"manage.py {subcommand}", self.examples),
                "formatter_class": HelpFormatter,
                **kwargs,
            },
        )


class HelpFormatter(DjangoHelpFormatter):
    """Leaves the lines of examples as they are; all else is wrapped, as Django does."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return text if text.startswith(_HEADING) else super()._fill_text(text, width, indent)


def epilog(command: str, examples: tuple[tuple[str, str], ...]) -> str:
    """The lines of the examples, what each does beside it."""
    calls = [f"{command} {words}".rstrip() for words, _ in examples]
    width = max(map(len, calls), default=0)
    lines = (f"  {call:{width}}  {what}" for call, (_, what) in zip(calls, examples, strict=True))
    return "\n".join((_HEADING, *lines)) if examples else ""


# Private
# -------

_HEADING = "examples:"
