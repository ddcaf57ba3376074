"""Symptoms: what was looked at, how it is, and what to type where it is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from appschemas.management.terminal import fitted, printable


class Sign(StrEnum):
    """How something is."""

    WELL = "ok"
    WRONG = "!!"
    NOTICE = "i"
    SKIPPED = ".."


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing that was looked at; `hint` is what to do, for what is wrong."""

    sign: Sign
    subject: str
    text: str
    hint: str = ""


def lines_of(symptoms: Iterable[Symptom], style: Any, width: int | None) -> Iterator[str]:
    """One screen: a line for each, and below it what to do; then what it comes to.

    Args:
        symptoms: In the order in which one builds on the other.
        style: The command's style.
        width: Of the terminal; a hint is never broken.
    """
    paints = {
        Sign.WELL: style.SUCCESS,
        Sign.WRONG: style.ERROR,
        Sign.NOTICE: style.NOTICE,
        Sign.SKIPPED: style.NOTICE,
    }
    wrong = 0
    for symptom in symptoms:
        wrong += symptom.sign is Sign.WRONG
        begin = f"{symptom.sign:<3} {symptom.subject:<{_SUBJECT}} "
        yield from fitted(begin, printable(symptom.text), paints[symptom.sign], width)
        if symptom.hint:
            yield f"{' ' * len(begin)}{printable(symptom.hint)}"
    verdict = f"{wrong} {'thing is' if wrong == 1 else 'things are'} wrong."
    yield verdict if wrong else "All is well."


# Private
# -------

_SUBJECT: Final = 9
