"""The picture around an instrument."""

from __future__ import annotations

import pytest

from kg.dataset import Dataset
from kg.models import InstrumentRef
from kg.questions.chain import chain
from kg.questions.instrument import instrument
from viz.surroundings import group, surroundings


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        ("Bộ Giáo dục và Đào tạo", "central"),
        ("Chính phủ", "central"),
        ("Ban Chấp hành Trung ương", "party"),
        ("Tỉnh ủy Lạng Sơn", "party"),
        ("Ủy ban nhân dân tỉnh Lạng Sơn", "province"),
        ("Sở Giáo dục và Đào tạo tỉnh Quảng Ninh", "province"),
        ("Bộ Giáo dục và Đào tạo; Bộ Nội vụ", "central"),
        ("Công ty Trách nhiệm hữu hạn", "other"),
        (None, "other"),
    ],
)
def test_an_instrument_has_the_colour_of_its_issuer(issuer: str | None, expected: str) -> None:
    assert group(InstrumentRef("i", "i", issuer=issuer)) == expected


def test_what_is_known_in_part_has_a_colour_of_its_own() -> None:
    assert group(InstrumentRef("i", "i", issuer="Chính phủ", partial=True)) == "partial"


def test_the_picture_holds_the_chains_and_the_neighbours_each_once(samples: Dataset) -> None:
    detail = instrument(samples, "29-NQ/TW")
    found = surroundings(detail, [chain(samples, "29-NQ/TW", direction="down")])

    labels = [node.label for node in found.nodes]
    assert labels[0] == "Nghị quyết 29-NQ/TW"
    assert {"Chương trình hành động 100-CTr/TU", "Kế hoạch 96/KH-UBND"} <= set(labels)
    assert len(labels) == len(set(labels))
    assert len({(edge.source, edge.target) for edge in found.edges}) == len(found.edges)
    assert all(edge.evidence for edge in found.edges)
