"""From an extraction to the quads of one document."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from extractors.models import EffectEvent, Pinpoint
from kg import vocab
from kg.graph import CITATION_BUDGET, document_quads, pinpoint_text
from kg.iris import Iris
from tests.kg.samples import (
    GIAO_DUC,
    Sample,
    all_samples,
    plan_of_binh_thuan,
    plan_of_lang_son,
    report_of_thanh_hoa,
)

IRIS = Iris()
GOLDEN = Path(__file__).parent / "golden"
ID = "http://localhost:8000/id/"


def quads_of(sample: Sample) -> tuple[Quad, ...]:
    return document_quads(sample.extraction, sample.source, IRIS)


def edges_of(sample: Sample) -> set[tuple[str, str, str]]:
    names = vocab.relation_names()
    return {
        (IRIS.id_of(quad.subject.value), names[quad.predicate.value], IRIS.id_of(quad.object.value))
        for quad in quads_of(sample)
        if quad.predicate.value in names
    }


@pytest.mark.parametrize("sample", all_samples(), ids=lambda sample: sample.name)
def test_the_graph_of_a_sample_is_the_golden_one(sample: Sample) -> None:
    lines = sorted(f"{quad} ." for quad in quads_of(sample))
    golden = GOLDEN / f"{Path(sample.name).stem}.nq"
    assert lines == golden.read_text(encoding="utf-8").splitlines()


def test_the_direct_edges_of_a_plan() -> None:
    plan, k96 = "ubnd-tinh-lang-son/ke-hoach/2019/156-kh-ubnd", "ubnd-tinh-lang-son/ke-hoach/2014/96-kh-ubnd"
    programme = "tinh-uy-lang-son/chuong-trinh/2014/100-ctr-tu"
    short = f"doc/{plan_of_lang_son().hash}/_/nghi-quyet/_/29-nq-tw"
    assert edges_of(plan_of_lang_son()) == {
        (plan, "implements", "ban-bi-thu/ket-luan/2019/51-kl-tw"),
        (plan, "implements", k96),
        (k96, "implements", programme),
        (programme, "implements", short),
        (plan, "implements", "ban-chap-hanh-trung-uong/nghi-quyet/2013/29-nq-tw"),
    }


def test_a_report_speaks_for_the_body_that_acts() -> None:
    sample = report_of_thanh_hoa()
    act = NamedNode(IRIS.self_of(sample.hash))
    graph = NamedNode(IRIS.document_graph(sample.hash))
    body = NamedNode("http://localhost:8000/body/ubnd-tinh-thanh-hoa")
    quads = set(quads_of(sample))
    assert Quad(act, vocab.PASSED_BY, body, graph) in quads
    assert Quad(act, vocab.REPORTED_BY, NamedNode(IRIS.document(sample.hash)), graph) in quads
    assert not [quad for quad in quads if quad.predicate == vocab.SOURCE_DOCUMENT_OF]
    assert edges_of(sample) == {
        (f"doc/{sample.hash}/self", "implements", "bo-giao-duc-va-dao-tao/quyet-dinh/2023/2457-qd-bgddt")
    }


def test_an_inverse_citation_turns_the_edge_round() -> None:
    sample = Sample("x.txt", "Luật số 1/2019/QH14 được sửa đổi bởi Luật số 2/2020/QH14.")
    sample.cite("Luật số 1/2019/QH14", id="a", number="1/2019/QH14", issuer="Quốc hội", relation="cites")
    sample.cite("Luật số 2/2020/QH14", id="b", number="2/2020/QH14", issuer="Quốc hội", relation="amends",
                source="a", inverse=True)  # fmt: skip
    old, new = "quoc-hoi/luat/2019/01-2019-qh14", "quoc-hoi/luat/2020/02-2020-qh14"
    assert (new, "amends", old) in edges_of(sample)


def test_a_document_that_names_itself_has_no_edge_to_itself() -> None:
    sample = Sample("x.txt", "Quyết định số 1/QĐ-BGDĐT này", plan_of_binh_thuan().head)
    sample.head = replace(sample.head, type="Quyết định", number="1/QĐ-BGDĐT", issuer=GIAO_DUC)
    sample.cite("Quyết định số 1/QĐ-BGDĐT", number="1/QĐ-BGDĐT", issuer=GIAO_DUC, date="2023-01-01")
    assert edges_of(sample) == set()


def test_two_records_of_one_span_are_two_citations() -> None:
    sample = Sample("x.txt", "Sửa đổi, thay thế Quyết định số 1/QĐ-BGDĐT.")
    for relation in ("amends", "replaces"):
        sample.cite("Quyết định số 1/QĐ-BGDĐT", number="1/QĐ-BGDĐT", relation=relation)
    citations = {quad.subject for quad in quads_of(sample) if quad.object == vocab.CITATION}
    assert len(citations) == 2


@pytest.mark.parametrize("date", ["2019-02-31", "31/02/2019", ""])
def test_a_misprinted_date_is_no_date(date: str) -> None:
    sample = Sample("x.txt", "Quyết định số 1/QĐ-BGDĐT").cite(
        "Quyết định số 1/QĐ-BGDĐT", number="1/QĐ-BGDĐT", date=date
    )
    assert not [quad for quad in quads_of(sample) if quad.predicate == vocab.DATE_DOCUMENT]


@pytest.mark.parametrize(
    ("event", "property_"),
    [("begins", vocab.IN_FORCE_FROM), ("ends", vocab.IN_FORCE_UNTIL)],
)
def test_a_clause_on_effect_is_a_day_of_the_instrument_with_its_sentence(
    event: EffectEvent, property_: NamedNode
) -> None:
    words = "Kế hoạch này có hiệu lực từ ngày 01/10/2023"
    sample = Sample("x.txt", f"2. {words}, trừ khoản 3.", plan_of_binh_thuan().head)
    sample.state(words, "2023-10-01", event)
    own = NamedNode(f"{ID}ubnd-tinh-binh-thuan/ke-hoach/2023/3461-kh-ubnd")
    clause = NamedNode(f"{ID}doc/{sample.hash}/f/3-46")
    day = Literal("2023-10-01", datatype=vocab.DATE)
    said = {(quad.subject, quad.predicate): quad.object for quad in quads_of(sample)}
    assert said[own, property_] == day
    assert said[clause, vocab.EFFECT_OF] == own
    assert said[clause, vocab.EFFECT_PROPERTY] == property_
    assert said[clause, vocab.EFFECT_DAY] == day
    assert said[clause, vocab.EXACT] == Literal(words)
    assert said[said[clause, vocab.HAS_EVIDENCE], vocab.EXACT] == Literal(sample.text)


def test_a_citation_that_hangs_on_nothing_is_refused() -> None:
    sample = Sample("x.txt", "Quyết định số 1/QĐ-BGDĐT").cite("Quyết định số 1/QĐ-BGDĐT", source="gone")
    with pytest.raises(ValueError, match="gone"):
        quads_of(sample)


def test_even_the_fullest_citation_keeps_the_budget() -> None:
    sample = Sample("x.txt", "Luật A được sửa đổi bởi Luật B")
    sample.cite("Luật A", id="a", type="Luật", title="Luật A", kind="law", relation="cites")
    before = len(quads_of(sample))
    sample.cite("Luật B", id="b", type="Luật", title="Luật A", kind="law", relation="cites")
    instrument_only = len(quads_of(sample)) - before
    fullest = replace(
        sample.citations[1], source="a", inverse=True, relation="amends", place="Điều 1", rules=("x", "y"),
        pinpoints=(Pinpoint("1", "2"), Pinpoint("3")), issuer_as_written="Quốc hội", title="Luật B",
    )  # fmt: skip
    sample.citations[1] = fullest
    quads = document_quads(sample.extraction, replace(sample.source, quality=0.5), IRIS)
    node = IRIS.citation(sample.hash, fullest.start, fullest.end)
    evidence = IRIS.evidence(sample.hash, fullest.evidence.start, fullest.evidence.end)
    spent = [quad for quad in quads if quad.subject.value in (node, evidence)]
    assert len(spent) + 1 <= CITATION_BUDGET
    assert instrument_only <= CITATION_BUDGET


@pytest.mark.parametrize("sample", all_samples(), ids=lambda sample: sample.name)
def test_every_edge_has_a_citation_with_its_quote(sample: Sample) -> None:
    quads = quads_of(sample)
    said: dict[str, dict[str, str]] = {}
    for quad in quads:
        said.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    claimed = Counter(
        (record[vocab.CITING.value], record[vocab.RELATION.value], record[vocab.CITED.value])
        for record in said.values()
        if vocab.CITING.value in record
    )
    for quad in quads:
        if quad.predicate.value in vocab.relation_names():
            assert claimed[quad.subject.value, quad.predicate.value, quad.object.value]
    for record in said.values():
        if vocab.EXACT.value in record:
            start, end = int(record[vocab.START.value]), int(record[vocab.END.value])
            assert sample.text[start:end] == record[vocab.EXACT.value]


@pytest.mark.parametrize("sample", all_samples(), ids=lambda sample: sample.name)
def test_no_blank_nodes_one_graph_and_nothing_twice(sample: Sample) -> None:
    quads = quads_of(sample)
    assert len(quads) == len(set(quads))
    assert {quad.graph_name for quad in quads} == {NamedNode(IRIS.document_graph(sample.hash))}
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))


@pytest.mark.parametrize(
    ("confidence", "written"), [(1.0, "1"), (0.9, "0.9"), (0.876, "0.88"), (0.0, "0"), (1 / 3, "0.33")]
)
def test_confidence_is_written_as_stores_give_it_back(confidence: float, written: str) -> None:
    sample = Sample("x.txt", "Quyết định số 1/QĐ-BGDĐT")
    sample.cite("Quyết định số 1/QĐ-BGDĐT", number="1/QĐ-BGDĐT", confidence=confidence)
    values = [quad.object for quad in quads_of(sample) if quad.predicate == vocab.CONFIDENCE]
    assert values == [Literal(written, datatype=vocab.DECIMAL)]


@pytest.mark.parametrize(
    ("pinpoint", "text"),
    [
        (Pinpoint("5", "2", "a"), "article=5,clause=2,point=a"),
        (Pinpoint(section="IV"), "section=IV"),
        (Pinpoint(), ""),
    ],
)
def test_a_pinpoint_on_one_line(pinpoint: Pinpoint, text: str) -> None:
    assert pinpoint_text(pinpoint) == text


def test_one_number_in_two_spellings_is_said_once() -> None:
    text = "Nghị định số 04/2023/NĐ-CP\nNghị định số 4/2023/NĐ-CP\n"
    sample = Sample("spellings.txt", text)
    sample.cite("Nghị định số 04/2023/NĐ-CP", number="04/2023/NĐ-CP", issuer="Chính phủ")
    sample.cite("Nghị định số 4/2023/NĐ-CP", number="4/2023/NĐ-CP", issuer="Chính phủ")
    numbers = [quad.object for quad in quads_of(sample) if quad.predicate == vocab.ID_LOCAL]
    assert numbers == [Literal("04/2023/NĐ-CP")]
