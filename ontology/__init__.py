"""Facts about Vietnamese law and administration, each with its source, behind one typed loader.

Tables (`ontology/tables/*.csv`), each as a cached function that returns a tuple of frozen values:
`document_types`, `bodies`, `officers`, `body_patterns`, `provinces`, `terms`, `party_acts`, `laws`,
`instruments` (thousands of rows, read when first asked for), `relations`, `named_kinds`, `words`, `topics`,
`problem_kinds`, `resolution_rules`, `cues`, `filler_words`, `characters`.

Ways in by what a text shows (keys made by `key`): `types_by_name`, `types_by_abbr`, `bodies_by_name`,
`bodies_by_symbol`, `patterns_by_symbol`, `provinces_by_name`, `laws_by_title`, `laws_by_number`,
`relations_by_name`, `party_terms`, `assembly_terms`.

`successions` are changes of bodies and provinces as dated events, `heirs` who holds a province's land today.
`queries` are the competency queries, `find_query` one by name, `bind_query` its SPARQL with values.
`ontology_path`, `concepts_path`, `alignments_path`, `shapes_path`, `query_catalogue_path`: where the RDF is.
`slug` makes the ASCII slugs that IRIs are built of.
"""

from ontology.acts import instruments, laws, party_acts, terms
from ontology.administration import bodies, body_patterns, officers, provinces
from ontology.characters import Character, CharacterKind, characters
from ontology.competency import (
    CompetencyQuery,
    Parameter,
    ParameterError,
    bind_query,
    find_query,
    queries,
)
from ontology.cues import Cue, CueRole, cues, filler_words
from ontology.files import (
    alignments_path,
    concepts_path,
    ontology_path,
    query_catalogue_path,
    shapes_path,
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
    ProblemKind,
    Province,
    RelationType,
    ResolutionRule,
    Symbol,
    Term,
    Topic,
    Word,
    WordRole,
)
from ontology.rows import TableError
from ontology.slugs import slug
from ontology.succession import Succession, heirs, successions
from ontology.vocabularies import (
    document_types,
    named_kinds,
    problem_kinds,
    relations,
    resolution_rules,
    topics,
    words,
)

__all__ = [
    "Body",
    "BodyPattern",
    "Character",
    "CharacterKind",
    "CompetencyQuery",
    "Cue",
    "CueRole",
    "DocumentType",
    "Instrument",
    "Law",
    "NamedKind",
    "NumberedAct",
    "Officer",
    "Parameter",
    "ParameterError",
    "Plenum",
    "ProblemKind",
    "Province",
    "RelationType",
    "ResolutionRule",
    "Succession",
    "Symbol",
    "TableError",
    "Term",
    "Topic",
    "Word",
    "WordRole",
    "alignments_path",
    "assembly_terms",
    "bind_query",
    "bodies",
    "bodies_by_name",
    "bodies_by_symbol",
    "body_patterns",
    "characters",
    "concepts_path",
    "cues",
    "document_types",
    "filler_words",
    "find_query",
    "heirs",
    "instruments",
    "key",
    "laws",
    "laws_by_number",
    "laws_by_title",
    "named_kinds",
    "officers",
    "ontology_path",
    "party_acts",
    "party_terms",
    "patterns_by_symbol",
    "problem_kinds",
    "provinces",
    "provinces_by_name",
    "queries",
    "query_catalogue_path",
    "relations",
    "relations_by_name",
    "resolution_rules",
    "shapes_path",
    "slug",
    "successions",
    "terms",
    "topics",
    "types_by_abbr",
    "types_by_name",
    "words",
]
