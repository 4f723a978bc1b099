"""When the same name in two documents is one programme."""

from __future__ import annotations

import pytest

from kg.iris import Iris
from kg.resolve.namings import Approver, NamedBy
from kg.resolve.programmes import join_named

IRIS = Iris()
LONG = "p:de-an:mot-hai-ba-bon-nam-sau-bay-tam:2021-2025"
SHORT = "p:de-an:xay-dung-do-thi-thong-minh:2021-2025"
NO_PERIOD = "p:dieu-le:truong-tieu-hoc-cong-lap:"
TTG = Approver("thu-tuong-chinh-phu", 2016)
LANG_SON = Approver("ubnd-tinh-lang-son", 2022)


def by(place: int, province: str | None, *approvers: Approver) -> NamedBy:
    return NamedBy(
        f"{place:016x}", f"{IRIS.base}id/doc/{place:016x}/n", "Tên", province, frozenset(approvers)
    )


A = by(1, "ubnd-tinh-lang-son")
B = by(2, "ubnd-tinh-binh-thuan")


@pytest.mark.parametrize(
    ("key", "named", "joined"),
    [
        (LONG, (A, B), 2),
        (LONG, (A,), 0),
        (SHORT, (A, B), 0),
        (SHORT, (A, by(2, "bo-xay-dung")), 2),
        (SHORT, (A, by(2, "ubnd-tinh-binh-thuan", TTG)), 2),
        (SHORT, (by(1, "ubnd-tinh-lang-son", TTG),), 1),
        (NO_PERIOD, (A, B), 0),
        (NO_PERIOD, (by(1, None, TTG), B), 1),
    ],
)
def test_how_many_namings_are_taken_for_a_programme(
    key: str, named: tuple[NamedBy, ...], joined: int
) -> None:
    found = [one for one in join_named(key, named, IRIS) if one.target]
    assert len(found) == joined
    assert len({one.target for one in found}) <= 1


def test_what_a_local_act_approves_is_its_own() -> None:
    own, other, outsider = (
        by(1, "ubnd-tinh-lang-son", LANG_SON),
        by(4, "ubnd-tinh-lang-son"),
        by(3, "bo-xay-dung"),
    )
    found = {one.node: one for one in join_named(LONG, (own, other, outsider, B), IRIS)}
    assert found[own.node].target != found[outsider.node].target
    assert found[outsider.node].target == found[B.node].target
    assert found[other.node].target is None
    assert len(found[other.node].candidates) == 2


def test_charters_of_two_years_are_two() -> None:
    old, new = (
        by(1, None, Approver("bo-giao-duc-va-dao-tao", 2010)),
        by(2, None, Approver("bo-giao-duc-va-dao-tao", 2020)),
    )
    targets = {one.target for one in join_named(NO_PERIOD, (old, new), IRIS)}
    assert len(targets) == 2
