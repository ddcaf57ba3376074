"""A split on its way, as the map shows it."""

from __future__ import annotations

from appschemas.management.map.facts import State
from appschemas.management.map.reading import Reading, say_steps
from tests.tools.splits import Before


def shown(before: Before) -> Reading:
    reading = Reading()
    say_steps(before.wall.connection, before.wall.contract, before.wall.installed, reading)
    return reading


def test_each_schema_says_how_far_it_is_and_only_while_it_is_split(before: Before) -> None:
    nothing = shown(before)
    before.split()
    there = shown(before)
    before.unsplit()

    lines = {before.wall.plain(name): lines[0] for name, lines in there.lines.items()}
    assert set(map(frozenset, there.states.values())) == {frozenset({State.SPLITTING})}
    assert lines["app"].text.endswith("1 of 1 keys swapped, no wall yet")
    assert lines["app"].hint == "manage.py schema_split --status"
    assert (nothing.states, shown(before).states) == ({}, {})
