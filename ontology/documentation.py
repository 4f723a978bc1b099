"""The ontology's documentation, made from its own files: one page a subject, Vietnamese and English.

pyLODE documents one OWL file in one language at a time and knows neither the tables nor the queries, so the
pages are made here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS

from ontology.acts import instruments, laws, party_acts, terms
from ontology.administration import bodies, body_patterns, officers, provinces
from ontology.characters import characters
from ontology.competency import CompetencyQuery, queries
from ontology.files import alignments_path, ontology_path
from ontology.vocabularies import (
    document_types,
    named_kinds,
    problem_kinds,
    relations,
    resolution_rules,
    topics,
    words,
)

DCH = Namespace("https://w3id.org/danchieu/ontology#")
_NOTE = "<!-- Made by `python -m ontology.publish`; do not edit. -->\n"
_SECTIONS = (
    ("Lớp (classes)", OWL.Class),
    ("Quan hệ giữa các văn bản (relations)", DCH.Relation),
    ("Thuộc tính đối tượng (object properties)", OWL.ObjectProperty),
    ("Thuộc tính dữ liệu (datatype properties)", OWL.DatatypeProperty),
)


def pages() -> dict[str, str]:
    """The pages by file name."""
    return {
        "index.md": _index(),
        "terms.md": _terms(),
        "concepts.md": _concepts(),
        "queries.md": _queries(),
        "tables.md": _tables(),
    }


def _page(*parts: str) -> str:
    return _NOTE + "\n".join(parts).rstrip() + "\n"


def _row(*cells: str) -> str:
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"


def _table(head: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> str:
    return "\n".join([_row(*head), _row(*("---" for _ in head)), *(_row(*line) for line in lines)]) + "\n"


def _index() -> str:
    return _page(
        "# Bản thể học Dẫn Chiếu · Dẫn Chiếu ontology\n",
        f"Không gian tên (namespace): `{DCH}` · tiền tố (prefix): `dch:`\n",
        _table(
            ("Trang · page", "Nội dung · contents"),
            (
                ("[terms.md](terms.md)", "lớp, quan hệ, thuộc tính và đối chiếu · terms and alignments"),
                ("[concepts.md](concepts.md)", "khái niệm SKOS · SKOS concepts"),
                ("[queries.md](queries.md)", "câu hỏi năng lực · competency queries"),
                ("[tables.md](tables.md)", "bảng tra cứu và nguồn · authority tables and their sources"),
            ),
        ),
    )


def _terms() -> str:
    graph = Graph().parse(ontology_path())
    alignments = Graph().parse(alignments_path())
    parts = ["# Thuật ngữ · Terms\n"]
    done: set[URIRef] = set()
    for title, kind in _SECTIONS:
        parts.append(f"## {title}\n")
        subjects = sorted(
            (
                term
                for term in graph.subjects(RDF.type, kind)
                if isinstance(term, URIRef) and term not in done
            ),
            key=str,
        )
        for term in subjects:
            done.add(term)
            parts.extend(_term(graph, alignments, term))
    return _page(*parts)


def _term(graph: Graph, alignments: Graph, term: URIRef) -> Iterator[str]:
    label = RDFS.label if (term, RDFS.label, None) in graph else SKOS.prefLabel
    names = " · ".join(_text(graph, term, label, language) for language in ("vi", "en"))
    yield f"### {_short(graph, term)} — {names}\n"
    yield f"{_text(graph, term, SKOS.definition, 'vi')}  "
    yield f"*{_text(graph, term, SKOS.definition, 'en')}*\n"
    facts = (
        ("thuộc · sub of", (*graph.objects(term, RDFS.subClassOf), *graph.objects(term, RDFS.subPropertyOf))),
        ("của · domain", graph.objects(term, RDFS.domain)),
        ("giá trị · range", graph.objects(term, RDFS.range)),
    )
    for name, values in facts:
        found = ", ".join(sorted(_short(graph, value) for value in values if isinstance(value, URIRef)))
        if found:
            yield f"- {name}: {found}"
    for match in sorted(
        f"{_short(graph, predicate)} {_short(alignments, value)}"
        for predicate, value in alignments.predicate_objects(term)
        if isinstance(predicate, URIRef) and isinstance(value, URIRef) and predicate != RDF.type
    ):
        yield f"- đối chiếu · alignment: {match}"
    source = "; ".join(sorted(str(value) for value in graph.objects(term, DCTERMS.source)))
    yield f"- nguồn · source: {source}\n"


def _short(graph: Graph, term: URIRef) -> str:
    return f"`{graph.namespace_manager.normalizeUri(term)}`"


def _text(graph: Graph, term: URIRef, predicate: URIRef, language: str) -> str:
    for value in graph.objects(term, predicate):
        if getattr(value, "language", None) == language:
            return str(value)
    return ""


def _concepts() -> str:
    return _page(
        "# Khái niệm · Concepts\n",
        "## Loại văn bản · Document types (`dch:type-…`)\n",
        _table(
            ("Loại", "English", "Ký hiệu · signs", "Hệ thống · system", "Nguồn · source"),
            (
                (kind.name, kind.label_en, ", ".join(kind.abbr), ", ".join(kind.systems), kind.source)
                for kind in document_types()
            ),
        ),
        "## Lĩnh vực · Topics (`dch:topic-…`)\n",
        _table(
            ("Lĩnh vực", "English", "Nguồn · source"),
            ((topic.name, topic.label_en, topic.source) for topic in topics()),
        ),
        "## Loại vấn đề · Kinds of problems (`dch:problem-…`)\n",
        _table(
            ("Tên · name", "Vấn đề", "English", "Mức độ · severity", "Gợi ý · suggestion"),
            (
                (kind.name, kind.label_vi, kind.label_en, kind.severity, kind.suggestion_vi)
                for kind in problem_kinds()
            ),
        ),
        "## Quy tắc xác định · Resolution rules (`dch:rule-…`)\n",
        _table(
            ("Tên · name", "Quy tắc", "English", "Định nghĩa · definition"),
            ((rule.name, rule.label_vi, rule.label_en, rule.definition_vi) for rule in resolution_rules()),
        ),
    )


def _queries() -> str:
    parts = [
        "# Câu hỏi năng lực · Competency queries\n",
        "Chạy bằng · run with: `danchieu query --name TÊN` (tham số · parameters: `--param tên=giá-trị`).\n",
    ]
    for found in queries():
        parts.extend(_query(found))
    return _page(*parts)


def _query(found: CompetencyQuery) -> Iterator[str]:
    yield f"## `{found.name}` — {found.title_vi} · {found.title_en}\n"
    yield f"{found.explanation_vi}  "
    yield f"*{found.explanation_en}*\n"
    for parameter in found.parameters:
        yield (
            f"- `{parameter.name}` ({parameter.kind}): {parameter.label_vi} · {parameter.label_en}, "
            f"ví dụ · e.g. `{parameter.example}`"
        )
    yield f"\n```sparql\n{found.text}```\n"


def _tables() -> str:
    sizes = (
        ("document_types.csv", len(document_types()), "loại văn bản · document types"),
        ("bodies.csv", len(bodies()), "cơ quan trung ương · central bodies"),
        ("officers.csv", len(officers()), "chức danh thay mặt cơ quan · officers"),
        (
            "body_patterns.csv",
            len(body_patterns()),
            "cơ quan địa phương theo mẫu · local bodies",
        ),
        ("provinces.csv", len(provinces()), "tỉnh, thành phố · provinces"),
        ("terms.csv", len(terms()), "khóa Đảng, khóa Quốc hội · terms"),
        ("plenums.csv", sum(len(term.plenums) for term in terms()), "hội nghị Trung ương · plenums"),
        ("party_acts.csv", len(party_acts()), "văn bản của Đảng · acts of the Party"),
        ("laws.csv", len(laws()), "luật, pháp lệnh qua các phiên bản · laws in every version"),
        ("instruments.csv", len(instruments()), "văn bản trung ương · central instruments"),
        ("relations.csv", len(relations()), "quan hệ · relations"),
        ("named_kinds.csv", len(named_kinds()), "từ mở đầu tên văn bản · named instruments"),
        ("words.csv", len(words()), "từ dùng khi gọi tên cơ quan, văn bản · words in names"),
        (
            "characters.csv",
            len(characters()),
            "ký tự trông giống, ký tự ẩn · look-alikes, unseen",
        ),
        ("topics.csv", len(topics()), "lĩnh vực · topics"),
        ("problem_kinds.csv", len(problem_kinds()), "loại vấn đề · problems"),
        ("resolution_rules.csv", len(resolution_rules()), "quy tắc xác định · resolution rules"),
    )
    repairs: dict[str, int] = {}
    for instrument in instruments():
        for repair in filter(None, instrument.repaired.split("; ")):
            repairs[repair] = repairs.get(repair, 0) + 1
    return _page(
        "# Bảng tra cứu · Authority tables\n",
        "Mỗi dòng có cột `source`. Every row has a `source` column.\n",
        _table(
            ("Bảng · table", "Số dòng · rows", "Nội dung · contents"),
            ((name, str(size), what) for name, size, what in sizes),
        ),
        "## Sửa chữa trong `instruments.csv` · Repairs\n",
        "Cột `repaired` ghi đã sửa gì. The column `repaired` says what was repaired.\n",
        _table(("Sửa chữa · repair", "Số dòng · rows"), ((k, str(v)) for k, v in sorted(repairs.items()))),
    )
