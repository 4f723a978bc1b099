"""Reading what resolution asks of the store: a document's nodes and mentions, and who else bears a key."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kg import vocab
from kg.facts.fresh import FreshStatements
from kg.facts.said import Said, Values, least, said_in
from kg.facts.terms import PORTION, iri_term, portions, text_term, values
from kg.iris import UNKNOWN, Iris
from kg.resolve.authority import roman_of
from kg.resolve.facts import DocumentFacts, Mention, Node
from kg.resolve.match_keys import CONGRESS, PROGRAMME
from kg.store.protocol import Store
from ontology.slugs import slug

_CONSOLIDATED = "van-ban-hop-nhat"
_TYPE, _INSTRUMENT, _TYPE_DOCUMENT = vocab.TYPE.value, vocab.INSTRUMENT.value, vocab.TYPE_DOCUMENT.value
_MATCH_KEY, _NUMBER_KEY, _PASSED_BY = vocab.MATCH_KEY.value, vocab.NUMBER_KEY.value, vocab.PASSED_BY.value
_DATE, _YEAR, _TERM = vocab.DATE_DOCUMENT.value, vocab.YEAR.value, vocab.TERM.value
_TITLE, _IN_FORCE_FROM = vocab.TITLE.value, vocab.IN_FORCE_FROM.value
_KINDS = {vocab.MATCH_KEY: "key", vocab.DATE_DOCUMENT: "day", vocab.TITLE: "title"}


class Fact(NamedTuple):
    """One thing that a document says of an instrument and that bears on what others' mentions mean.

    `id` is the path of the instrument, `kind` "key", "day" or "title".
    """

    id: str
    kind: str
    value: str


def read_document(
    store: Store, iris: Iris, hash_: str, fresh: FreshStatements | None = None
) -> DocumentFacts | None:
    """The facts of one document's graph; None where there is no such graph."""
    said = said_in(store, iris, hash_, fresh)
    return _facts(said, iris, hash_) if said else None


def _facts(said: Said, iris: Iris, hash_: str) -> DocumentFacts:
    instruments = sorted(iri for iri, of in said.values.items() if _INSTRUMENT in of.get(_TYPE, ()))
    nodes = {iri: _node(iri, said.values[iri], iris) for iri in instruments}
    own = said.own or iris.self_of(hash_)
    head = nodes.get(own)
    return DocumentFacts(
        hash=hash_,
        own=own,
        day=head.date if head else None,
        consolidated=head is not None and head.type == _CONSOLIDATED,
        nodes=nodes,
        mentions=tuple(
            Mention(one.iri, one.node, one.source, one.relation, one.inverse, one.sentence)
            for one in said.citations
        ),
    )


def _node(iri: str, said: Values, iris: Iris) -> Node:
    path = iris.parse(iri)
    type_ = (least(said, _TYPE_DOCUMENT) or "").rpartition("#type-")[2]
    if path:
        bodies = frozenset(path.body.split("--")) - {UNKNOWN}
    else:
        bodies = frozenset(body.rpartition("/body/")[2] for body in said.get(_PASSED_BY, ()))
    year = least(said, _YEAR)
    return Node(
        iri=iri,
        partial=iris.is_partial(iri),
        type=path.type if path else slug(type_) or UNKNOWN,
        bodies=bodies,
        keys=tuple(sorted(said.get(_MATCH_KEY, ()))),
        number_year=year_in_key(least(said, _NUMBER_KEY) or ""),
        year=path.year if path else int(year) if year else None,
        date=day_of(least(said, _DATE) or ""),
        term=roman_of(least(said, _TERM) or ""),
        title=least(said, _TITLE),
        days=tuple(sorted(said.get(_DATE, ()))),
        titles=tuple(sorted({slug(title) for title in said.get(_TITLE, ())})),
        effective=day_of(least(said, _IN_FORCE_FROM) or ""),
    )


def year_in_key(number_key: str) -> int | None:
    """The year that stands inside a number's key: "80-2017-nd-cp"."""
    parts = number_key.split("-")
    if len(parts) > 2 and len(parts[1]) == 4 and parts[1].isdigit() and parts[1][:2] in ("19", "20"):
        return int(parts[1])
    return None


def day_of(text: str) -> date | None:
    """An ISO date, None for an empty text."""
    return date.fromisoformat(text) if text else None


def stated_facts(document: DocumentFacts, iris: Iris) -> frozenset[Fact]:
    """What the document says of instruments known in full, and which programmes it names."""
    facts = set()
    for node in document.nodes.values():
        if node.partial and not _is_programme(node):
            continue
        id_ = iris.id_of(node.iri)
        facts |= {Fact(id_, "key", key) for key in node.keys}
        if node.keys:
            facts |= {Fact(id_, "day", day) for day in node.days}
            facts |= {Fact(id_, "title", title) for title in node.titles}
    return frozenset(facts)


def _is_programme(node: Node) -> bool:
    return any(key.startswith((PROGRAMME, CONGRESS)) for key in node.keys)


def facts_text(facts: Iterable[Fact]) -> str:
    """The facts as one line, to be remembered until the document is loaded anew or taken out."""
    return json.dumps(sorted(facts), ensure_ascii=True, separators=(",", ":"))


def remembered_facts(store: Store, iris: Iris, hashes: Iterable[str]) -> frozenset[Fact]:
    """What the documents stated when they were last resolved; nothing for new ones."""
    graph, found = iris.graph(vocab.RESOLUTION_GRAPH), set()
    for portion in portions(map(iris.document, hashes)):
        rows = store.select(
            f"SELECT ?f WHERE {{ {values('d', portion)} GRAPH <{graph}> {{ ?d dch:statedFacts ?f }} }}"
        )
        found |= {Fact(*fact) for (facts,) in rows for fact in json.loads(facts.value)}
    return frozenset(found)


def facts_elsewhere(store: Store, iris: Iris, ids: Iterable[str], without: Iterable[str]) -> frozenset[Fact]:
    """What documents other than those with the hashes `without` say of the instruments."""
    passed_over = [iris.graph(name) for name in (vocab.AUTHORITY_GRAPH, vocab.RESOLUTION_GRAPH)]
    passed_over += map(iris.document_graph, sorted(without))
    others, found = f"FILTER(?g NOT IN ({', '.join(map(iri_term, passed_over))}))", set()
    for portion in portions(map(iris.from_id, ids)):
        for property_, kind in _KINDS.items():
            rows = store.select(
                f"SELECT DISTINCT ?i ?v WHERE {{ {values('i', portion)} "
                f"GRAPH ?g {{ ?i {property_} ?v }} {others} }}"
            )
            for instrument, said in rows:
                value = slug(said.value) if kind == "title" else said.value
                found.add(Fact(iris.id_of(instrument.value), kind, value))
    return frozenset(found)


def documents_naming(store: Store, iris: Iris, keys: Iterable[str]) -> set[str]:
    """Hashes of documents that name a key by a node known in part."""
    found: set[str] = set()
    wanted = sorted(set(keys))
    for start in range(0, len(wanted), PORTION):
        portion = " ".join(text_term(key) for key in wanted[start : start + PORTION])
        rows = store.select(
            f"SELECT DISTINCT ?i WHERE {{ VALUES ?k {{ {portion} }} "
            "?i dch:matchKey ?k ; a dch:PartialInstrument }"
        )
        found |= {hash_ for row in rows if (hash_ := iris.hash_of(row["i"].value))}
    return found
