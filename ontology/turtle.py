"""Turtle made from the tables: `concepts.ttl` and `queries.ttl`. Plain text, the same for the same tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ontology.competency import CompetencyQuery, queries
from ontology.vocabularies import document_types, named_kinds, problem_kinds, resolution_rules, topics

_PREFIXES = """\
@prefix dch: <https://w3id.org/danchieu/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

_SEVERITIES = (
    ("error", "lỗi", "error", "Gần như chắc chắn sai.", "Almost certainly wrong."),
    ("warning", "cảnh báo", "warning", "Cần người xem lại.", "A person should look at it."),
    (
        "info",
        "thông tin",
        "information",
        "Nên biết, không nhất thiết sai.",
        "Worth knowing, not wrong in itself.",
    ),
)
_VERDICTS = (
    ("confirmed", "xác nhận", "confirmed", "Người xem thấy đúng.", "A person found it right."),
    ("rejected", "bác bỏ", "rejected", "Người xem thấy sai.", "A person found it wrong."),
    ("corrected", "sửa lại", "corrected", "Người xem đưa ra kết quả đúng.", "A person gave what is right."),
)
_DATATYPES = {
    "text": "xsd:string",
    "integer": "xsd:integer",
    "decimal": "xsd:decimal",
    "date": "xsd:date",
    "iri": "xsd:anyURI",
}


def concepts_turtle() -> str:
    """The SKOS concepts of the tables: types, topics, problems, severities, rules, verdicts."""
    head = (
        "# Made from the tables by `python -m ontology.publish`; do not edit.\n\n"
        f"{_PREFIXES}\n"
        "<https://w3id.org/danchieu/concepts>\n"
        "    a owl:Ontology ;\n"
        "    owl:imports <https://w3id.org/danchieu/ontology> ;\n"
        '    dcterms:title "Khái niệm của Dẫn Chiếu"@vi, "Concepts of Dẫn Chiếu"@en .\n'
    )
    return "\n".join([head, *_types(), *_topics(), *_problems(), *_rules(), *_verdicts()])


def query_catalogue_turtle() -> str:
    """The competency queries as `sh:SPARQLSelectExecutable`, with titles, explanations and parameters."""
    head = f"# Made from queries/*.rq by `python -m ontology.publish`; do not edit.\n\n{_PREFIXES}\n"
    return head + "\n".join(_executable(found) for found in queries())


def _literal(text: str, language: str = "") -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def _both(vietnamese: str, english: str) -> str:
    return f"{_literal(vietnamese, 'vi')}, {_literal(english, 'en')}"


def _scheme(name: str, vietnamese: str, english: str) -> str:
    return f"dch:{name}\n    a skos:ConceptScheme ;\n    rdfs:label {_both(vietnamese, english)} .\n"


def _concept(
    name: str, scheme: str, labels: tuple[str, str], source: str, statements: Iterable[str] = ()
) -> str:
    """One concept with its labels in both languages, its source and `statements` about it."""
    body = "".join(f"    {statement} ;\n" for statement in statements)
    return (
        f"dch:{name}\n    a skos:Concept ;\n    skos:prefLabel {_both(*labels)} ;\n{body}"
        f"    dcterms:source {_literal(source)} ;\n    skos:inScheme dch:{scheme} .\n"
    )


def _types() -> Iterator[str]:
    """Document types, and the kinds of named instruments that are no document type."""
    yield _scheme("document-types", "loại văn bản", "document types")
    for kind in document_types():
        others = [f"skos:altLabel {_literal(alias, 'vi')}" for alias in kind.aliases]
        signs = [f"skos:notation {_literal(sign)}" for sign in kind.abbr]
        labels = (kind.name, kind.label_en)
        yield _concept(kind.iri_local, "document-types", labels, kind.source, (*others, *signs))
    names = {kind.name for kind in document_types()}
    for named in named_kinds():
        if named.name not in names:
            labels = (named.name, named.label_en)
            yield _concept(f"type-{named.slug}", "document-types", labels, named.source)


def _topics() -> Iterator[str]:
    yield _scheme("topics", "lĩnh vực", "topics")
    for topic in topics():
        yield _concept(f"topic-{topic.slug}", "topics", (topic.name, topic.label_en), topic.source)


def _problems() -> Iterator[str]:
    yield _scheme("problem-kinds", "loại vấn đề", "kinds of problems")
    for kind in problem_kinds():
        statements = (
            f"skos:definition {_both(kind.definition_vi, kind.definition_en)}",
            f"skos:scopeNote {_both(kind.suggestion_vi, kind.suggestion_en)}",
            f"dch:severity dch:severity-{kind.severity}",
        )
        labels = (kind.label_vi, kind.label_en)
        yield _concept(f"problem-{kind.name}", "problem-kinds", labels, kind.source, statements)
    yield _scheme("severities", "mức độ", "severities")
    yield from _plain("severity", "severities", _SEVERITIES)


def _rules() -> Iterator[str]:
    yield _scheme("resolution-rules", "quy tắc xác định", "resolution rules")
    for rule in resolution_rules():
        definition = f"skos:definition {_both(rule.definition_vi, rule.definition_en)}"
        labels = (rule.label_vi, rule.label_en)
        yield _concept(f"rule-{rule.name}", "resolution-rules", labels, rule.source, (definition,))


def _verdicts() -> Iterator[str]:
    yield _scheme("verdicts", "kết luận của người xem", "verdicts")
    yield from _plain("verdict", "verdicts", _VERDICTS)


def _plain(prefix: str, scheme: str, concepts: Iterable[tuple[str, str, str, str, str]]) -> Iterator[str]:
    for name, label_vi, label_en, definition_vi, definition_en in concepts:
        definition = f"skos:definition {_both(definition_vi, definition_en)}"
        source = "requirements of the project"
        yield _concept(f"{prefix}-{name}", scheme, (label_vi, label_en), source, (definition,))


def _executable(found: CompetencyQuery) -> str:
    lines = [
        f"dch:query-{found.name}",
        "    a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ;",
        f"    rdfs:label {_both(found.title_vi, found.title_en)} ;",
        f"    rdfs:comment {_both(found.explanation_vi, found.explanation_en)} ;",
    ]
    for parameter in found.parameters:
        name = f"dch:query-{found.name}-{parameter.name}"
        lines.append(f"    sh:parameter {name} ;")
    body = found.text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    lines.append(f'    sh:select """{body}""" .')
    for parameter in found.parameters:
        lines += [
            f"dch:query-{found.name}-{parameter.name}",
            f"    sh:path dch:parameter-{parameter.name} ;",
            f"    sh:datatype {_DATATYPES[parameter.kind]} ;",
            f"    sh:name {_both(parameter.label_vi, parameter.label_en)} ;",
            f"    skos:example {_literal(parameter.example)} .",
        ]
    return "\n".join(lines) + "\n"
