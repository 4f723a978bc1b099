"""What corpora say of an instrument, beside what its text says and never as if a text said it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.dataset import Dataset
from kg.errors import NotFound
from kg.questions.given import Given, given
from kg.questions.instrument import instrument
from tests.kg.given_corpus import CORPUS, load

pytest.importorskip("pyarrow", reason="the extra `corpora` is not installed")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    folder = tmp_path_factory.mktemp("kho")
    load(folder, folder / "store")
    with Dataset.open(folder / "store") as dataset:
        yield dataset


def shown(found: Given) -> list[tuple[str | None, str | None, str | None, str]]:
    return [(one.citing.number, one.cited.number, one.relation, one.label) for one in found.relations]


def test_metadata_names_document_and_corpus(dataset: Dataset) -> None:
    facts = given(dataset, "2/KH-UBND").facts
    assert [(fact.corpus, fact.field, fact.value) for fact in facts] == [
        (CORPUS, "id", "2"), (CORPUS, "number", "2/KH-UBND"), (CORPUS, "date", "2024-03-13"),
    ]  # fmt: skip
    (document,) = {fact.document.hash for fact in facts}
    assert [source.hash for source in instrument(dataset, "2/KH-UBND").documents] == [document]


def test_relations_stand_on_both_ends(dataset: Dataset) -> None:
    of_the_plan = shown(given(dataset, "1/KH-UBND"))
    assert of_the_plan == [
        ("1/KH-UBND", "2457/QĐ-BGDĐT", "based_on", "Văn bản căn cứ"),
        ("1/KH-UBND", "2/KH-UBND", None, "Nhãn lạ"),
        ("2/KH-UBND", "1/KH-UBND", "replaces", "Văn bản bị thay thế"),
    ]
    assert shown(given(dataset, "2457/QĐ-BGDĐT")) == of_the_plan[:1]


def test_of_many_relations_the_first_are_given(dataset: Dataset) -> None:
    found = given(dataset, "1/KH-UBND", limit=1)
    assert (len(found.relations), found.total) == (1, 3)


def test_what_no_corpus_knows_has_nothing_given(dataset: Dataset) -> None:
    found = given(dataset, "3/KH-UBND")
    assert (found.instrument.number, found.facts, found.relations, found.total) == ("3/KH-UBND", (), (), 0)


def test_given_relations_are_no_citations(dataset: Dataset) -> None:
    assert instrument(dataset, "1/KH-UBND").cited_by.total == 0


def test_what_is_not_there_is_not_found(dataset: Dataset) -> None:
    with pytest.raises(NotFound):
        given(dataset, "99/KH-UBND")
