"""Sentences inside a paragraph: the unit in which a cue governs its objects, the evidence of a citation."""

from __future__ import annotations

from bisect import bisect_right

from extractors import letters

# The end of a sentence, with the quote or footnote mark behind it, before a capital or a number. A figure
# behind the full stop of a figure is no mark: "Mục tiêu 3.2 Chương trình …".
END = letters.compile(
    r"[.!?…](?:[\"”’)]|(?<!\D\d\.)(?<!\D\d\d\.)\d{1,2}(?=\s))*\s+(?=[\"“(]?(?:[A-ZĐÀ-Ỹ]|\d{1,2}\.\s))"
)
# A full stop that ends no sentence: behind a short form ("TP.", "Đ/c.") or an item's label ("Điều 5.", "a.").
ABBREVIATION = letters.compile(
    r"(?:\b(?:TP|Tp|tp|TS|ThS|PGS|GS|BS|KS|TX|Tx|Q|P|H|T|Số|số|No|Đ/c|đ/c|KT|TM|TL|TUQ|[A-ZĐ])"
    r"|^\s*[\"“]?(?:Điều\s+)?(?:[IVX]+|\d{1,2}(?:\.\d+)*|[a-zđ]))\.$"
)
ABBREVIATION_EXAMPLES = ("tại TP.", "Điều 12.", "2.1.", "a.", "đ/c.")
LONGEST_ABBREVIATION = 12


def split(text: str, start: int, end: int, held: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of the paragraph `text[start:end]`; no boundary falls inside a range of `held`."""
    sentences = []
    begin = start
    ends = list(END.finditer(text, start, end))
    whole = merged(held) if ends else []
    starts = [a for a, _ in whole]
    for match in ends:
        stop = match.end()
        if whole and _inside(whole, starts, match.start() + 1):
            continue
        if ABBREVIATION.search(text[max(begin, match.start() - LONGEST_ABBREVIATION) : match.start() + 1]):
            continue
        sentences.append((begin, stop - (len(match[0]) - len(match[0].rstrip()))))
        begin = stop
    sentences.append((begin, end))
    return sentences


def merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order and apart: those that overlap as one."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if whole and start < whole[-1][1]:
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((start, end))
    return whole


def _inside(whole: list[tuple[int, int]], starts: list[int], position: int) -> bool:
    """Whether a position lies inside one of the ranges, not at its ends."""
    index = bisect_right(starts, position - 1) - 1
    return index >= 0 and position < whole[index][1]
