"""The terms of the graph: relations reach ELI where ELI has them, and nothing deprecated."""

from __future__ import annotations

from typing import get_args

import pytest

from extractors.models import Relation
from kg.vocab import relation_names, relation_properties


def test_every_relation_has_one_property_and_back() -> None:
    properties = relation_properties()
    assert set(properties) == set(get_args(Relation))
    assert {relation_names()[node.value] for node in properties.values()} == set(get_args(Relation))


@pytest.mark.parametrize(
    ("relation", "iri"),
    [
        ("implements", "https://w3id.org/danchieu/ontology#implements"),
        ("based_on", "http://data.europa.eu/eli/ontology#based_on"),
        ("amends", "http://data.europa.eu/eli/ontology#amends"),
        ("replaces", "https://w3id.org/danchieu/ontology#replaces"),
        ("cites", "http://data.europa.eu/eli/ontology#cites"),
    ],
)
def test_the_property_of_a_relation(relation: Relation, iri: str) -> None:
    assert relation_properties()[relation].value == iri
