"""The words that bear a citation out: its sentence with the line that opens its list, or parts of a long one.

Text whose full stops or line breaks were lost, and lists of hundreds of acts, make sentences of any length. A
long sentence is cut into pieces; a citation is quoted by the piece it stands in, beside the piece with the
words that say its relation.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractors.mention import Mention
from extractors.models import Evidence, Span
from extractors.sentences import merged
from extractors.structure import Structure
from extractors.text import SourceText

Place = tuple[int, int]
"""A range of the flow."""
Places = tuple[Place | None, Place]
"""What is quoted: the line that opens the list, where it says the relation; the sentence or a piece of it."""

SHORT_LIST = 1_000
"""A list up to an item that is quoted whole (characters)."""
LONGEST_SENTENCE = 3_000
"""A sentence that is quoted whole (characters). The longest that law-makers write have about 2,700."""
PIECE = 700
"""How long (characters) the pieces of a longer one are, if it has marks to cut at."""
JOINTS = ("; ", ". ", ", ", " ")
"""Where a piece may end, the best first."""
TAKEN_OVER = frozenset(("list", "alias"))
"""Rules by which a mention says what one before it says."""


def evidence_by_mention(
    source: SourceText, structure: Structure, mentions: Sequence[Mention]
) -> dict[int, Evidence]:
    """The evidence of each mention that has a sentence, by the mention's `id()`."""
    places: dict[int, Places] = {}
    long: dict[Place, list[Mention]] = defaultdict(list)
    for mention in mentions:
        start, end = sentence = mention.sentence
        if end:
            places[id(mention)] = mention.opening, sentence
        if end - start > LONGEST_SENTENCE:
            long[sentence].append(mention)
    for sentence, inside in long.items():
        places.update(_excerpts(source.flow, structure, sentence, sorted(inside, key=_order)))
    quoted = {which: _quote(source, *which) for which in set(places.values())}
    return {mention: quoted[which] for mention, which in places.items()}


def _order(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def _excerpts(
    text: str, structure: Structure, sentence: Place, inside: list[Mention]
) -> Iterator[tuple[int, Places]]:
    """What is quoted of a long sentence for each of its mentions (sorted), by the mention's `id()`.

    Two pieces at most, so that the first and the last character tell what is quoted.
    """
    pieces = _pieces(text, *sentence, merged([(m.left, m.end) for m in inside]))
    starts = [start for start, _ in pieces]

    def piece(position: int) -> Place:
        return pieces[max(0, bisect_right(starts, position) - 1)]

    saying: dict[tuple[str, int, bool], Mention] = {}
    for mention in inside:
        said = mention.relation, id(mention.source), mention.inverse
        rule = mention.rules[-1]
        if rule not in TAKEN_OVER:
            saying[said] = mention
        here = _position(structure, mention, sentence)
        if mention.opening is not None:
            yield id(mention), (mention.opening, piece(here))
            continue
        there = _position(structure, saying.get(said, mention), sentence)
        if rule == "trailing":
            there = min(inside[-1].end, sentence[1] - 1)
        elif there == here and mention.source is not None and mention.source.sentence == sentence:
            there = mention.source.start
        first, last = sorted((piece(here), piece(there)))
        yield id(mention), (first if first != last else None, last)


def _position(structure: Structure, mention: Mention, sentence: Place) -> int:
    """Where in its sentence a mention stands; of one in a footnote, where the note's mark does."""
    if sentence[0] <= mention.start < sentence[1]:
        return mention.start
    note = structure.footnote_at(mention.start)
    return note.mark if note and note.mark is not None else sentence[0]


def _pieces(text: str, start: int, end: int, held: list[Place]) -> list[Place]:
    """A sentence cut at its marks or blanks, never inside one of the ranges `held` (sorted, apart)."""
    pieces: list[Place] = []
    index = 0
    while end - start > 2 * PIECE:
        stop = _joint(text, start + PIECE // 2, start + PIECE)
        while index < len(held) and held[index][1] <= stop:
            index += 1
        if index < len(held) and held[index][0] < stop:
            stop = held[index][1]
        if stop >= end:
            break
        pieces.append((start, stop))
        start = stop
    return [*pieces, (start, end)]


def _joint(text: str, start: int, end: int) -> int:
    """The end of the last joint of the best kind in a range, or the end of the range."""
    for joint in JOINTS:
        at = text.rfind(joint, start, end)
        if at >= 0:
            return at + len(joint)
    return end


def _quote(source: SourceText, opening: Place | None, sentence: Place) -> Evidence:
    """A sentence; where its item's relation is said by the line that opens the list, the list from there on.

    Of a long list the text leaves out the items between.
    """
    item = evidence_of(source, source.raw_span(*sentence))
    line = evidence_of(source, source.raw_span(*opening)) if opening else None
    if line is None or line.end > item.start:
        return item
    if item.end - line.start <= SHORT_LIST:
        return evidence_of(source, Span(line.start, item.end))
    return Evidence(line.start, item.end, f"{line.text}\n{item.text}")


def evidence_of(source: SourceText, span: Span) -> Evidence:
    """The range without blanks around it, and its text as a person reads it."""
    start, end = span.start, span.end
    while start < end and source.raw[start].isspace():
        start += 1
    while end > start and source.raw[end - 1].isspace():
        end -= 1
    return Evidence(start, end, source.readable(start, end))
