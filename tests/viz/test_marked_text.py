"""A document's text in pieces: whatever the marks, joined together it is the text again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.models import DocumentView, InstrumentRef, Mark, SourceRef
from viz.marked_text import cited, passages

TEXT = "Thực hiện Luật sửa đổi Luật Giáo dục. Câu sau."


def mark(start: int, end: int, sentence: tuple[int, int], name: str = "i") -> Mark:
    instrument = InstrumentRef(name, name)
    return Mark(start, end, f"c{start}", "implements", "law", instrument, 0.9, *sentence)


def view(*marks: Mark, text: str = TEXT) -> DocumentView:
    return DocumentView(SourceRef("d", "h", "f.txt"), None, text, marks)


def test_a_nested_citation_is_the_innermost_mark_of_its_stretch() -> None:
    outer = TEXT.index("Luật sửa đổi")
    inner = TEXT.index("Luật Giáo dục")
    end = inner + len("Luật Giáo dục")
    found = passages(view(mark(outer, end, (0, 37), "luật sửa đổi"), mark(inner, end, (0, 37), "luật")))

    pieces = {piece.text: piece.mark.instrument.iri for piece in found[0].pieces if piece.mark}
    assert pieces == {"Luật sửa đổi ": "luật sửa đổi", "Luật Giáo dục": "luật"}
    assert [piece.text for piece in found[0].pieces if piece.first] == list(pieces)


def test_each_evidence_sentence_can_be_pointed_at_also_where_two_overlap() -> None:
    found = passages(view(mark(0, 9, (0, 30)), mark(10, 14, (10, 37))))

    assert [(passage.anchor, passage.inner_anchors) for passage in found] == [(0, (10,)), (None, ())]


def test_instruments_are_listed_once_in_the_order_of_the_text() -> None:
    found = cited(view(mark(0, 4, (0, 9), "b"), mark(5, 9, (0, 9), "a"), mark(10, 14, (10, 20), "b")))

    assert [instrument.iri for instrument in found] == ["b", "a"]


OFFSETS = st.integers(min_value=-10, max_value=80)


@given(st.lists(st.tuples(OFFSETS, OFFSETS, OFFSETS, OFFSETS), max_size=12), st.text(max_size=60))
def test_no_mark_however_wrong_changes_the_text(spans: list[tuple[int, int, int, int]], text: str) -> None:
    found = passages(view(*(mark(a, b, (c, d)) for a, b, c, d in spans), text=text))

    assert "".join(piece.text for passage in found for piece in passage.pieces) == text
