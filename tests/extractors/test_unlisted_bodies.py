"""Bodies that no table lists: by the word that opens their names, by what they steer."""

from __future__ import annotations

import pytest

from extractors.bodies import read_body
from extractors.home import NOWHERE, Home
from extractors.unlisted_bodies import NOT_A_TASK, STEERS, UNLISTED, read_unlisted_name

LAO_CAI = Home("province", "tỉnh Lào Cai")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cục Quản lý Giá và Quyết định số", "Cục Quản lý Giá"),
        ("Hội đồng Thi đua - Khen thưởng tỉnh đã", "Hội đồng Thi đua - Khen thưởng tỉnh"),
        ("Tổng cục Thống Kê về", "Tổng cục Thống Kê"),
    ],
)
def test_a_name_runs_up_to_a_word_that_cannot_belong_to_it(text: str, name: str) -> None:
    read = read_unlisted_name(text, 0)
    assert read is not None
    assert read[0] == name


@pytest.mark.parametrize("text", ["các đơn vị", "Trường ban hành", "Viện", "Nhóm Công tác"])
def test_what_opens_no_name(text: str) -> None:
    assert read_unlisted_name(text, 0) is None


@pytest.mark.parametrize(
    ("home", "text", "name"),
    [
        (NOWHERE, "Ban Chỉ đạo 389 quốc gia", "Ban Chỉ đạo 389 quốc gia"),
        (LAO_CAI, "Ban Chỉ đạo phòng, chống tội phạm tỉnh", "Ban Chỉ đạo phòng, chống tội phạm tỉnh Lào Cai"),
        (LAO_CAI, "Ban Pháp chế Tỉnh của HĐND tỉnh", "Ban Pháp chế Tỉnh Hội đồng nhân dân tỉnh Lào Cai"),
    ],
    ids=["of the whole country", "of the document's province", "of a council"],
)
def test_committees_have_the_level_they_name(home: Home, text: str, name: str) -> None:
    found = read_body(text, 0, home)
    assert found is not None
    assert (found.name, found.end) == (name, len(text))


def test_patterns_match_their_examples() -> None:
    assert UNLISTED.match("Viện Hàn lâm Khoa học")
    assert STEERS.match(" 389 quốc gia")
    assert STEERS.match(" phòng, chống tội phạm tỉnh")
    assert NOT_A_TASK.search("yêu cầu các sở")
