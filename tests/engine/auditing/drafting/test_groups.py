"""Groups of apps: the fewest relations between them, and what it would cost to go finer."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable

import pytest

from appschemas.auditing.drafting.groups import choose, proposals
from appschemas.auditing.drafting.relations import Kind, Relation
from appschemas.exceptions import AppSchemasError
from tests.tools.stranger import Stranger

SHOP = "cart-order cart-order cart-stock order-stock blog-author blog-author order-author"


def relations(text: str) -> tuple[Relation, ...]:
    """One foreign key for each `holder-held`."""
    pairs = [pair.split("-") for pair in text.split()]
    return tuple(
        Relation(Kind.FOREIGN_KEY, f"{home}.M{number}.key", home, target, f"{target}.M")
        for number, (home, target) in enumerate(pairs)
    )


def fewest(apps: Iterable[str], between: Iterable[Relation], number: int) -> int:
    """The relations that the best partition cuts, by trying all."""
    apps, between, best = sorted(apps), list(between), 10_000
    for places in itertools.product(range(number), repeat=len(apps)):
        if len(set(places)) == number:
            place = dict(zip(apps, places, strict=True))
            best = min(best, sum(place[each.home] != place[each.target] for each in between))
    return best


def test_each_number_of_groups_has_a_proposal_with_what_it_cuts() -> None:
    apps = {"cart", "order", "stock", "blog", "author"}

    found = proposals(apps, relations(SHOP))

    assert [len(each.cut) for each in found] == [0, 1, 3, 5, 7]
    assert found[1].groups == (frozenset({"cart", "order", "stock"}), frozenset({"author", "blog"}))
    assert [each.field for each in found[1].cut] == ["order.M6.key"]
    assert found[2].split_from(found[1]) in {"stock apart", "author apart", "blog apart"}


@pytest.mark.parametrize("seed", range(12))
def test_no_proposal_cuts_twice_the_fewest(seed: int) -> None:
    dice = random.Random(seed)
    apps = "abcdef"
    pairs = [dice.sample(apps, 2) for _ in range(14)]
    between = relations(" ".join("-".join(pair) for pair in pairs))

    for number, found in enumerate(proposals(set(apps), between), 1):
        assert len(found.cut) <= (2 - 2 / number) * fewest(apps, between, number)


def test_more_groups_than_apps_are_refused() -> None:
    with pytest.raises(AppSchemasError, match=r"--group 6: .* has 5 apps .* from 1 to 5"):
        choose(proposals({"cart", "order", "stock", "blog", "author"}, relations(SHOP)), 6)


def test_the_contract_has_the_groups_and_says_what_they_cut(stranger: Stranger) -> None:
    for name, held in {"cart": "order", "order": "author", "blog": "author", "author": ""}.items():
        keys = f"    key = models.ForeignKey('{held}.M', models.CASCADE)" if held else "    pass"
        more = f"class N(models.Model):\n{keys}" if name in {"blog", "cart"} else ""
        stranger.add_app(name, f"class M(models.Model):\n{keys}\n{more}")
    stranger.install("cart", "order", "blog", "author")

    said = stranger.write_contract("--group", "2")

    assert [schema.apps for schema in stranger.contract.schemas][1:] == [
        ("author", "blog"),
        ("cart", "order"),
    ]
    assert "2 groups of the project's apps: 1 relation between them." in said
    assert "cut: order -> author: order.M.key" in said
    assert "finer: 3 groups cut 3 (+2)" in said


def test_without_networkx_it_says_what_to_install(stranger: Stranger) -> None:
    stranger.add_app("books", "class M(models.Model): pass")
    stranger.install("books", settings="import sys\nsys.modules['networkx'] = None")

    said = stranger.refused("schema_contract", "--group", "1")

    assert said == ('CommandError: --group needs networkx: pip install "django-appschemas[groups]"')
