"""Which mentions are one instrument and which are two: the collisions that Vietnamese numbering invites.

Each case is a pair of mentions, mostly in two documents of two provinces. No pair that is two instruments may
ever meet in one; of the pairs that are one, a small part may stay apart for want of evidence.
"""

from __future__ import annotations

import pytest

from tests.kg.collisions.one_instrument import ONE
from tests.kg.collisions.pairs import Pair
from tests.kg.collisions.two_instruments import TWO
from tests.kg.resolve.world import IRIS, Doc, world


@pytest.mark.parametrize("pair", TWO, ids=lambda pair: pair.name)
def test_two_instruments_never_meet(pair: Pair) -> None:
    assert not pair.meet()


def test_nearly_all_that_are_one_are_joined() -> None:
    apart = [pair.name for pair in ONE if not pair.meet()]
    assert len(apart) <= 0.05 * len(ONE), apart


def test_the_suite_is_large_enough() -> None:
    names = [pair.name for pair in (*TWO, *ONE)]
    assert len(names) == len(set(names)) >= 60


@pytest.mark.parametrize("pair", [*TWO, *ONE], ids=lambda pair: pair.name)
def test_a_pair_means_the_same_whichever_document_comes_first(pair: Pair) -> None:
    one = Doc(
        "một", (pair.first, *pair.beside), issuer=pair.bodies[0], date=pair.days[0], number="901/KH-UBND"
    )
    other = Doc("hai", (pair.second,), issuer=pair.bodies[1], date=pair.days[1], number="902/KH-UBND")
    forwards, backwards = world(one).add(other), world(other).add(one)
    assert forwards.resolution_lines() == backwards.resolution_lines() == world(one, other).resolution_lines()
    assert IRIS.base in forwards.resolution_lines()[0]
