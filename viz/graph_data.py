"""A part of the graph as the islands draw it: nodes and arrows with their words and evidence, as JSON."""

from __future__ import annotations

from collections.abc import Iterable

from kg.models import CitationRow, Edge, EvidenceRef, InstrumentRef
from viz.address import ADDRESSES
from viz.island_data import Json, node
from viz.language import Language, messages
from viz.relations import label
from viz.text import quotation

MOST_SENTENCES = 3
"""So many evidence sentences an arrow carries along, one where there are many arrows; pages have them all."""
_MANY = 150


def graph_data(
    focus: InstrumentRef, links: Iterable[Edge | CitationRow], language: Language, most: int
) -> Json:
    """The nodes and arrows of `links`, with at most `most` nodes; `left_out` counts those beyond.

    `focus` comes first. An arrow runs from the citing instrument to the cited one, once for each relation.
    """
    kept: dict[str, InstrumentRef] = {focus.iri: focus}
    left_out: set[str] = set()
    arrows: dict[tuple[str, str, str], list[EvidenceRef]] = {}
    for link in links:
        for end in (link.source, link.target):
            if end.iri not in kept and len(kept) >= most:
                left_out.add(end.iri)
            elif end.iri not in left_out:
                kept.setdefault(end.iri, end)
        if link.source.iri in kept and link.target.iri in kept and link.source.iri != link.target.iri:
            said = link.evidence if isinstance(link, Edge) else (link.evidence,)
            arrows.setdefault((link.source.iri, link.relation, link.target.iri), []).extend(said)
    carried = MOST_SENTENCES if len(arrows) <= _MANY else 1
    return {
        "focus": focus.iri,
        "nodes": [
            node(instrument, language) | {"year": instrument.year, "issuer": instrument.issuer}
            for instrument in kept.values()
        ],
        "edges": [
            {
                "source": source,
                "target": target,
                "relation": relation,
                "label": label(relation, language),
                "confidence": max(evidence.confidence for evidence in said),
                "evidence": [_sentence(evidence, language) for evidence in said[:carried]],
                "sentences": len(said),
            }
            for (source, relation, target), said in arrows.items()
        ],
        "left_out": len(left_out),
    }


def _sentence(evidence: EvidenceRef, language: Language) -> Json:
    parts = quotation(evidence)
    return {
        "before": parts.before,
        "mention": parts.mention,
        "after": parts.after,
        "href": ADDRESSES.evidence(evidence),
        "read": messages(language)("pages.evidence.read_in", file=evidence.file),
    }
