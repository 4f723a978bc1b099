"""The picture of what lies around an instrument: its chains in both directions and its direct neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.models import ChainResult, CitationRow, Edge, InstrumentDetail, InstrumentRef
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
    say = messages(language)
    focus = detail.instrument
    found: dict[str, InstrumentRef] = {focus.iri: focus}
    arrows: dict[tuple[str, str], dict[str, str]] = {}
    for source, relation, target, sentence in _relations(detail, chains):
        found.setdefault(source.iri, source)
        found.setdefault(target.iri, target)
        arrows.setdefault((source.iri, target.iri), {}).setdefault(relation, plain(sentence))
    nodes = tuple(
        Node(
            item.iri, short_name(item, say), _detail(item, language), group(item), ADDRESSES.instrument(item)
        )
        for item in found.values()
    )
    lines = tuple(_line(ends, sentences, language) for ends, sentences in arrows.items())
    return Graph(say("pages.picture.title", name=full_name(focus, say)), nodes, lines, focus.iri)


def _relations(
    detail: InstrumentDetail, chains: Iterable[ChainResult]
) -> Iterator[tuple[InstrumentRef, str, InstrumentRef, str]]:
    links: list[Edge | CitationRow] = [edge for chain in chains for edge in chain.results]
    links += [*detail.cites.rows, *detail.cited_by.rows]
    for link in links:
        evidence = link.evidence[0] if isinstance(link, Edge) else link.evidence
        yield link.source, link.relation, link.target, evidence.text


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
