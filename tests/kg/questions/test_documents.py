"""A source document, whole and marked."""

from __future__ import annotations

import pytest

from kg.dataset import Dataset
from kg.errors import NotFound
from kg.questions.documents import document, documents
from tests.kg.samples import Sample, all_samples, plan_of_lang_son, report_of_thanh_hoa


@pytest.mark.parametrize("sample", all_samples(), ids=lambda sample: sample.name)
def test_the_text_comes_back_with_its_marks(samples: Dataset, sample: Sample) -> None:
    view = document(samples, sample.name)
    assert view.text == sample.text
    assert [(mark.start, mark.end) for mark in view.marks] == sorted(
        (citation.start, citation.end) for citation in sample.citations
    )
    assert view.document.hash == sample.hash


def test_a_short_mention_is_marked_as_what_it_means(samples: Dataset) -> None:
    marks = document(samples, "lang-son.txt").marks
    meant = [mark.instrument.id for mark in marks if mark.instrument.number == "29-NQ/TW"]
    assert meant == ["ban-chap-hanh-trung-uong/nghi-quyet/2013/29-nq-tw"] * 2


@pytest.mark.parametrize(
    "wanted",
    [
        plan_of_lang_son().hash,
        plan_of_lang_son().hash[:8],
        plan_of_lang_son().source.sha256,
        f"doc/{plan_of_lang_son().hash}",
        f"http://localhost:8000/id/doc/{plan_of_lang_son().hash}",
        "lang-son.txt",
    ],
)
def test_ways_to_name_a_document(samples: Dataset, wanted: str) -> None:
    assert document(samples, wanted).document.file == "lang-son.txt"


@pytest.mark.parametrize("wanted", ["", "nowhere.txt", "0" * 16, "doc/x", "../lang-son.txt", "0000"])
def test_what_is_no_document(samples: Dataset, wanted: str) -> None:
    with pytest.raises(NotFound):
        document(samples, wanted)


def test_what_a_document_is(samples: Dataset) -> None:
    plan = document(samples, "lang-son.txt").instrument
    report = document(samples, "thanh-hoa.txt").instrument
    assert plan is not None
    assert plan.number == "156/KH-UBND"
    assert report is not None
    assert report.id == f"doc/{report_of_thanh_hoa().hash}/self"


def test_the_list_of_documents(samples: Dataset) -> None:
    found = documents(samples)
    assert [source.hash for source in found] == sorted(sample.hash for sample in all_samples())
    assert documents(samples, offset=1, limit=1) == found[1:2]
