"""Namespaces and terms of the graph. What they mean is written in `ontology/danchieu.ttl`."""

from __future__ import annotations

from functools import cache
from typing import Final, get_args

from pyoxigraph import NamedNode

import ontology
from extractors.models import EffectEvent, Relation
from extractors.readers.models import GIVEN_CORPUS, GIVEN_FIELDS

DCH: Final = "https://w3id.org/danchieu/ontology#"
ELI: Final = "http://data.europa.eu/eli/ontology#"
OA: Final = "http://www.w3.org/ns/oa#"
PROV: Final = "http://www.w3.org/ns/prov#"
ORG: Final = "http://www.w3.org/ns/org#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCT: Final = "http://purl.org/dc/terms/"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final = {
    "dch": DCH, "eli": ELI, "oa": OA, "prov": PROV, "org": ORG,
    "skos": SKOS, "dcterms": DCT, "rdf": RDF, "rdfs": RDFS, "xsd": XSD,
}  # fmt: skip
"""Known in every query without being declared."""

TYPE: Final = NamedNode(f"{RDF}type")
LABEL: Final = NamedNode(f"{SKOS}prefLabel")
TITLE: Final = NamedNode(f"{DCT}title")

# Instruments
INSTRUMENT: Final = NamedNode(f"{DCH}Instrument")
PARTIAL_INSTRUMENT: Final = NamedNode(f"{DCH}PartialInstrument")
ID_LOCAL: Final = NamedNode(f"{ELI}id_local")
TYPE_DOCUMENT: Final = NamedNode(f"{ELI}type_document")
PASSED_BY: Final = NamedNode(f"{ELI}passed_by")
DATE_DOCUMENT: Final = NamedNode(f"{ELI}date_document")
YEAR: Final = NamedNode(f"{DCH}year")
TERM: Final = NamedNode(f"{DCH}term")
NUMBER_KEY: Final = NamedNode(f"{DCH}numberKey")
MATCH_KEY: Final = NamedNode(f"{DCH}matchKey")
IN_FORCE_FROM: Final = NamedNode(f"{ELI}first_date_entry_in_force")
IN_FORCE_UNTIL: Final = NamedNode(f"{ELI}date_no_longer_in_force")
SOURCE: Final = NamedNode(f"{DCT}source")
SIGNER: Final = NamedNode(f"{DCH}signer")
SIGNER_TITLE: Final = NamedNode(f"{DCH}signerTitle")
SOURCE_DOCUMENT_OF: Final = NamedNode(f"{DCH}sourceDocument")
REPORTED_BY: Final = NamedNode(f"{DCH}reportedBy")
ORGANIZATION: Final = NamedNode(f"{ORG}Organization")

# Source documents
SOURCE_DOCUMENT: Final = NamedNode(f"{DCH}SourceDocument")
SHA256: Final = NamedNode(f"{DCH}sha256")
FILE_NAME: Final = NamedNode(f"{DCH}fileName")
FORMAT: Final = NamedNode(f"{DCT}format")
TEXT_LENGTH: Final = NamedNode(f"{DCH}textLength")
TEXT_QUALITY: Final = NamedNode(f"{DCH}textQuality")

# What a corpus says of its documents and of the relations between them, never read from a text
GIVEN: Final = {
    field: NamedNode(f"{DCH}given{field.capitalize()}") for field in (*GIVEN_FIELDS, GIVEN_CORPUS)
}
GIVEN_RELATION: Final = NamedNode(f"{DCH}GivenRelation")
GIVEN_CITING: Final = NamedNode(f"{DCH}givenCiting")
GIVEN_CITED: Final = NamedNode(f"{DCH}givenCited")
GIVEN_AS: Final = NamedNode(f"{DCH}givenRelation")
GIVEN_LABEL: Final = NamedNode(f"{DCH}givenLabel")

# Citations and their evidence
CITATION: Final = NamedNode(f"{DCH}Citation")
CITING: Final = NamedNode(f"{DCH}citing")
CITED: Final = NamedNode(f"{DCH}cited")
RELATION: Final = NamedNode(f"{DCH}relation")
IN_DOCUMENT: Final = NamedNode(f"{DCH}inDocument")
HAS_EVIDENCE: Final = NamedNode(f"{DCH}evidence")
KIND: Final = NamedNode(f"{DCH}kind")
CONFIDENCE: Final = NamedNode(f"{DCH}confidence")
METHOD: Final = NamedNode(f"{DCH}method")
INVERSE: Final = NamedNode(f"{DCH}inverse")
PINPOINT: Final = NamedNode(f"{DCH}pinpoint")
PLACE: Final = NamedNode(f"{DCH}place")
ISSUER_AS_WRITTEN: Final = NamedNode(f"{DCH}issuerAsWritten")
EXACT: Final = NamedNode(f"{OA}exact")
START: Final = NamedNode(f"{OA}start")
END: Final = NamedNode(f"{OA}end")

# Clauses on effect
EFFECT_CLAUSE: Final = NamedNode(f"{DCH}EffectClause")
EFFECT_OF: Final = NamedNode(f"{DCH}effectOf")
EFFECT_PROPERTY: Final = NamedNode(f"{DCH}effectProperty")
EFFECT_DAY: Final = NamedNode(f"{DCH}effectDay")
STATED_EFFECTS: Final = NamedNode(f"{DCH}statedEffects")
EFFECT_PROPERTIES: Final[dict[EffectEvent, NamedNode]] = {"begins": IN_FORCE_FROM, "ends": IN_FORCE_UNTIL}

# Resolution
RESOLVED_AS: Final = NamedNode(f"{DCH}resolvedAs")
RESOLUTION_RULE: Final = NamedNode(f"{DCH}resolutionRule")
STATED_FACTS: Final = NamedNode(f"{DCH}statedFacts")
HAS_CANDIDATE: Final = NamedNode(f"{DCH}candidate")
CANDIDATE: Final = NamedNode(f"{DCH}Candidate")
PROPOSES: Final = NamedNode(f"{DCH}proposes")
RANK: Final = NamedNode(f"{DCH}rank")
REASON: Final = NamedNode(f"{DCH}reason")

# Reviews by people
REVIEW: Final = NamedNode(f"{DCH}Review")
REVIEWS: Final = NamedNode(f"{DCH}reviews")
VERDICT: Final = NamedNode(f"{DCH}verdict")
CORRECTED_RELATION: Final = NamedNode(f"{DCH}correctedRelation")
CORRECTED_CITED: Final = NamedNode(f"{DCH}correctedCited")
MACHINE_READING: Final = NamedNode(f"{DCH}machineReading")
REVIEWER: Final = NamedNode(f"{DCH}reviewer")
GENERATED_AT: Final = NamedNode(f"{PROV}generatedAtTime")

# Problems
PROBLEM: Final = NamedNode(f"{DCH}Problem")
PROBLEM_KIND: Final = NamedNode(f"{DCH}problemKind")
CONCERNS: Final = NamedNode(f"{DCH}concerns")
SHOWN_BY: Final = NamedNode(f"{DCH}shownBy")
SEVERITY: Final = NamedNode(f"{DCH}severity")
SUGGESTION: Final = NamedNode(f"{DCH}suggestion")
DERIVED_FROM: Final = NamedNode(f"{PROV}wasDerivedFrom")

# Runs
RUN: Final = NamedNode(f"{DCH}Run")
USED: Final = NamedNode(f"{PROV}used")
GENERATED: Final = NamedNode(f"{PROV}generated")
STARTED: Final = NamedNode(f"{PROV}startedAtTime")
ENDED: Final = NamedNode(f"{PROV}endedAtTime")
TOOL_VERSION: Final = NamedNode(f"{DCH}toolVersion")

DATE: Final = NamedNode(f"{XSD}date")
DATETIME: Final = NamedNode(f"{XSD}dateTime")
INTEGER: Final = NamedNode(f"{XSD}integer")
DECIMAL: Final = NamedNode(f"{XSD}decimal")
GYEAR: Final = NamedNode(f"{XSD}gYear")
BOOLEAN: Final = NamedNode(f"{XSD}boolean")

RUNS_GRAPH: Final = "runs"
RESOLUTION_GRAPH: Final = "resolution"
AUTHORITY_GRAPH: Final = "authority"
REVIEW_GRAPH: Final = "review"
PROBLEMS_GRAPH: Final = "problems"
NOTES_GRAPHS: Final = "notes/"


@cache
def relation_properties() -> dict[Relation, NamedNode]:
    """The property of the direct edge for each relation: ELI's where it has one, else our own."""
    rows = {row.name: row for row in ontology.relations()}
    properties = {}
    for name in get_args(Relation):
        eli = rows[name].eli
        properties[name] = NamedNode(f"{ELI}{eli.removeprefix('eli:')}" if eli else f"{DCH}{name}")
    return properties


@cache
def relation_names() -> dict[str, Relation]:
    """The relation that each property's IRI stands for."""
    return {node.value: name for name, node in relation_properties().items()}


def type_concept(type_slug: str) -> NamedNode:
    """The SKOS concept of a document type."""
    return NamedNode(f"{DCH}type-{type_slug}")


def resolution_rule(name: str) -> NamedNode:
    """The concept of a rule of resolution."""
    return NamedNode(f"{DCH}rule-{name}")


def verdict_concept(verdict: str) -> NamedNode:
    """The concept of a person's verdict: "confirmed", "rejected" or "corrected"."""
    return NamedNode(f"{DCH}verdict-{verdict}")


def problem_concept(kind: str) -> NamedNode:
    """The concept of a kind of problem."""
    return NamedNode(f"{DCH}problem-{kind}")


def severity_concept(severity: str) -> NamedNode:
    """The concept of a severity: "error", "warning" or "info"."""
    return NamedNode(f"{DCH}severity-{severity}")
