"""Cycles of schemas that hold each other's keys, and the reference that breaks each best."""

from __future__ import annotations

from appschemas import Contract
from appschemas.contract.cycles import cycles


def contract(**references: str) -> Contract:
    """Schemas of one app each; `a="b b.X c"` stands for a's keys of b.Key, b.X and c.Key."""
    labels = {
        name: [each if "." in each else f"{each}.Key" for each in held.split()]
        for name, held in references.items()
    }
    lines = ["version = 1"]
    for name, held in labels.items():
        published = sorted(
            {
                each
                for those in labels.values()
                for each in those
                if each[: len(name) + 1] == f"{name}."
            }
        )
        lines += [f"[schemas.{name}]", f'apps = ["{name}"]']
        lines += ['alias = "default"'] if name == "a" else []
        lines += [f"publishes = {published}", f"references = {held}"]
    return Contract.parse("\n".join(lines))


def test_without_a_cycle_there_is_none() -> None:
    assert cycles(contract(a="b c", b="c", c="")) == ()


def test_a_cycle_of_two_is_broken_where_fewer_keys_run() -> None:
    (cycle,) = cycles(contract(a="b", b="a a.Other"))

    assert (str(cycle), cycle.advice) == ("a -> b -> a", "best broken at a -> b: b.Key")


def test_the_reference_that_is_in_every_cycle_breaks_best() -> None:
    # Two ways round from a: over b and over c; only d -> a ends both.
    (cycle,) = cycles(contract(a="b c", b="d", c="d", d="a a.Other"))

    assert cycle.schemas == ("a", "b", "c", "d")
    assert cycle.best == ("d", "a")
    assert str(cycle) == "a -> b -> d -> a (and 1 more schemas around it)"


def test_cycles_that_do_not_meet_are_two() -> None:
    found = cycles(contract(a="b", b="a c", c="d", d="c"))

    assert [cycle.schemas for cycle in found] == [("a", "b"), ("c", "d")]
