"""Which documents implement an instrument, each with the sentence that says so."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.facts.edges import Link, Links, edges_with_evidence, links_at
from kg.models import ImplementationResult
from kg.questions.chain import follow
from kg.questions.lookup import find_node
from kg.questions.scope import IMPLEMENTS, PROGRAMME_RELATIONS, Through, roots


def implementations(
    dataset: Dataset, instrument: str, *, through: Through = "direct", limit: int = 1_000
) -> ImplementationResult:
    """Who carries out `instrument` (a number, an IRI, an id, or number@body@year), nearest first.

    Through a programme, the edges of its implementers lead to the programme, and one more edge from the
    instrument to the programme says that it approved or promulgated it. Raises NotFound or Ambiguous.
    """
    index = dataset.index
    start = find_node(dataset, instrument)
    depth = None if through == "chain" else 1
    links: Links = {}
    depths: dict[Link, int] = {}
    truncated = False
    for root in roots(dataset, start, through):
        further = int(root != start)
        if further:
            stated = links_at(dataset, start, "out", index.numbers(PROGRAMME_RELATIONS))
            behind = {link: citations for link, citations in stated.items() if link.target == root}
            links |= behind
            depths |= dict.fromkeys(behind, 1)
        found, distances, cut = follow(dataset, root, "down", IMPLEMENTS, depth, limit)
        links = found | links
        depths = {link: distance + further for link, distance in distances.items()} | depths
        truncated |= cut
    nearest = sorted(links, key=lambda link: (depths[link], link))
    kept = {link: links[link] for link in nearest[:limit]}
    edges = edges_with_evidence(dataset, kept, depths)
    return ImplementationResult(index.names.ref(start), edges, truncated or len(links) > limit)
