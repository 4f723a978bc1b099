"""Facts about Vietnamese law and administration, each with its source, behind one typed loader.

Tables (`ontology/tables/*.csv`), each as a cached function that returns a tuple of frozen values:
`document_types`, `bodies`, `officers`, `body_patterns`, `provinces`, `terms`, `party_acts`, `laws`,
`instruments` (thousands of rows, read when first asked for), `relations`, `named_kinds`, `topics`.

Ways in by what a text shows (keys made by `key`): `types_by_name`, `types_by_abbr`, `bodies_by_name`,
`bodies_by_symbol`, `patterns_by_symbol`, `provinces_by_name`, `laws_by_title`, `laws_by_number`,
`relations_by_name`, `party_terms`, `assembly_terms`.

`slug` makes the ASCII slugs that IRIs are built of.
"""

from ontology.loader import (
    bodies,
    body_patterns,
    document_types,
    instruments,
    laws,
    named_kinds,
    officers,
    party_acts,
    provinces,
    relations,
    terms,
    topics,
)
from ontology.lookup import (
    assembly_terms,
    bodies_by_name,
    bodies_by_symbol,
    key,
    laws_by_number,
    laws_by_title,
    party_terms,
    patterns_by_symbol,
    provinces_by_name,
    relations_by_name,
    types_by_abbr,
    types_by_name,
)
from ontology.models import (
    Body,
    BodyPattern,
    DocumentType,
    Instrument,
    Law,
    NamedKind,
    NumberedAct,
    Officer,
    Plenum,
    Province,
    RelationType,
    Symbol,
    Term,
    Topic,
)
from ontology.rows import TableError
from ontology.slugs import slug

__all__ = [
    "Body",
    "BodyPattern",
    "DocumentType",
    "Instrument",
    "Law",
    "NamedKind",
    "NumberedAct",
    "Officer",
    "Plenum",
    "Province",
    "RelationType",
    "Symbol",
    "TableError",
    "Term",
    "Topic",
    "assembly_terms",
    "bodies",
    "bodies_by_name",
    "bodies_by_symbol",
    "body_patterns",
    "document_types",
    "instruments",
    "key",
    "laws",
    "laws_by_number",
    "laws_by_title",
    "named_kinds",
    "officers",
    "party_acts",
    "party_terms",
    "patterns_by_symbol",
    "provinces",
    "provinces_by_name",
    "relations",
    "relations_by_name",
    "slug",
    "terms",
    "topics",
    "types_by_abbr",
    "types_by_name",
]
