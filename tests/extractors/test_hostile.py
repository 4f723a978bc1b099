"""No input makes reading fail, lie about places, or take more steps than its length allows.

Steps are counted, not timed: calls made while reading, which tell of work that is done again and again. What
a single pattern costs is measured in `tests/bench/test_bench_extractors.py`.
"""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.pipeline import extract
from tests.extractors.hostile import HOSTILE, Hostile
from tests.extractors.invariants import check
from tests.extractors.reading import CIRCULAR, PLAN_OF_BINH_THUAN

EACH = [pytest.param(hostile, id=hostile.name) for hostile in HOSTILE]
SMALL, FACTOR = 4_000, 4
SLACK = 1.6
"""How much more than `FACTOR` times the steps a text `FACTOR` times as long may take."""
FIXED_STEPS = 4_000
"""Steps that a text may take whatever its length."""


@pytest.mark.parametrize("hostile", EACH)
def test_hostile_text_is_read_and_quoted_exactly(hostile: Hostile) -> None:
    check(extract(hostile.text()))


@pytest.mark.parametrize("hostile", EACH)
def test_a_hostile_end_does_not_hide_the_document(hostile: Hostile) -> None:
    document = PLAN_OF_BINH_THUAN + "Thực hiện Kết luận số 51-KL/TW.\n\n"
    extraction = extract(document + hostile.text(2_000))
    check(extraction)
    assert extraction.citations[0].number == "51-KL/TW"
    assert extraction.head.number == "9641/KH-UBND"


def steps(text: str) -> int:
    """Calls made while a text is read."""
    count = 0

    def tally(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        extract(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("hostile", EACH)
def test_steps_grow_no_faster_than_the_text(hostile: Hostile) -> None:
    short, long = hostile.text(SMALL), hostile.text(SMALL * FACTOR)
    for text in (short, long):
        extract(text)  # what is remembered between texts is no step of either
    few, many = steps(short), steps(long)
    assert many <= FACTOR * SLACK * few + FIXED_STEPS, (few, many)


@pytest.mark.parametrize("text", ["", " ", "\n", "\r", "\0", "\ufeff", "số", "/", "“", "(", "Điều", "12/"])
def test_the_smallest_texts_cite_nothing(text: str) -> None:
    assert extract(text).citations == ()


WORDS = [
    *sorted({hostile.unit for hostile in HOSTILE if len(hostile.unit) < 40}),
    "Nghị định số 80/2017/NĐ-CP ngày 17/7/2017 của Chính phủ",
    "Luật Giáo dục năm 2019",
    "Nghị quyết Hội nghị Trung ương 8 khóa XI",
    "Đề án “Xây dựng xã hội học tập”",
    "khoản 2 Điều 5 ",
    " và ",
    "; ",
    ".\n",
    "\r\n\r\n",
    "”",
    ")",
    "Thông tư này ",
    "Sửa đổi, bổ sung ",
    "[1]",
]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join), st.sampled_from(["", CIRCULAR]))
def test_any_mixture_of_pieces_is_quoted_exactly(text: str, head: str) -> None:
    check(extract(head + text))


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_is_quoted_exactly(text: str) -> None:
    check(extract(text))
    check(extract(f"theo Nghị định số 80/2017/NĐ-CP{text}và Luật Giáo dục năm 2019"))
