"""The dataset described in VoID, for programs that find their way by it, and the SPARQL service likewise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
    parts = (
        ("class", "?x a ?key", "entities"),
        ("property", "?x ?key ?y", "triples"),
    )
    for kind, pattern, unit in parts:
        rows = dataset.store.select(
            f"SELECT ?key (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ {pattern} }} }} GROUP BY ?key ORDER BY ?key"
        )
        for number, row in enumerate(rows):
            part = NamedNode(f"{here.value}-{kind}-{number}")
            triples += [
                Triple(here, NamedNode(f"{VOID}{kind}Partition"), part),
                Triple(part, NamedNode(f"{VOID}{kind}"), row["key"]),
                Triple(part, NamedNode(f"{VOID}{unit}"), _number(int(row["n"].value))),
            ]
    return triples


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
