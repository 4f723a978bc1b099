"""What a person should look at next: the least certain citations, or those of what is cited most."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.dataset import Dataset
from kg.ingest import ingest
from kg.questions.review_queue import SURE, review_queue
from kg.review import review
from tests.kg.samples import Sample, extract_sample, write_samples


@pytest.fixture
def store(tmp_path: Path) -> Path:
    files, store = tmp_path / "files", tmp_path / "data"
    files.mkdir()
    write_samples(files)
    unsure = Sample("unsure.txt", "KẾ HOẠCH\nThực hiện Quyết định số 7/QĐ-TTg và Quyết định số 8/QĐ-TTg.\n")
    unsure.cite("Quyết định số 7/QĐ-TTg", number="7/QĐ-TTg", confidence=0.6)
    unsure.cite("Quyết định số 8/QĐ-TTg", number="8/QĐ-TTg", confidence=0.5)
    (files / unsure.name).write_text(unsure.text, encoding="utf-8", newline="")
    ingest(
        [files],
        store,
        extract=lambda text: unsure.extraction if text == unsure.text else extract_sample(text),
    )
    return store


@pytest.fixture
def dataset(store: Path) -> Iterator[Dataset]:
    with Dataset.open(store) as opened:
        yield opened


def test_the_least_certain_come_first_and_sure_ones_not_at_all(dataset: Dataset) -> None:
    queue = review_queue(dataset)

    assert [row.target.number for row in queue.rows] == ["8/QĐ-TTg", "7/QĐ-TTg"]
    assert all(row.evidence.confidence < SURE for row in queue.rows)
    assert (queue.order, queue.reviewed) == ("uncertain", 0)


def test_of_the_most_cited_the_least_certain_mention_is_asked(dataset: Dataset) -> None:
    rows = review_queue(dataset, order="cited").rows

    assert rows[0].target.number in ("29-NQ/TW", "2457/QĐ-BGDĐT")
    assert len({row.target.iri for row in rows}) == len(rows)


@pytest.mark.parametrize("order", ["uncertain", "cited"])
def test_no_more_than_asked_for(dataset: Dataset, order: str) -> None:
    assert len(review_queue(dataset, order=order, limit=1).rows) == 1  # type: ignore[arg-type]


def test_what_was_judged_does_not_come_again(store: Path) -> None:
    with Dataset.open(store) as dataset:
        first = review_queue(dataset).rows[0]
    review(store, first.iri, "confirmed", author="Nguyễn Thị An")
    with Dataset.open(store) as dataset:
        queue = review_queue(dataset)

    assert queue.reviewed == 1
    assert first.iri not in {row.iri for row in queue.rows}
    assert [row.target.number for row in queue.rows] == ["7/QĐ-TTg"]
