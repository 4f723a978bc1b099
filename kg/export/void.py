"""The dataset described in VoID, for programs that find their way by it, and the SPARQL service likewise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock
from weakref import WeakKeyDictionary

from pyoxigraph import Literal, NamedNode, Triple

from kg.dataset import Dataset
from kg.vocab import DCT, INTEGER, PREFIXES, RDF

VOID = "http://rdfs.org/ns/void#"
SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
FOAF = "http://xmlns.com/foaf/0.1/"

_TYPE = NamedNode(f"{RDF}type")
_RESULT_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD",
)  # fmt: skip

_Counts = tuple[tuple[str, str, tuple[tuple[NamedNode, int], ...]], ...]
"""For classes and properties: what VoID calls them and their unit, and how often each occurs."""
_known: WeakKeyDictionary[Dataset, _Counts] = WeakKeyDictionary()
_counting = Lock()
"""Whoever asks while it is counted waits, and does not count again."""


def void(dataset: Dataset, dumps: Sequence[str] = ()) -> list[Triple]:
    """The dataset, its size, its vocabularies, and how often each class and property occurs.

    `dumps` are the addresses of files with the whole dataset. Counts are of distinct triples in the union.
    """
    here = NamedNode(f"{dataset.base}.well-known/void#dataset")
    triples = [
        Triple(here, _TYPE, NamedNode(f"{VOID}Dataset")),
        Triple(here, NamedNode(f"{DCT}title"), Literal("Dẫn Chiếu", language="vi")),
        Triple(here, NamedNode(f"{FOAF}homepage"), NamedNode(dataset.base)),
        Triple(here, NamedNode(f"{VOID}sparqlEndpoint"), NamedNode(f"{dataset.base}sparql")),
        Triple(here, NamedNode(f"{VOID}uriSpace"), Literal(f"{dataset.base}id/")),
        Triple(here, NamedNode(f"{VOID}triples"), _number(dataset.index.counts["quads"])),
        Triple(here, NamedNode(f"{DCT}hasVersion"), Literal(str(dataset.generation))),
    ]
    triples += [Triple(here, NamedNode(f"{VOID}dataDump"), NamedNode(address)) for address in dumps]
    triples += [
        Triple(here, NamedNode(f"{VOID}vocabulary"), NamedNode(namespace))
        for namespace in sorted(PREFIXES.values())
    ]
    for kind, unit, counts in _counts(dataset):
        for number, (key, count) in enumerate(counts):
            part = NamedNode(f"{here.value}-{kind}-{number}")
            triples += [
                Triple(here, NamedNode(f"{VOID}{kind}Partition"), part),
                Triple(part, NamedNode(f"{VOID}{kind}"), key),
                Triple(part, NamedNode(f"{VOID}{unit}"), _number(count)),
            ]
    return triples


def _counts(dataset: Dataset) -> _Counts:
    """How often each class and property occurs: every statement is looked at, once for a published state."""
    if dataset.at_endpoint:  # where notes are added between two states
        return _counted(dataset)
    with _counting:
        if dataset not in _known:
            _known[dataset] = _counted(dataset)
        return _known[dataset]


def _counted(dataset: Dataset) -> _Counts:
    parts = (("class", "entities", "?x a ?key"), ("property", "triples", "?x ?key ?y"))
    found = []
    for kind, unit, pattern in parts:
        rows = dataset.store.select(
            f"SELECT ?key (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ {pattern} }} }} GROUP BY ?key ORDER BY ?key"
        )
        found.append((kind, unit, tuple((row["key"], int(row["n"].value)) for row in rows)))
    return tuple(found)


def service_description(dataset: Dataset, endpoint: str, *, updates: bool = False) -> list[Triple]:
    """What the SPARQL endpoint at `endpoint` understands and answers; `updates`: it takes updates, too."""
    service = NamedNode(f"{endpoint}#service")
    data, default = NamedNode(f"{endpoint}#dataset"), NamedNode(f"{endpoint}#default-graph")
    triples = [
        Triple(service, _TYPE, NamedNode(f"{SD}Service")),
        Triple(service, NamedNode(f"{SD}endpoint"), NamedNode(endpoint)),
        Triple(service, NamedNode(f"{SD}supportedLanguage"), NamedNode(f"{SD}SPARQL11Query")),
        Triple(service, NamedNode(f"{SD}feature"), NamedNode(f"{SD}UnionDefaultGraph")),
        Triple(service, NamedNode(f"{SD}defaultDataset"), data),
        Triple(data, _TYPE, NamedNode(f"{SD}Dataset")),
        Triple(data, NamedNode(f"{SD}defaultGraph"), default),
        Triple(default, _TYPE, NamedNode(f"{SD}Graph")),
        Triple(default, NamedNode(f"{VOID}triples"), _number(dataset.index.counts["quads"])),
    ]
    if updates:
        language = Triple(service, NamedNode(f"{SD}supportedLanguage"), NamedNode(f"{SD}SPARQL11Update"))
        triples.append(language)
    formats: Iterable[str] = _RESULT_FORMATS
    triples += [
        Triple(service, NamedNode(f"{SD}resultFormat"), NamedNode(f"{FORMATS}{name}")) for name in formats
    ]
    return triples


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=INTEGER)
