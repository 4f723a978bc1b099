"""The first mention of a sentence: basis, order, verb, place, or what governs from outside."""

from __future__ import annotations

import re

import pytest

from extractors.mention import Mention
from extractors.relations.frames import Base, Frame, Gap
from extractors.relations.openings import (
    BASIS_START,
    ORDER_START,
    PROPOSAL,
    REACH_ENDS,
    clause_frame,
    opening_frame,
)

ACT = Mention(0, 10, "numbered", "Quyết định")
LAW = Mention(0, 10, "law", "Luật", title="Luật Giáo dục")
REPORT = Mention(0, 10, "numbered", "Tờ trình")


@pytest.mark.parametrize(
    ("gap", "mention", "frame"),
    [
        ("- Căn cứ ", ACT, Frame("based_on", rule="basis")),
        ("Theo đề nghị của Sở Nội vụ tại ", REPORT, Frame("based_on", rule="proposal")),
        ("Các sở được bổ sung bởi ", ACT, Frame("cites", rule="passive-generic")),
        ("2. Bãi bỏ Điều 5 ", ACT, Frame("repeals", rule="ordered")),
        ("Các sở thực hiện ", ACT, Frame("implements", rule="cue:thực hiện")),
        ("Hướng dẫn thi hành ", LAW, Frame("details", rule="cue:hướng dẫn thi hành")),
        ("Các sở thực hiện theo ", ACT, Frame("cites", rule="implements-theo")),
        ("Các sở thực hiện chế độ quy định tại ", ACT, Frame("cites", rule="place")),
        ("Thư viện mở cửa theo ", ACT, Frame("cites", rule="place")),
        ("Thư viện mở cửa ", ACT, Frame("cites", rule="default")),
    ],
)
def test_what_opens_a_sentence(gap: str, mention: Mention, frame: Frame) -> None:
    assert opening_frame(Gap.of(gap), mention, Base()) == frame


def test_without_words_of_its_own_the_outside_governs() -> None:
    assert opening_frame(Gap.of("1. "), ACT, Base("repeals", "list-intro")) == Frame(
        "repeals", rule="list-intro"
    )


def test_an_item_of_a_passive_list_amends_what_the_list_is_about() -> None:
    assert opening_frame(Gap.of("- "), ACT, Base(passive=LAW)) == Frame("amends", LAW, True, "passive-list")


@pytest.mark.parametrize(
    ("gap", "frame"),
    [
        ("HƯỚNG DẪN THỰC HIỆN CHẾ ĐỘ TRỢ CẤP THEO ", Frame("guides", rule="title-guidance")),
        ("Hướng dẫn bổ sung việc hỗ trợ nhà ở theo ", Frame("guides", rule="title-guidance")),
        ("Báo cáo tình hình hỗ trợ nhà ở theo ", Frame("cites", rule="place")),
    ],
)
def test_a_title_that_guides_what_an_act_provides_guides_the_act(gap: str, frame: Frame) -> None:
    assert opening_frame(Gap.of(gap), ACT, Base(in_title=True)) == frame


def test_in_a_form_a_basis_is_only_cited() -> None:
    assert opening_frame(Gap.of("Căn cứ "), ACT, Base(form=True)) == Frame("cites", rule="basis")


def test_behind_a_break_the_search_begins_anew() -> None:
    assert clause_frame(Gap.of(" về thư viện; thực hiện "), ACT) == Frame("implements", rule="cue:thực hiện")
    assert clause_frame(Gap.of(" về thư viện thực hiện "), ACT) is None


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (BASIS_START, "- Căn cứ"),
        (PROPOSAL, "theo đề nghị"),
        (ORDER_START, "2. Bãi bỏ"),
        (ORDER_START, "Điều 3. Sửa đổi"),
        (REACH_ENDS, "; "),
    ],
)
def test_patterns_match_their_examples(pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)
