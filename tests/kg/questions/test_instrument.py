"""One instrument with all that is said of it, and its citations."""

from __future__ import annotations

from kg.dataset import Dataset
from kg.questions.instrument import citations, instrument
from tests.kg.samples import UBND_LANG_SON, plan_of_lang_son


def test_an_instrument_that_is_only_cited(samples: Dataset) -> None:
    detail = instrument(samples, "29-NQ/TW")
    assert detail.instrument.date == "2013-11-04"
    assert detail.documents == ()
    assert [ref.id for ref in detail.same_as] == [f"doc/{plan_of_lang_son().hash}/_/nghi-quyet/_/29-nq-tw"]
    assert detail.cites.total == 0
    assert [row.source.number for row in detail.cited_by.rows] == ["100-CTr/TU", "156/KH-UBND"]
    assert {row.target.id for row in detail.cited_by.rows} == {detail.instrument.id}


def test_an_instrument_with_its_text(samples: Dataset) -> None:
    detail = instrument(samples, "156/KH-UBND")
    assert [document.file for document in detail.documents] == ["lang-son.txt"]
    assert [row.target.number for row in detail.cites.rows] == ["51-KL/TW", "96/KH-UBND", "29-NQ/TW"]
    said = {
        (statement.property.rsplit("#")[-1].rsplit("/")[-1], statement.value)
        for statement in detail.statements
    }
    assert {
        ("id_local", "156/KH-UBND"),
        ("passed_by", UBND_LANG_SON),
        ("title", "Triển khai Kết luận 51"),
    } <= said
    assert all(statement.documents for statement in detail.statements)


def test_a_reported_act_names_its_report(samples: Dataset) -> None:
    act = instrument(samples, "2457/QĐ-BGDĐT").cited_by.rows
    reported = next(row.source for row in act if row.source.partial)
    assert [document.file for document in instrument(samples, reported.iri).reported_by] == ["thanh-hoa.txt"]


def test_citations_come_in_pages_that_fit_together(samples: Dataset) -> None:
    whole = citations(samples, "156/KH-UBND", side="out")
    pages = [citations(samples, "156/KH-UBND", side="out", offset=n, limit=1) for n in range(4)]
    assert [row for page in pages for row in page.rows] == list(whole.rows)
    assert {page.total for page in pages} == {3}


def test_citations_of_one_relation(samples: Dataset) -> None:
    assert citations(samples, "3461/KH-UBND", relation="based_on").total == 1
    assert citations(samples, "3461/KH-UBND", relation="repeals").rows == ()
