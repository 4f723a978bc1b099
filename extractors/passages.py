"""Walking through the passages that hold mentions: paragraph by paragraph, sentence by sentence.

Here the bounds of each sentence are found; `extractors.relations` tells what governs it and what it says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from extractors import sentences
from extractors.head import FoundHead
from extractors.mention import Mention
from extractors.models import Relation
from extractors.paragraphs import paragraph_end, paragraph_start
from extractors.relations.frames import Base
from extractors.relations.sentence import relate
from extractors.relations.surroundings import Surroundings
from extractors.structure import Footnote, Structure


@dataclass(frozen=True, slots=True)
class Passage:
    """A title or a paragraph that holds mentions, with its sentences; `first` is the index of the first."""

    start: int
    end: int
    parts: list[tuple[int, int]]
    first: int
    mentions: list[Mention]
    note: Footnote | None
    in_title: bool


def relate_all(text: str, head: FoundHead, structure: Structure, mentions: list[Mention]) -> None:
    """Give every mention its sentence, its relation and what it hangs on."""
    if head.head.type == "Văn bản hợp nhất":
        _consolidates(head, mentions)
    around = Surroundings(text, structure, mentions, head.head.type, "....." in text or "…" in text)
    for passage in _passages(text, head, structure, mentions):
        around.governed[passage.start] = _relate_passage(passage, around)
    if head.head.type == "Văn bản hợp nhất":
        _hang_on_their_note(text, structure, mentions)
    _settle(mentions)


def _passages(text: str, head: FoundHead, structure: Structure, mentions: list[Mention]) -> Iterator[Passage]:
    index = floor = 0
    while index < len(mentions):
        first, at = index, mentions[index]
        note = structure.footnote_at(at.start)
        in_title = head.title is not None and head.title.start <= at.start < head.title.end
        if head.title and in_title:
            start, end = head.title.start, head.title.end
            while index < len(mentions) and mentions[index].start < end:
                index += 1
        else:
            start = max(paragraph_start(text, at.start), floor, note.start if note else 0)
            index, end = _paragraph_end(text, mentions, first, note.end if note else len(text))
        # A title may end before its own first mention does.
        group = mentions[first:index]
        parts = [(start, end)]
        end = max(end, group[-1].end)
        if not in_title:
            parts = sentences.split(text, start, end, [(m.left, m.end) for m in group])
        floor = end if _is_cut(text, end) else 0
        yield Passage(start, end, parts, first, group, note, in_title)


def _paragraph_end(text: str, mentions: list[Mention], first: int, limit: int) -> tuple[int, int]:
    """The index behind a paragraph's mentions, and its end; a long one is followed mention by mention."""
    index, end = first + 1, min(paragraph_end(text, mentions[first].end), limit)
    while True:
        while index < len(mentions) and mentions[index].start < end:
            index += 1
        further = min(paragraph_end(text, mentions[index - 1].end), limit) if _is_cut(text, end) else end
        if further <= end:
            return index, end
        end = further


def _is_cut(text: str, end: int) -> bool:
    """Whether a paragraph goes on behind the place where its end was no longer looked for."""
    return end < len(text) and text[end] != "\n"


def _relate_passage(passage: Passage, around: Surroundings) -> Relation | None:
    """Relate the mentions of each sentence; returns what the passage says of the document itself."""
    base = around.base(passage.start, passage.end, passage.note, passage.first, passage.in_title)
    opening: Relation | None = None
    starts = [m.start for m in passage.mentions]
    for start, end in passage.parts:
        inside = passage.mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        if not inside:
            continue
        for mention in inside:
            mention.sentence = start, end
        _relate_by_quote(around, start, end, inside, base)
        _carry_opening(base, inside)
        marked = around.evidence(passage.note, start, end)
        if marked != (start, end):
            _carry_to_mark(marked, inside)
        for mention in inside:
            if mention.quoted and "this-act" in mention.rules and mention.source is None:
                mention.relation = "cites"
            if "consolidated" in mention.rules:
                mention.relation, mention.source, mention.inverse = "consolidates", None, False
        opening = next((m.relation for m in inside if m.source is None and not m.inverse), opening)
    return opening


def _relate_by_quote(around: Surroundings, start: int, end: int, inside: list[Mention], base: Base) -> None:
    """Mentions in quoted new text are related apart from those outside it."""
    relate(around.text, start, end, [m for m in inside if not m.quoted], base)
    quoted = [m for m in inside if m.quoted]
    if quoted:
        quote = around.structure.quote_at(quoted[0].start)
        begin = max(start, quote.start + 1) if quote else start
        relate(around.text, begin, end, quoted, _inside_quote(base, quote.start if quote else 0))


def _inside_quote(base: Base, start: int) -> Base:
    """In new text quoted from `start` on, a list that opens inside it governs; nothing from outside does."""
    base.govern()
    opens_inside = base.rule == "list-intro" and base.opening is not None and base.opening[1] > start
    return base if opens_inside else Base(type=base.type)


def _carry_to_mark(marked: tuple[int, int], inside: list[Mention]) -> None:
    """What a note says by the sentence that bears its mark has that sentence as its evidence."""
    carried = False
    for mention in inside:
        rule = mention.rules[-1]
        carried = mention.source is None and (rule.startswith("footnote:") or (carried and rule == "list"))
        if carried:
            mention.sentence = marked


def _carry_opening(base: Base, inside: list[Mention]) -> None:
    """What an item says by the line that opens its list has that line as evidence beside its own sentence."""
    for mention in inside:
        if mention.rules[-1] == "passive-list" and mention.source is not None:
            mention.opening = mention.source.sentence
    if base.opening is None or not any(m.rules[-1] == "list-intro" for m in inside):
        return
    for mention in inside:
        if mention.source is None and mention.rules[-1] in ("list-intro", "list", "alias"):
            mention.opening = base.opening


def _consolidates(head: FoundHead, mentions: list[Mention]) -> None:
    """The first act a consolidated text names is the one whose text it is."""
    body = head.title.end if head.title else 0
    first = next((m for m in mentions if m.outer is None and m.start >= body), None)
    if first is not None:
        first.rules.append("consolidated")


def _hang_on_their_note(text: str, structure: Structure, mentions: list[Mention]) -> None:
    """What a consolidated text's footnote quotes of an act is said by that act, named before the quote."""
    for note, group in groupby(mentions, key=lambda m: structure.footnote_at(m.start)):
        if note is None:
            continue
        act = None
        for mention in group:
            opened = text.rfind("“", note.start, mention.start)
            if opened <= text.rfind("”", note.start, mention.start):
                act = mention if mention.outer is None and mention.source is None else act
            elif act is not None and _is_said_by(mention, act):
                mention.source, mention.opening = act, act.sentence


def _is_said_by(mention: Mention, act: Mention) -> bool:
    own = mention.source is None and not mention.inverse and "this-act" not in mention.rules
    return own and mention.number != act.number


def _settle(mentions: list[Mention]) -> None:
    """An act hangs on no mention of itself; a mention inside another's name has its sentence."""
    for mention in mentions:
        act = mention.source
        if act is not None and mention.number and act.number == mention.number and mention.outer is None:
            mention.relation, mention.source, mention.inverse = "cites", None, False
            mention.rules.append("same-act")
        if mention.outer is not None and mention.sentence == (0, 0):
            mention.sentence = mention.outer.sentence
