"""From mentions in the flow of the text to citations in raw offsets, each with its evidence."""

from __future__ import annotations

from extractors.mention import Mention
from extractors.models import SELF, Citation, Evidence, Span
from extractors.structure import Structure
from extractors.text import SourceText

Place = tuple[int, int]
"""A range of the flow."""
SHORT_LIST = 1_000
"""A list up to an item that is quoted whole (characters)."""


def citations(source: SourceText, structure: Structure, mentions: list[Mention]) -> tuple[Citation, ...]:
    """The mentions as citations in raw offsets, numbered in the order of the page."""
    if source.notes_from is not None:
        mentions = sorted(mentions, key=lambda m: (source.raw_offset(m.start), -m.end))
    ids = {id(m): f"c{n}" for n, m in enumerate(mentions, 1)}
    shown = {(m.opening, m.sentence) for m in mentions if m.sentence[1]}
    evidence = {places: _sentence(source, *places) for places in shown}
    return tuple(_citation(source, structure, m, ids, evidence) for m in mentions)


def _citation(
    source: SourceText,
    structure: Structure,
    mention: Mention,
    ids: dict[int, str],
    evidence: dict[tuple[Place | None, Place], Evidence],
) -> Citation:
    span = source.raw_span(mention.start, mention.end)
    return Citation(
        id=ids[id(mention)],
        start=span.start,
        end=span.end,
        text=source.raw[span.start : span.end],
        kind=mention.kind,
        type=mention.type,
        number=mention.number,
        date=mention.date,
        year=None if mention.date else mention.year,
        issuer=mention.issuer,
        issuer_as_written=mention.issuer_as_written,
        term=mention.term,
        title=mention.title,
        pinpoints=mention.pinpoints,
        pinpoint_scope="items" if mention.items_scope else None,
        relation=mention.relation,
        source=ids.get(id(mention.source), SELF) if mention.source else SELF,
        inverse=mention.inverse,
        place=structure.place(mention.start),
        evidence=evidence.get((mention.opening, mention.sentence)) or _evidence(source, span),
        confidence=round(mention.confidence, 2),
        rules=tuple(mention.rules),
    )


def _sentence(source: SourceText, opening: Place | None, sentence: Place) -> Evidence:
    """A sentence; where its item's relation is said by the line that opens the list, the list from there on.

    Of a long list the text leaves out the items between.
    """
    item = _evidence(source, source.raw_span(*sentence))
    line = _evidence(source, source.raw_span(*opening)) if opening else None
    if line is None or line.end > item.start:
        return item
    if item.end - line.start <= SHORT_LIST:
        return _evidence(source, Span(line.start, item.end))
    return Evidence(line.start, item.end, f"{line.text}\n{item.text}")


def _evidence(source: SourceText, span: Span) -> Evidence:
    """The range without blanks around it, and its text as a person reads it."""
    start, end = span.start, span.end
    while start < end and source.raw[start].isspace():
        start += 1
    while end > start and source.raw[end - 1].isspace():
        end -= 1
    return Evidence(start, end, source.readable(start, end))
