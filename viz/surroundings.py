"""Pictures of a part of the graph: what lies around one instrument, or between those that were picked out."""

from __future__ import annotations

from collections.abc import Iterable

from kg.models import ChainResult, CitationRow, Edge, InstrumentDetail, InstrumentRef
from kg.questions.among import Among
from ontology import bodies_by_name, body_patterns, key
from viz.address import ADDRESSES
from viz.language import Language, messages
from viz.naming import full_name, short_name
from viz.picture import Edge as Line
from viz.picture import Graph, Node
from viz.relations import label, rank
from viz.text import plain


def surroundings(detail: InstrumentDetail, chains: Iterable[ChainResult], language: Language = "vi") -> Graph:
    """Everything a few steps from the instrument as a graph to draw, each node and each relation once."""
    links: list[Edge | CitationRow] = [edge for chain in chains for edge in chain.results]
    links += [*detail.cites.rows, *detail.cited_by.rows]
    title = messages(language)("pages.picture.title", name=full_name(detail.instrument, messages(language)))
    return _graph(title, [detail.instrument], links, language, detail.instrument.iri)


def region(found: Among, language: Language = "vi") -> Graph:
    """The instruments that a person picked out, with what they say of each other."""
    title = messages(language)("pages.picture.region", count=len(found.instruments))
    return _graph(title, found.instruments, found.edges, language)


def _graph(
    title: str,
    instruments: Iterable[InstrumentRef],
    links: Iterable[Edge | CitationRow],
    language: Language,
    focus: str | None = None,
) -> Graph:
    found = {instrument.iri: instrument for instrument in instruments}
    arrows: dict[tuple[str, str], dict[str, str]] = {}
    for link in links:
        found.setdefault(link.source.iri, link.source)
        found.setdefault(link.target.iri, link.target)
        evidence = link.evidence[0] if isinstance(link, Edge) else link.evidence
        sentences = arrows.setdefault((link.source.iri, link.target.iri), {})
        sentences.setdefault(link.relation, plain(evidence.text))
    nodes = tuple(_node(instrument, language) for instrument in found.values())
    lines = tuple(_line(ends, sentences, language) for ends, sentences in arrows.items())
    return Graph(title, nodes, lines, focus)


def _node(instrument: InstrumentRef, language: Language) -> Node:
    named = instrument.number or instrument.title
    return Node(
        key=instrument.iri,
        label=short_name(instrument, messages(language)),
        detail=_detail(instrument, language),
        group=group(instrument),
        href=ADDRESSES.instrument(instrument),
        under=plain(instrument.issuer) if named and instrument.issuer else "",
    )


def _line(ends: tuple[str, str], sentences: dict[str, str], language: Language) -> Line:
    """One arrow for all that one instrument says of another, the relation that weighs most first."""
    relations = sorted(sentences, key=rank)
    names = "; ".join(label(relation, language) for relation in relations)
    evidence = "\n\n".join(dict.fromkeys(sentences[relation] for relation in relations))
    return Line(*ends, relations[0], names, evidence)


def _detail(instrument: InstrumentRef, language: Language) -> str:
    name = full_name(instrument, messages(language))
    return f"{name}. {plain(instrument.title)}" if instrument.title and instrument.number else name


def group(instrument: InstrumentRef) -> str:
    """The colour group of an instrument, by the body that issued it (`viz.picture.GROUPS`)."""
    if instrument.partial:
        return "partial"
    issuer = (instrument.issuer or "").split(";")[0].strip()
    if not issuer:
        return "other"
    known = bodies_by_name().get(key(issuer))
    if known:
        if known[0].kind.startswith("party"):
            return "party"
        return "central" if known[0].level == "central" else "province"
    for pattern in body_patterns():
        if issuer.startswith(pattern.name.split("{")[0]):
            return "party" if pattern.kind.startswith("party") else "province"
    return "other"
