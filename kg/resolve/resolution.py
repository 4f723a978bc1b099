"""The resolution graph: which instrument each node known in part stands for, and why, or its candidates.

A pass over the whole store, written so that a part of it can be done again: documents that came, changed or
went, those whose open names meet what they brought or took, and nothing else. The result is that of a pass
over everything, in whatever order documents came (`tests/kg/resolve/test_resolution.py` holds it to that).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.facts.terms import portions, text_term, values
from kg.iris import Iris
from kg.resolve.authority_graph import refresh_authority
from kg.resolve.document import resolve_document
from kg.resolve.facts import DocumentFacts, Resolution
from kg.resolve.human import apply_reviews
from kg.resolve.match_keys import CONGRESS, LAW, NUMBER, PROGRAMME
from kg.resolve.namings import NamedBy, named_by
from kg.resolve.programmes import congress_path, join_named, programme_path
from kg.resolve.reading import (
    Fact,
    documents_naming,
    facts_elsewhere,
    facts_text,
    read_document,
    remembered_facts,
    stated_facts,
)
from kg.resolve.same_number import same_numbers
from kg.resolve.targets import stored_targets
from kg.resolve.writing import clear_documents, clear_nodes, insert, resolution_quads
from kg.store.protocol import Store

_BATCH = 200
"""Documents whose facts are in memory at a time."""


def resolve_documents(store: Store, iris: Iris, hashes: Iterable[str]) -> frozenset[str]:
    """Resolve anew what these documents name in part, and what waited for them or rested on them.

    Gives the hashes of all documents that were looked at. Documents that never were resolved, because a run
    was cut short, are taken along; of those that are gone, all that was resolved goes too.
    """
    present = _documents(store, iris)
    changed = set(hashes) | (present - _resolved_documents(store, iris))
    if not changed:
        return frozenset()
    others = present - changed
    before = {fact for hash_ in changed for fact in remembered_facts(store, iris, hash_)}
    clear_documents(store, iris, changed)
    after: set[Fact] = set()
    for batch in _batches(sorted(changed & present)):
        documents = _read(store, iris, batch)
        after |= _remember(store, iris, documents)
        _resolve_batch(store, iris, documents)
    moved = _keys(_news(store, iris, before, after, changed) if others else before | after)
    waiting = documents_naming(store, iris, (key for key in moved if key.startswith((NUMBER, LAW)))) & others
    for batch in _batches(sorted(waiting)):
        documents = _read(store, iris, batch)
        clear_nodes(store, iris, (node for document in documents for node in _open(document)))
        _resolve_batch(store, iris, documents)
    gone = {iris.from_id(fact.id) for fact in before - after}
    _resolve_same_numbers(store, iris, (key for key in moved if key.startswith(NUMBER)), gone)
    named = _keys(before | after)
    _resolve_named(store, iris, (key for key in named if key.startswith((PROGRAMME, CONGRESS))))
    apply_reviews(store, iris)
    refresh_authority(store, iris)
    return frozenset(changed | waiting)


def _documents(store: Store, iris: Iris) -> set[str]:
    return {hash_ for graph in store.graph_names() if (hash_ := iris.hash_of(graph))}


def _resolved_documents(store: Store, iris: Iris) -> set[str]:
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    rows = store.select(f"SELECT ?d WHERE {{ GRAPH <{graph}> {{ ?d dch:statedFacts ?f }} }}")
    return {hash_ for row in rows if (hash_ := iris.hash_of(row["d"].value))}


def _read(store: Store, iris: Iris, hashes: Sequence[str]) -> list[DocumentFacts]:
    return [facts for hash_ in hashes if (facts := read_document(store, iris, hash_))]


def _remember(store: Store, iris: Iris, documents: Sequence[DocumentFacts]) -> set[Fact]:
    """Write down what the documents say of instruments, to know later what goes when they go."""
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    said: set[Fact] = set()
    quads = []
    for document in documents:
        facts = stated_facts(document, iris)
        said |= facts
        about = NamedNode(iris.document(document.hash))
        quads.append(Quad(about, vocab.STATED_FACTS, Literal(facts_text(facts)), NamedNode(graph)))
    insert(store, graph, quads)
    return said


def _news(store: Store, iris: Iris, before: set[Fact], after: set[Fact], changed: set[str]) -> set[Fact]:
    """All facts of the instruments of which something was said first, or for the last time."""
    moved = before ^ after
    moved -= facts_elsewhere(store, iris, {fact.id for fact in moved}, changed)
    ids = {fact.id for fact in moved}
    return {fact for fact in before | after if fact.id in ids}


def _keys(facts: Iterable[Fact]) -> set[str]:
    return {fact.value for fact in facts if fact.kind == "key"}


def _batches(hashes: Sequence[str]) -> Iterator[list[str]]:
    remaining = iter(hashes)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


def _resolve_batch(store: Store, iris: Iris, documents: Sequence[DocumentFacts]) -> None:
    open_keys = {
        key
        for document in documents
        for node in document.nodes.values()
        if node.partial
        for key in node.keys
        if key.startswith((NUMBER, LAW))
    }
    targets = stored_targets(store, iris, open_keys)
    quads = [
        quad
        for document in documents
        for resolution in resolve_document(document, targets, iris)
        for quad in resolution_quads(resolution, iris.document(document.hash), iris)
    ]
    insert(store, iris.graph(vocab.RESOLUTION_GRAPH), quads)


def _open(document: DocumentFacts) -> Iterator[str]:
    for node in document.nodes.values():
        if node.partial and not any(key.startswith((PROGRAMME, CONGRESS)) for key in node.keys):
            yield node.iri


def _resolve_same_numbers(store: Store, iris: Iris, keys: Iterable[str], gone: set[str]) -> None:
    """Join instruments known in full whose numbers are one; `gone` may not be named any more."""
    targets = stored_targets(store, iris, keys)
    named = {target.iri: target.in_store for group in targets.values() for target in group}
    clear_nodes(store, iris, {iri for iri in named.keys() | gone if not iris.is_partial(iri)})
    quads: list[Quad] = []
    for group in targets.values():
        for node, target in same_numbers(group).items():
            if not named[node]:
                continue
            resolution = Resolution(node, target, "same-number", 0.97, ("number",))
            quads += resolution_quads(resolution, None, iris)
    insert(store, iris.graph(vocab.RESOLUTION_GRAPH), quads)


def _resolve_named(store: Store, iris: Iris, keys: Iterable[str]) -> None:
    """Join programmes and congress resolutions, and describe the node that stands for each."""
    wanted = sorted(set(keys))
    named = named_by(store, iris, wanted)
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    _clear_described(store, graph, wanted)
    quads: list[Quad] = []
    for key in wanted:
        settled = _settled_in_document(store, iris, named.get(key, ())) if key.endswith(":") else set()
        bearers = [by for by in named.get(key, ()) if by.node not in settled]
        clear_nodes(store, iris, (by.node for by in bearers))
        found = join_named(key, bearers, iris)
        titles = {by.node: by.title for by in bearers}
        for resolution in found:
            document = iris.document(iris.hash_of(resolution.node) or "")
            quads += resolution_quads(resolution, document, iris)
        for target in {resolution.target for resolution in found if resolution.target}:
            meant = [titles[resolution.node] for resolution in found if resolution.target == target]
            title = min(meant, key=lambda text: (-len(text), text))
            quads += _description(target, key, title, iris)
    insert(store, graph, quads)


def _settled_in_document(store: Store, iris: Iris, named: Sequence[NamedBy]) -> set[str]:
    """Nodes that their own document already explains by a fuller name."""
    graph, found = iris.graph(vocab.RESOLUTION_GRAPH), set()
    rule = vocab.resolution_rule("same-document")
    for portion in portions(by.node for by in named):
        rows = store.select(
            f"SELECT ?n WHERE {{ {values('n', portion)} GRAPH <{graph}> {{ ?n dch:resolutionRule {rule} }} }}"
        )
        found |= {row["n"].value for row in rows}
    return found


def _clear_described(store: Store, graph: str, keys: Sequence[str]) -> None:
    for start in range(0, len(keys), 200):
        portion = " ".join(text_term(key) for key in keys[start : start + 200])
        store.update(
            f"DELETE {{ GRAPH <{graph}> {{ ?i ?p ?v }} }} WHERE {{ VALUES ?k {{ {portion} }} "
            f"GRAPH <{graph}> {{ ?i dch:matchKey ?k ; ?p ?v }} }}"
        )


def _description(target: str, key: str, title: str, iris: Iris) -> Iterator[Quad]:
    graph, node = NamedNode(iris.graph(vocab.RESOLUTION_GRAPH)), NamedNode(target)
    path = congress_path(key) if key.startswith(CONGRESS) else programme_path(key)
    yield Quad(node, vocab.TYPE, vocab.INSTRUMENT, graph)
    yield Quad(node, vocab.TYPE_DOCUMENT, vocab.type_concept(path.type), graph)
    yield Quad(node, vocab.TITLE, Literal(title, language="vi"), graph)
    yield Quad(node, vocab.MATCH_KEY, Literal(key), graph)
