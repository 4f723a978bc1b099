"""Plain text and its way back to the raw offsets."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.models import Span
from extractors.text import LONG_SPACE, SourceText, plain_text

PLAIN = [
    pytest.param("Nghị định", "Nghị định", id="composed already"),
    pytest.param(unicodedata.normalize("NFD", "Nghị định số"), "Nghị định số", id="decomposed letters"),
    pytest.param("25/QÐ-UBND", "25/QĐ-UBND", id="Eth for Đ"),
    pytest.param("số\u00a05\u2011KH", "số 5-KH", id="no-break space and hyphen"),
    pytest.param("Quyết\u200b đị\u00adnh", "Quyết định", id="characters without width"),
    pytest.param("a\tb\r\nc\rd\x0ce", "a b \nc\nd\ne", id="one kind of space and line break"),
    pytest.param("a" + " " * 80 + "b", "a  b", id="long blanks"),
    pytest.param("a\n" + " \n" * 40 + "b", "a\n\nb", id="many empty lines"),
    pytest.param("a\n" + " " * 60 + "b", "a\nb", id="deep indent"),
]


@pytest.mark.parametrize(("raw", "plain"), PLAIN)
def test_plain_text(raw: str, plain: str) -> None:
    assert plain_text(raw).flow == plain


def test_a_stack_of_marks_is_cut() -> None:
    assert len(plain_text("a" + "\u0301" * 5000 + "b").flow) < 12


def test_a_decomposed_word_maps_to_its_whole_raw_range() -> None:
    raw = unicodedata.normalize("NFD", "theo Nghị định số 5")
    source = plain_text(raw)
    start = source.flow.index("Nghị")
    span = source.raw_span(start, start + len("Nghị định"))
    assert unicodedata.normalize("NFC", raw[span.start : span.end]) == "Nghị định"


def test_ranges_are_read_across_what_is_cut() -> None:
    source = SourceText("ab--cd", "ab--cd").edited([(2, 4, "")])
    assert source.flow == "abcd"
    assert source.raw_span(1, 3) == Span(1, 5)


def test_moved_ranges_stand_at_the_end_and_map_back() -> None:
    raw = "main one.NOTE main two."
    source = SourceText(raw, raw).edited([(9, 13, "")], moved=[Span(9, 13)], hidden=(Span(9, 13),))
    assert source.flow == "main one. main two.\nNOTE"
    assert source.main == "main one. main two."
    assert source.raw_span(source.flow.index("NOTE"), len(source.flow)) == Span(9, 13)
    assert source.readable(0, len(raw)) == "main one.\n main two."


def test_the_notes_keep_their_place_through_a_later_edit() -> None:
    source = SourceText("a**b NOTE", "a**b NOTE").edited([(4, 9, "")], moved=[Span(4, 9)])
    later = source.edited([(1, 3, "")])
    assert later.notes_from is not None
    assert later.flow[later.notes_from :] == "\n NOTE"


RAW = st.text(st.sampled_from("aĐê\u0301\u0323\u200b \n\r\t\u00a0-Ð1"), max_size=120)


@given(RAW)
def test_every_range_maps_inside_the_raw_text_in_order(raw: str) -> None:
    source = plain_text(raw)
    spans = [source.raw_span(at, at + 1) for at in range(len(source.flow))]
    assert all(0 <= s.start < s.end <= len(raw) for s in spans)
    assert [s.start for s in spans] == sorted(s.start for s in spans)


@given(RAW)
def test_white_space_is_bounded_and_plain(raw: str) -> None:
    flow = plain_text(raw * 3).flow
    assert not set(flow) & set("\r\t\u00a0\u200b")
    longest = max(
        (len(part) for part in "".join(c if c in " \n" else "x" for c in flow).split("x")), default=0
    )
    assert longest < 2 * LONG_SPACE
