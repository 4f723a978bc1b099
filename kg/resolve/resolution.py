"""The resolution graph: which instrument each node known in part stands for, and why, or its candidates.

A pass over the whole store, written so that a part of it can be done again: documents that came, changed or
went, those whose open names meet what they brought or took, and nothing else. The result is that of a pass
over everything, in whatever order documents came (`tests/kg/resolve/test_resolution.py` holds it to that).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Literal, NamedNode, Quad

from kg import vocab
from kg.facts.fresh import FreshStatements
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
from kg.resolve.targets import TargetTable
from kg.resolve.writing import clear_documents, clear_facts, clear_nodes, insert, resolution_quads
from kg.store.protocol import Store

_BATCH = 200
"""Documents whose facts are in memory at a time."""
_FEW = 1_000
_SMALL_SHARE = 0.1
"""Where more documents changed than both say, to go through all is less work than to find who is touched."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a pass did: the documents (hashes) it looked at, and what is still to be remembered of them.

    `facts` is what a document states now, None where it is gone.
    """

    looked_at: frozenset[str]
    facts: Mapping[str, str | None]


def resolve_documents(
    store: Store, iris: Iris, hashes: Iterable[str], fresh: FreshStatements | None = None
) -> Resolved:
    """Resolve anew what these documents name in part, and what waited for them or rested on them.

    Documents that never were resolved, because a run was cut short, are taken along; of those that are gone,
    all that was resolved goes too. What the documents state is not yet remembered (`remember`): until it is,
    a pass that was cut short is done again and finds the same.
    """
    present = _documents(store, iris)
    changed = set(hashes) | (present - _resolved_documents(store, iris))
    if not changed:
        return Resolved(frozenset(), {})
    if len(changed) > max(_FEW, _SMALL_SHARE * len(present)):
        changed |= present
    others = present - changed
    before = remembered_facts(store, iris, changed)
    table = TargetTable(store, iris)
    clear_documents(store, iris, changed)
    after: set[Fact] = set()
    facts: dict[str, str | None] = dict.fromkeys(changed - present)
    for batch in _batches(sorted(changed & present)):
        documents = _read(store, iris, batch, fresh)
        for document in documents:
            stated = stated_facts(document, iris)
            after |= stated
            facts[document.hash] = facts_text(stated)
        _resolve_batch(store, iris, documents, table)
        if not others:
            # Whoever does this pass again goes through all of them: there is nothing to compare with later.
            remember(store, iris, facts)
            facts = {}
    moved = _keys(_news(store, iris, before, after, changed)) if others else _keys(before | after)
    numbers = {key for key in moved if key.startswith(NUMBER)}
    laws = {key for key in moved if key.startswith(LAW)}
    waiting = documents_naming(store, iris, numbers | laws) & others if others else set()
    for batch in _batches(sorted(waiting)):
        documents = _read(store, iris, batch, fresh)
        clear_nodes(store, iris, (node for document in documents for node in _open(document)))
        _resolve_batch(store, iris, documents, table)
    gone = {iris.from_id(fact.id) for fact in before - after}
    _resolve_same_numbers(store, iris, numbers, gone, table)
    named = _keys(before | after)
    _resolve_named(store, iris, (key for key in named if key.startswith((PROGRAMME, CONGRESS))))
    apply_reviews(store, iris)
    refresh_authority(store, iris)
    return Resolved(frozenset(changed | waiting), facts)


def remember(store: Store, iris: Iris, facts: Mapping[str, str | None]) -> None:
    """Write down what documents (hashes) say of instruments, to know later what goes when they go.

    The last step of a pass, after all that rests on the resolutions.
    """
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    clear_facts(store, iris, facts)
    insert(
        store,
        (
            Quad(NamedNode(iris.document(hash_)), vocab.STATED_FACTS, Literal(stated), NamedNode(graph))
            for hash_, stated in sorted(facts.items())
            if stated is not None
        ),
    )


def _documents(store: Store, iris: Iris) -> set[str]:
    return {hash_ for graph in store.graph_names() if (hash_ := iris.hash_of(graph))}


def _resolved_documents(store: Store, iris: Iris) -> set[str]:
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    rows = store.select(f"SELECT ?d WHERE {{ GRAPH <{graph}> {{ ?d dch:statedFacts ?f }} }}")
    return {hash_ for row in rows if (hash_ := iris.hash_of(row["d"].value))}


def _read(
    store: Store, iris: Iris, hashes: Sequence[str], fresh: FreshStatements | None
) -> list[DocumentFacts]:
    return [facts for hash_ in hashes if (facts := read_document(store, iris, hash_, fresh))]


def _news(
    store: Store, iris: Iris, before: frozenset[Fact], after: set[Fact], changed: set[str]
) -> set[Fact]:
    """All facts of the instruments of which something was said first, or for the last time."""
    moved = before ^ after
    elsewhere = facts_elsewhere(store, iris, {fact.id for fact in moved}, changed)
    ids = {fact.id for fact in moved - elsewhere}
    return {fact for fact in before | after | elsewhere if fact.id in ids}


def _keys(facts: Iterable[Fact]) -> set[str]:
    return {fact.value for fact in facts if fact.kind == "key"}


def _batches(hashes: Sequence[str]) -> Iterator[list[str]]:
    remaining = iter(hashes)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


def _resolve_batch(store: Store, iris: Iris, documents: Sequence[DocumentFacts], table: TargetTable) -> None:
    asked = {document.hash: set(_open_keys(document)) for document in documents}
    table.gather({key for keys in asked.values() for key in keys})
    quads = [
        quad
        for document in documents
        for resolution in resolve_document(document, table.of(asked[document.hash]), iris)
        for quad in resolution_quads(resolution, iris.document(document.hash), iris)
    ]
    insert(store, quads)


def _open_keys(document: DocumentFacts) -> Iterator[str]:
    for node in document.nodes.values():
        if node.partial:
            yield from (key for key in node.keys if key.startswith((NUMBER, LAW)))


def _open(document: DocumentFacts) -> Iterator[str]:
    for node in document.nodes.values():
        if node.partial and not any(key.startswith((PROGRAMME, CONGRESS)) for key in node.keys):
            yield node.iri


def _resolve_same_numbers(
    store: Store, iris: Iris, numbers: Iterable[str], gone: set[str], table: TargetTable
) -> None:
    """Join instruments known in full whose numbers are one; `gone` may not be named any more."""
    nodes = gone.union(*table.bearers(numbers).values())
    clear_nodes(store, iris, (iri for iri in nodes if not iris.is_partial(iri)))
    quads: list[Quad] = []
    for group in table.of_one_year(numbers):
        in_store = {target.iri for target in group if target.in_store}
        for node, target in same_numbers(group).items():
            if node in in_store:
                resolution = Resolution(node, target, "same-number", 0.97, ("number",))
                quads += resolution_quads(resolution, None, iris)
    insert(store, quads)


def _resolve_named(store: Store, iris: Iris, keys: Iterable[str]) -> None:
    """Join programmes and congress resolutions, and describe the node that stands for each."""
    wanted = sorted(set(keys))
    named = named_by(store, iris, wanted)
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    _clear_described(store, graph, wanted)
    short = (by for key, all_by in named.items() if key.endswith(":") for by in all_by)
    settled = _settled_in_document(store, iris, short)
    bearers = {key: [by for by in named.get(key, ()) if by.node not in settled] for key in wanted}
    clear_nodes(store, iris, (by.node for all_by in bearers.values() for by in all_by))
    quads: list[Quad] = []
    for key, all_by in bearers.items():
        found = join_named(key, all_by, iris)
        titles = {by.node: by.title for by in all_by}
        for resolution in found:
            document = iris.document(iris.hash_of(resolution.node) or "")
            quads += resolution_quads(resolution, document, iris)
        for target in {resolution.target for resolution in found if resolution.target}:
            meant = [titles[resolution.node] for resolution in found if resolution.target == target]
            title = min(meant, key=lambda text: (-len(text), text))
            quads += _description(target, key, title, iris)
    insert(store, quads)


def _settled_in_document(store: Store, iris: Iris, named: Iterable[NamedBy]) -> set[str]:
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
