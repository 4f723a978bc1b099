"""Resolutions that a text names by their plenum."""

from __future__ import annotations

from datetime import date

import pytest

from kg.iris import Iris
from kg.resolve.facts import Node
from kg.resolve.plenums import plenum_ordinal, resolve_plenum

IRIS = Iris()


@pytest.mark.parametrize(
    ("said", "ordinal"),
    [
        ("Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI", 8),
        ("Nghị quyết Hội nghị Trung ương 8 khóa XI", 8),
        ("Nghị quyết Trung ương sáu khóa XII", 6),
        ("Nghị quyết Hội nghị Trung ương lần thứ 5 khoá XII", 5),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", None),
        ("Nghị quyết của Quốc hội", None),
    ],
)
def test_which_plenum_the_words_name(said: str, ordinal: int | None) -> None:
    assert plenum_ordinal(said) == ordinal


@pytest.mark.parametrize(
    ("said", "target"),
    [
        (
            "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI về đổi mới căn bản "
            "giáo dục và đào tạo",
            "ban-chap-hanh-trung-uong/nghi-quyet/2013/29-nq-tw",
        ),
        ("Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XI", None),
        (
            "Nghị quyết Hội nghị Trung ương 9 khóa XI",
            "ban-chap-hanh-trung-uong/nghi-quyet/2014/33-nq-tw",
        ),
    ],
)
def test_the_subject_or_a_single_resolution_decides(said: str, target: str | None) -> None:
    node = Node("n", True, "nghi-quyet", title=said)
    found = resolve_plenum(node, date(2020, 1, 1), IRIS)
    assert found is not None
    assert found.target == (IRIS.from_id(target) if target else None)
    assert bool(found.candidates) is (target is None)
