"""Reading what the checks ask: a document's citations with what is known of the instruments they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pyoxigraph import QuerySolution

from kg import vocab
from kg.facts.endings import Ending, meanings
from kg.facts.knowledge import Knowledge
from kg.facts.terms import iri_term, portions, values
from kg.iris import Iris
from kg.problems.citations import Cited
from kg.store.protocol import Store
from kg.vocab import relation_names

_CONSOLIDATED = vocab.type_concept("van-ban-hop-nhat").value


def cited_in(
    store: Store,
    iris: Iris,
    hash_: str,
    endings: Mapping[str, tuple[Ending, ...]],
    knowledge: Knowledge,
) -> Iterator[Cited]:
    """The citations of one document, in the order of their IRIs."""
    graph = iri_term(iris.document_graph(hash_))
    rows = {row["c"].value: row for row in store.select(_QUERY % graph)}
    if not rows:
        return
    own, own_day, consolidated = _own(store, graph)
    nodes = {row[end].value for row in rows.values() for end in ("node", "source")}
    meaning = meanings(store, iris, nodes)
    knowledge.gather(meaning.values())
    candidates = _candidates(store, iris, nodes)
    bodies = _issuers(store, graph)
    for citation, row in sorted(rows.items()):
        node, source = row["node"].value, row["source"].value
        target = meaning[node]
        is_own = source == own
        source_day = own_day if is_own else knowledge.day(meaning[source])
        yield Cited(
            citation=citation,
            hash=hash_,
            quote=" ".join(row["quote"].value.split()),
            instrument=target,
            relation=relation_names()[row["relation"].value],
            inverse=row["inverse"] is not None,
            own=is_own,
            rules=tuple(row["method"].value.split()),
            type=_type(row),
            number=_value(row, "number"),
            issuer="; ".join(sorted(bodies.get(node, ()))) or None,
            issuer_as_written=_value(row, "written"),
            day=_day(_value(row, "day")),
            year=int(row["year"].value) if row["year"] else None,
            known_day=knowledge.sure_day(target),
            citing_day=source_day,
            quotes_older_text=consolidated and is_own,
            known=knowledge.row(target),
            endings=tuple(act for act in endings.get(target, ()) if act.by != own),
            candidates=candidates.get(node, ()) if target == node else (),
            name=knowledge.name,
        )


_QUERY = """SELECT * WHERE { GRAPH %s {
  ?c a dch:Citation ; dch:citing ?citing ; dch:cited ?cited ; dch:relation ?relation ; oa:exact ?quote ;
     dch:method ?method .
  OPTIONAL { ?c dch:inverse ?inverse } OPTIONAL { ?c dch:issuerAsWritten ?written }
  BIND(IF(BOUND(?inverse), ?citing, ?cited) AS ?node) BIND(IF(BOUND(?inverse), ?cited, ?citing) AS ?source)
  OPTIONAL { ?node eli:id_local ?number } OPTIONAL { ?node eli:date_document ?day }
  OPTIONAL { ?node dch:year ?year } OPTIONAL { ?node eli:type_document ?type }
} } ORDER BY ?c ?day"""


def _own(store: Store, graph: str) -> tuple[str | None, date | None, bool]:
    rows = store.select(
        f"SELECT ?own ?day ?type WHERE {{ GRAPH {graph} {{ ?own dch:sourceDocument|dch:reportedBy ?d . "
        "OPTIONAL { ?own eli:date_document ?day } OPTIONAL { ?own eli:type_document ?type } } } "
        "ORDER BY ?own ?day"
    )
    for row in rows:
        consolidated = row["type"] is not None and row["type"].value == _CONSOLIDATED
        return row["own"].value, _day(_value(row, "day")), consolidated
    return None, None, False


def _issuers(store: Store, graph: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    rows = store.select(
        f"SELECT ?i ?name WHERE {{ GRAPH {graph} {{ ?i eli:passed_by ?body . ?body skos:prefLabel ?name }} }}"
    )
    for row in rows:
        found[row["i"].value].add(row["name"].value)
    return found


def _candidates(store: Store, iris: Iris, nodes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    graph = iris.graph(vocab.RESOLUTION_GRAPH)
    ranked: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for portion in portions(nodes):
        rows = store.select(
            f"SELECT ?n ?t ?rank WHERE {{ {values('n', portion)} GRAPH <{graph}> {{ ?n dch:candidate ?c . "
            "?c dch:proposes ?t ; dch:rank ?rank ; dch:confidence ?sure FILTER(?sure >= 0.1) } }"
        )
        for row in rows:
            ranked[row["n"].value].append((int(row["rank"].value), row["t"].value))
    return {node: tuple(iri for _, iri in sorted(found)) for node, found in ranked.items()}


def _type(row: QuerySolution) -> str:
    return row["type"].value.rpartition("#type-")[2] if row["type"] else ""


def _value(row: QuerySolution, name: str) -> str | None:
    term = row[name]
    return str(term.value) if term is not None else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
