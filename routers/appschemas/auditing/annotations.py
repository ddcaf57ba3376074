"""Annotations: crossings on the lines of a pull request, and for tools that read SARIF."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import version
from typing import Any, Final

from appschemas.auditing.crossings import KINDS, Crossing, CrossingKey
from appschemas.exceptions import DOCUMENTATION

SARIF_VERSION: Final = "2.1.0"


def github_lines(
    crossings: Iterable[Crossing], known: Collection[CrossingKey] = ()
) -> Iterator[str]:
    """One workflow command each, by which GitHub shows it at its line.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message

    Args:
        crossings: What an audit found.
        known: What a baseline lists: a warning; what is new is an error.
    """
    for crossing in crossings:
        if level := _GITHUB.get(_level(crossing, known)):
            place = f"file={_property(crossing.site.file)},line={crossing.site.line}"
            title = _property(_title(crossing))
            yield f"::{level} {place},title={title}::{_data(_message(crossing))}"


def sarif(crossings: Iterable[Crossing], known: Collection[CrossingKey] | None) -> dict[str, Any]:
    """The same as a log of SARIF's, with a rule for each kind.

    https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

    Args:
        crossings: What an audit found.
        known: What a baseline lists; None where there is none.
    """
    driver = {
        "name": "appschemas",
        "version": version("django-appschemas"),
        "informationUri": DOCUMENTATION,
        "rules": [
            {
                "id": kind,
                "shortDescription": {"text": f"SQL that leaves its schema: {kind}"},
                "help": {"text": fix},
                "helpUri": f"{DOCUMENTATION}/reference/audit/#kinds",
            }
            for kind, (_, fix) in KINDS.items()
        ],
    }
    results = [_result(crossing, known) for crossing in crossings]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": SARIF_VERSION,
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }


# Private
# -------

# What is allowed needs no line of its own.
_GITHUB: Final = {"error": "error", "warning": "warning"}


def _level(crossing: Crossing, known: Collection[CrossingKey]) -> str:
    if crossing.refused is False:
        return "note"
    return "error" if crossing.refused and crossing.key not in known else "warning"


def _result(crossing: Crossing, known: Collection[CrossingKey] | None) -> dict[str, Any]:
    states = {} if known is None else {"baselineState": _state(crossing, known)}
    region = {"startLine": max(crossing.site.line, 1)}
    return {
        "ruleId": crossing.kind,
        "level": _level(crossing, known or ()),
        "message": {"text": f"{_title(crossing)}. {_message(crossing)}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": crossing.site.file},
                    "region": region,
                }
            }
        ],
        "partialFingerprints": {"crossing/v1": "|".join(map(str, _parts(crossing.key)))},
        **states,
    }


def _state(crossing: Crossing, known: Collection[CrossingKey]) -> str:
    return "unchanged" if crossing.key in known else "new"


def _parts(key: CrossingKey) -> tuple[str, ...]:
    return key.kind, key.file, key.function, *key.tables


def _title(crossing: Crossing) -> str:
    return f"{crossing.kind} of {', '.join(crossing.schemas) or '?'}"


def _message(crossing: Crossing) -> str:
    return f"{crossing.statement}\n{crossing.fix}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
