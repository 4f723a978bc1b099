"""What changed between two states: documents, citations, meanings, reviews."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from kg.dataset import Dataset
from kg.diff import diff
from kg.ingest import ingest
from kg.questions.instrument import citations
from kg.review import review
from tests.kg.resolve.datasets import dataset_of, extractor
from tests.kg.resolve.world import Doc, Said

WAITING = Doc("waiting", (Said("Thông tư", "77/2023/TT-BGDĐT"),))
FULL = Doc("full", (Said("Thông tư", "77/2023/TT-BGDĐT", "Bộ Giáo dục và Đào tạo"),), number="11/KH-UBND")


def test_a_document_more_and_what_it_resolves(tmp_path: Path) -> None:
    before = dataset_of(tmp_path / "before", WAITING)
    after = dataset_of(tmp_path / "after", WAITING, FULL)
    with Dataset.open(before) as old, Dataset.open(after) as new:
        changed, back, same = diff(old, new), diff(new, old), diff(old, old)
    assert [name.split(" ")[0] for name in changed.documents_added] == ["full.txt"]
    assert changed.instruments_added == (
        "bo-giao-duc-va-dao-tao/thong-tu/2023/77-2023-tt-bgddt",
        "ubnd-tinh-lang-son/ke-hoach/2024/11-kh-ubnd",
    )
    assert [(line.file, line.relation) for line in changed.citations_added] == [("full.txt", "implements")]
    assert [(change.before, change.after) for change in changed.resolutions_changed] == [
        (None, "bo-giao-duc-va-dao-tao/thong-tu/2023/77-2023-tt-bgddt")
    ]
    assert back.documents_removed == changed.documents_added
    assert dict(back.counts)["citations_removed"] == 1
    assert same.empty
    assert not changed.empty


def test_a_review_shows_as_a_review_and_as_what_it_changed(tmp_path: Path) -> None:
    before = dataset_of(tmp_path / "before", FULL)
    after = dataset_of(tmp_path / "after", FULL)
    with Dataset.open(after) as dataset:
        target = citations(dataset, "11/KH-UBND").rows[0].iri
    review(after, target, "corrected", author="Lan", relation="cites", at=datetime(2024, 1, 2, tzinfo=UTC))
    ingest([tmp_path / "after" / "files"], after, force=True, extract=extractor([FULL]))
    with Dataset.open(before) as old, Dataset.open(after) as new:
        changed = diff(old, new)
    assert len(changed.reviews_added) == 1
    assert [line.relation for line in changed.citations_removed] == ["implements"]
    assert [line.relation for line in changed.citations_added] == ["cites"]
