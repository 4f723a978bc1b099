"""The words that bear a citation out: whole sentences, and parts of sentences that have no end."""

from __future__ import annotations

import pytest

from extractors.evidence import LONGEST_SENTENCE, PIECE
from extractors.models import Citation
from extractors.pipeline import extract
from tests.extractors.invariants import check
from tests.extractors.reading import CIRCULAR, PLAN_OF_BINH_THUAN

MANY = 400
NUMBERS = [f"Quyết định số {n}/QĐ-UBND ngày 03/4/2020" for n in range(1, MANY + 1)]
LONG = 2 * 2 * PIECE + len(NUMBERS[0])
"""Two pieces are quoted at most, none longer than this half."""

ENDLESS = [
    pytest.param(
        PLAN_OF_BINH_THUAN, f"Thực hiện {', '.join(NUMBERS)}.", "Thực hiện", "implements", id="a verb before"
    ),
    pytest.param(CIRCULAR, f"{'; '.join(NUMBERS)} hết hiệu lực.", "hết hiệu lực", "repeals", id="behind"),
    pytest.param(CIRCULAR, f"Bãi bỏ {', '.join(NUMBERS)}.", "Bãi bỏ", "repeals", id="an order"),
]


@pytest.mark.parametrize(("head", "text", "cue", "relation"), ENDLESS)
def test_one_verb_over_hundreds_of_acts_is_quoted_with_each(
    head: str, text: str, cue: str, relation: str
) -> None:
    extraction = extract(head + text)
    check(extraction)
    assert len(extraction.citations) == MANY
    assert {c.relation for c in extraction.citations} == {relation}
    for citation in extraction.citations:
        quote = citation.evidence.text
        assert cue in quote
        assert citation.text in quote
        assert all(line in extraction.text for line in quote.split("\n"))
        assert len(quote) <= LONG


def quotes(text: str) -> list[Citation]:
    return list(extract(text).citations)


def test_a_sentence_of_ordinary_length_is_quoted_whole() -> None:
    text = f"Thực hiện {', '.join(NUMBERS[:60])}."
    assert 2 * PIECE < len(text) < LONGEST_SENTENCE
    assert {c.evidence.text for c in quotes(PLAN_OF_BINH_THUAN + text)} == {text}


def test_text_without_line_breaks_or_full_stops_is_quoted_in_pieces() -> None:
    prose = "các trường tổ chức phòng đọc và mua thêm sách cho học sinh "
    text = "".join(f"{prose * 5}theo Nghị định số {n}/2017/NĐ-CP " for n in range(1, 60))
    extraction = extract(text)
    check(extraction)
    assert [c.number for c in extraction.citations] == [f"{n}/2017/NĐ-CP" for n in range(1, 60)]
    for citation in extraction.citations:
        evidence = citation.evidence
        assert extraction.text[evidence.start : evidence.end] == evidence.text
        assert len(evidence.text) <= 2 * PIECE


def test_what_an_act_hangs_on_is_quoted_with_it() -> None:
    """However many acts amend one, each is shown with the one that it amends."""
    amenders = ", ".join(f"Thông tư số {n}/2019/TT-BGDĐT" for n in range(1, 200))
    text = f"Theo Thông tư số 12/2018/TT-BGDĐT được sửa đổi, bổ sung bởi {amenders}."
    first, *others = quotes(PLAN_OF_BINH_THUAN + text)
    assert all(c.source == first.id and c.relation == "amends" and c.inverse for c in others)
    assert all(first.text in c.evidence.text and c.text in c.evidence.text for c in others)


def test_equal_ranges_quote_equal_words() -> None:
    """A range names its evidence in the graph, where it may have one text only."""
    text = f"Thực hiện {', '.join(NUMBERS)} và Luật Giáo dục, được hướng dẫn tại {', '.join(NUMBERS)}."
    found = {(c.evidence.start, c.evidence.end, c.evidence.text) for c in quotes(PLAN_OF_BINH_THUAN + text)}
    assert len({(start, end) for start, end, _ in found}) == len(found)
