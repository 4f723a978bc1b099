"""From mentions in the flow of the text to citations in raw offsets, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.effect_clauses import CONFIDENCE as EFFECT_CONFIDENCE
from extractors.effect_clauses import FoundEffect
from extractors.evidence import evidence_by_mention, evidence_of
from extractors.mention import Mention
from extractors.models import SELF, Citation, EffectClause, Evidence
from extractors.structure import Structure
from extractors.text import SourceText


def in_page_order(source: SourceText, mentions: list[Mention]) -> list[Mention]:
    """The mentions as they follow on the page: notes of page bottoms stand where the page has them."""
    if source.notes_from is None:
        return mentions
    return sorted(mentions, key=lambda m: (source.raw_offset(m.start), -m.end))


def citation_ids(mentions: list[Mention]) -> dict[int, str]:
    """The id of each mention's citation, by the mention's own `id()`."""
    return {id(m): f"c{n}" for n, m in enumerate(mentions, 1)}


def citations(source: SourceText, structure: Structure, mentions: list[Mention]) -> tuple[Citation, ...]:
    """The mentions, in the order of the page, as citations in raw offsets."""
    ids = citation_ids(mentions)
    evidence = evidence_by_mention(source, structure, mentions)
    return tuple(_citation(source, structure, m, ids, evidence) for m in mentions)


def _citation(
    source: SourceText,
    structure: Structure,
    mention: Mention,
    ids: dict[int, str],
    evidence: dict[int, Evidence],
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
        evidence=evidence.get(id(mention)) or evidence_of(source, span),
        confidence=round(mention.confidence, 2),
        rules=tuple(mention.rules),
    )


def effect_clauses(
    source: SourceText, found: Iterable[FoundEffect], mentions: list[Mention]
) -> tuple[EffectClause, ...]:
    """Clauses on effect in raw offsets; `mentions` are those that `citations` were made of, in that order."""
    ids = citation_ids(mentions)
    return tuple(_effect_clause(source, effect, ids) for effect in found)


def _effect_clause(source: SourceText, effect: FoundEffect, ids: dict[int, str]) -> EffectClause:
    span = source.raw_span(effect.start, effect.end)
    return EffectClause(
        subject=SELF if effect.subject is None else ids[id(effect.subject)],
        event=effect.event,
        day=effect.day.isoformat(),
        start=span.start,
        end=span.end,
        text=source.raw[span.start : span.end],
        evidence=evidence_of(source, source.raw_span(*effect.sentence)),
        confidence=EFFECT_CONFIDENCE[effect.rule],
        rule=f"effect:{effect.rule}",
    )
