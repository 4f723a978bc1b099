"""Texts of documents before they reach a terminal or a canvas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.models import EvidenceRef
from viz.text import plain, quotation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế hoạch\r\n  số 38/KH-UBND", "Kế hoạch số 38/KH-UBND"),
        ("đỏ\x1b[31mquá", "đỏ [31mquá"),
        ("lệnh\x9b2Jxóa\x07", "lệnh 2Jxóa"),
        ("ngược\u202egnod\u202c", "ngượcgnod"),
        ("\u00a0 Số:\t12 ", "Số: 12"),
        ("<b>không phải thẻ</b>", "<b>không phải thẻ</b>"),
        ("", ""),
    ],
)
def test_text_becomes_one_plain_line(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_nothing_a_terminal_obeys_is_left(text: str) -> None:
    line = plain(text)

    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in line)
    assert plain(line) == line


SENTENCE = "Thực hiện Quyết định số 2457/QĐ-BGDĐT ngày 23/8/2023, Ủy ban ban hành kế hoạch."


def evidence(start: int, mention: str) -> EvidenceRef:
    at = start + SENTENCE.index(mention)
    return EvidenceRef(
        "iri", start, start + len(SENTENCE), SENTENCE, quote_start=at, quote_end=at + len(mention)
    )


def test_a_quotation_sets_the_mention_apart_and_keeps_the_sentence() -> None:
    parts = quotation(evidence(100, "Quyết định số 2457/QĐ-BGDĐT"))

    assert parts.mention == "Quyết định số 2457/QĐ-BGDĐT"
    assert parts.before + parts.mention + parts.after == SENTENCE


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-5, 3), (50, 5000), (10, 10)])
def test_a_mention_outside_its_sentence_is_not_set_apart(start: int, end: int) -> None:
    parts = quotation(EvidenceRef("iri", 0, len(SENTENCE), SENTENCE, quote_start=start, quote_end=end))

    assert (parts.before, parts.mention, parts.after) == (SENTENCE, "", "")
