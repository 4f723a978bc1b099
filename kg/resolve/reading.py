"""Reading what resolution asks of the store: a document's nodes and mentions, and who else bears a key."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from kg import vocab
from kg.facts.terms import PORTION, iri_term, portions, text_term, values
from kg.iris import UNKNOWN, Iris
from kg.resolve.authority import roman_of
from kg.resolve.facts import DocumentFacts, Mention, Node
from kg.resolve.match_keys import CONGRESS, PROGRAMME
from kg.store.protocol import Store
from kg.vocab import relation_names
from ontology.slugs import slug

_CONSOLIDATED = "van-ban-hop-nhat"
_ASKED = (
    vocab.TYPE, vocab.MATCH_KEY, vocab.NUMBER_KEY, vocab.TYPE_DOCUMENT, vocab.PASSED_BY, vocab.DATE_DOCUMENT,
    vocab.YEAR, vocab.TERM, vocab.TITLE, vocab.SOURCE_DOCUMENT_OF, vocab.REPORTED_BY, vocab.CITING,
    vocab.CITED, vocab.RELATION, vocab.INVERSE, vocab.HAS_EVIDENCE,
)  # fmt: skip
_Said = dict[str, dict[str, list[str]]]
_KINDS = {vocab.MATCH_KEY.value: "key", vocab.DATE_DOCUMENT.value: "day", vocab.TITLE.value: "title"}


class Fact(NamedTuple):
    """One thing that a document says of an instrument and that bears on what others' mentions mean.

    `id` is the path of the instrument, `kind` "key", "day" or "title".
    """

    id: str
    kind: str
    value: str


def read_document(store: Store, iris: Iris, hash_: str) -> DocumentFacts | None:
    """The facts of one document's graph; None where there is no such graph."""
    graph = iri_term(iris.document_graph(hash_))
    rows = store.select(f"SELECT ?s ?p ?o WHERE {{ {_asked()} GRAPH {graph} {{ ?s ?p ?o }} }}")
    said: _Said = defaultdict(lambda: defaultdict(list))
    for row in rows:
        subject, property_, value = row
        said[subject.value][property_.value].append(value.value)
    return _facts(said, iris, hash_) if said else None


@cache
def _asked() -> str:
    return values("p", (property_.value for property_ in _ASKED))


def _facts(said: _Said, iris: Iris, hash_: str) -> DocumentFacts:
    instruments = [iri for iri, of in said.items() if vocab.INSTRUMENT.value in of.get(vocab.TYPE.value, ())]
    nodes = {iri: _node(iri, said[iri], iris) for iri in sorted(instruments)}
    own = _own(instruments, said) or iris.self_of(hash_)
    mentions = tuple(_mention(iri, of) for iri, of in sorted(said.items()) if vocab.CITED.value in of)
    head = nodes.get(own)
    return DocumentFacts(
        hash=hash_,
        own=own,
        day=head.date if head else None,
        consolidated=head is not None and head.type == _CONSOLIDATED,
        nodes=nodes,
        mentions=mentions,
    )


def _mention(iri: str, of: dict[str, list[str]]) -> Mention:
    inverse = vocab.INVERSE.value in of
    citing, cited = of[vocab.CITING.value][0], of[vocab.CITED.value][0]
    node, source = (citing, cited) if inverse else (cited, citing)
    relation = relation_names()[of[vocab.RELATION.value][0]]
    return Mention(iri, node, source, relation, inverse, of[vocab.HAS_EVIDENCE.value][0])


def _own(instruments: Iterable[str], said: _Said) -> str | None:
    marks = (vocab.SOURCE_DOCUMENT_OF.value, vocab.REPORTED_BY.value)
    return next((iri for iri in instruments if any(mark in said[iri] for mark in marks)), None)


def _node(iri: str, of: dict[str, list[str]], iris: Iris) -> Node:
    path = iris.parse(iri)
    keys = tuple(sorted(of.get(vocab.MATCH_KEY.value, ())))
    type_ = path.type if path else slug(_one(of, vocab.TYPE_DOCUMENT).rpartition("#type-")[2]) or UNKNOWN
    if path:
        bodies = frozenset(path.body.split("--")) - {UNKNOWN}
    else:
        bodies = frozenset(body.rpartition("/body/")[2] for body in of.get(vocab.PASSED_BY.value, ()))
    year = _one(of, vocab.YEAR)
    number_key = _one(of, vocab.NUMBER_KEY)
    return Node(
        iri=iri,
        partial=iris.is_partial(iri),
        type=type_,
        bodies=bodies,
        keys=keys,
        number_year=year_in_key(number_key),
        year=path.year if path else int(year) if year else None,
        date=day_of(_one(of, vocab.DATE_DOCUMENT)),
        term=roman_of(_one(of, vocab.TERM)),
        title=_one(of, vocab.TITLE) or None,
        days=tuple(sorted(of.get(vocab.DATE_DOCUMENT.value, ()))),
        titles=tuple(sorted({slug(title) for title in of.get(vocab.TITLE.value, ())})),
    )


def _one(of: dict[str, list[str]], property_: object) -> str:
    """The one value; of several the least, so that the order of quads never matters."""
    return min(of.get(getattr(property_, "value", ""), ()), default="")


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
        rows = store.select(
            f"SELECT DISTINCT ?i ?p ?v WHERE {{ {values('i', portion)} "
            "VALUES ?p { dch:matchKey eli:date_document dcterms:title } "
            f"GRAPH ?g {{ ?i ?p ?v }} {others} }}"
        )
        for instrument, property_, said in rows:
            kind = _KINDS[property_.value]
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
