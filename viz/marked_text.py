"""A document's text cut into pieces for its page: plain text, citations, sentences that bear evidence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.models import DocumentView, InstrumentRef, Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text from `start` under one innermost citation, or none.

    `first` where that citation begins here.
    """

    text: str
    start: int = 0
    mark: Mark | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text; with `anchor` it is a sentence that evidence points to, the offset where it starts.

    `inner_anchors` are starts of further evidence sentences that begin inside this one.
    """

    pieces: tuple[Piece, ...]
    anchor: int | None = None
    inner_anchors: tuple[int, ...] = ()


def passages(view: DocumentView, stops: Iterable[int] = ()) -> tuple[Passage, ...]:
    """The whole text in order; joined together the pieces are the text again, whatever the marks are like.

    A piece starts at each of `stops`, the offsets of headings and notes.
    """
    length = len(view.text)
    cuts = sorted({stop for stop in stops if 0 < stop < length})
    sound = [mark for mark in view.marks if 0 <= mark.start < mark.end <= length]
    ranges = sorted({_evidence(mark, length) for mark in sound})
    kept: list[tuple[int, int]] = []
    inner: dict[int, list[int]] = {}
    for start, end in ranges:
        if kept and start < kept[-1][1]:
            inner.setdefault(kept[-1][0], []).append(start)
        else:
            kept.append((start, end))
    found: list[Passage] = []
    here = 0
    for start, end in kept:
        if here < start:
            found.append(Passage(_pieces(view.text, here, start, sound, cuts)))
        anchors = tuple(anchor for anchor in inner.get(start, ()) if anchor != start)
        found.append(Passage(_pieces(view.text, start, end, sound, cuts), start, anchors))
        here = end
    if here < length:
        found.append(Passage(_pieces(view.text, here, length, sound, cuts)))
    return tuple(found)


def _evidence(mark: Mark, length: int) -> tuple[int, int]:
    if 0 <= mark.evidence_start < mark.evidence_end <= length:
        return mark.evidence_start, mark.evidence_end
    return mark.start, mark.end


def _pieces(
    text: str, start: int, end: int, marks: Sequence[Mark], stops: Sequence[int]
) -> tuple[Piece, ...]:
    near = [mark for mark in marks if mark.start < end and mark.end > start]
    inside = stops[bisect_right(stops, start) : bisect_left(stops, end)]
    edges = (cut for mark in near for cut in (mark.start, mark.end) if start < cut < end)
    cuts = sorted({start, end, *inside, *edges})
    return tuple(_piece(text, near, left, right) for left, right in pairwise(cuts))


def _piece(text: str, marks: Sequence[Mark], left: int, right: int) -> Piece:
    mark = _innermost(marks, left, right)
    return Piece(text[left:right], left, mark, first=mark is not None and mark.start == left)


def _innermost(marks: Sequence[Mark], left: int, right: int) -> Mark | None:
    over = [mark for mark in marks if mark.start <= left and right <= mark.end]
    return min(over, key=lambda mark: mark.end - mark.start, default=None)


def cited(view: DocumentView) -> tuple[InstrumentRef, ...]:
    """The instruments that the text names, each once, in the order of their first mention."""
    return tuple({mark.instrument.iri: mark.instrument for mark in view.marks}.values())
