"""The ontology says of each of its terms what it is, in two languages, and where it comes from."""

from collections.abc import Iterator

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS

from kg import vocab
from ontology import (
    alignments_path,
    bodies,
    concepts_path,
    document_types,
    named_kinds,
    ontology_path,
    relations,
    shapes_path,
)

DCH = Namespace("https://w3id.org/danchieu/ontology#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
ONTOLOGY = Graph().parse(ontology_path())
CONCEPTS = Graph().parse(concepts_path())


def _minted(graph: Graph) -> Iterator[URIRef]:
    for term in sorted(set(graph.subjects(RDF.type, None)), key=str):
        if isinstance(term, URIRef) and term.startswith(str(DCH)):
            yield term


def _languages(graph: Graph, term: URIRef, *properties: URIRef) -> set[str | None]:
    return {
        value.language
        for property_ in properties
        for value in graph.objects(term, property_)
        if isinstance(value, Literal) and str(value)
    }


@pytest.mark.parametrize("term", list(_minted(ONTOLOGY)), ids=lambda term: term.split("#")[1])
def test_a_term_has_labels_definitions_and_a_source(term: URIRef) -> None:
    assert _languages(ONTOLOGY, term, RDFS.label) == {"vi", "en"}
    assert _languages(ONTOLOGY, term, SKOS.definition) == {"vi", "en"}
    assert (term, DCTERMS.source, None) in ONTOLOGY


def test_a_concept_has_labels_a_scheme_and_a_source() -> None:
    for concept in CONCEPTS.subjects(RDF.type, SKOS.Concept):
        assert isinstance(concept, URIRef)
        assert _languages(CONCEPTS, concept, SKOS.prefLabel) == {"vi", "en"}, concept
        scheme = CONCEPTS.value(concept, SKOS.inScheme)
        assert (scheme, RDF.type, SKOS.ConceptScheme) in CONCEPTS, concept
        assert (concept, DCTERMS.source, None) in CONCEPTS, concept


def test_what_the_issue_of_the_ontology_asks_for_is_minted() -> None:
    asked = {
        "Instrument", "Citation", "implements", "details", "guides", "replaces", "suspends", "interprets",
        "promulgates", "approves", "candidate", "resolvedAs", "confidence", "method", "problemKind",
        "reportedBy", "pinpoint", "place", "citing", "cited", "relation", "evidence",
    }  # fmt: skip
    assert {DCH[name] for name in asked} <= set(_minted(ONTOLOGY))


def test_replaces_is_a_kind_of_repeals() -> None:
    assert (DCH.replaces, RDFS.subPropertyOf, ELI.repeals) in ONTOLOGY


@pytest.mark.parametrize(
    "path", [ontology_path(), concepts_path(), shapes_path()], ids=lambda path: path.name
)
def test_the_deprecated_implements_of_eli_is_never_used(path: object) -> None:
    graph = Graph().parse(str(path))
    assert ELI.implements not in set(graph.all_nodes()) | set(graph.predicates())


def test_implements_is_aligned_with_what_eli_puts_in_its_place() -> None:
    graph = Graph().parse(alignments_path())
    assert (DCH.implements, SKOS.relatedMatch, ELI.applies) in graph
    assert (DCH.implements, SKOS.narrowMatch, ELI.ensures_implementation_of) in graph


def test_every_relation_of_the_table_is_a_relation_of_the_ontology() -> None:
    for relation in relations():
        if relation.eli:
            term, label = ELI[relation.eli.removeprefix("eli:")], SKOS.prefLabel
        else:
            term, label = DCH[relation.name], RDFS.label
        assert (term, RDF.type, DCH.Relation) in ONTOLOGY, relation.name
        labels = {
            value.language: str(value)
            for value in ONTOLOGY.objects(term, label)
            if isinstance(value, Literal)
        }
        assert labels == {"vi": relation.label_vi, "en": relation.label_en}
        texts = {str(value) for value in ONTOLOGY.objects(term, SKOS.definition)}
        assert texts == {relation.definition_vi, relation.definition_en}, relation.name
    assert len(relations()) == 14


def test_every_document_type_is_a_concept() -> None:
    for kind in document_types():
        assert (DCH[kind.iri_local], SKOS.prefLabel, Literal(kind.name, lang="vi")) in CONCEPTS


def test_every_kind_of_named_instrument_is_a_concept() -> None:
    for kind in named_kinds():
        assert (DCH[f"type-{kind.slug}"], SKOS.prefLabel, Literal(kind.name, lang="vi")) in CONCEPTS


def test_every_term_that_the_graph_uses_is_declared() -> None:
    used = {
        URIRef(value.value)
        for value in vars(vocab).values()
        if hasattr(value, "value") and str(value.value).startswith(str(DCH))
    }
    assert used
    assert used <= set(_minted(ONTOLOGY)) | set(_minted(CONCEPTS)), used - set(_minted(ONTOLOGY))


def test_a_sub_property_points_at_something_declared_or_elsewhere() -> None:
    for term in _minted(ONTOLOGY):
        for parent in ONTOLOGY.objects(term, RDFS.subPropertyOf):
            assert not str(parent).startswith(str(DCH)) or (parent, RDF.type, OWL.ObjectProperty) in ONTOLOGY


def test_slugs_of_bodies_leave_no_two_alike() -> None:
    assert len({body.slug for body in bodies()}) == len(bodies())
