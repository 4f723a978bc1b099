"""Search as a person types it."""

from __future__ import annotations

import pytest

from kg.dataset import Dataset
from kg.questions.search import search


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("2457", "2457/QĐ-BGDĐT"),
        ("2457/qd-bgddt", "2457/QĐ-BGDĐT"),
        ("2457/QĐ-BGDĐT", "2457/QĐ-BGDĐT"),
        ("QUYẾT ĐỊNH 2457", "2457/QĐ-BGDĐT"),
        ("ket luan ban bi thu", "51-KL/TW"),
        ("Kết luận 51-KL/T", "51-KL/TW"),
        ("nhiệm vụ năm", "3461/KH-UBND"),
        ("chuong trinh hanh dong tinh uy lang son", "100-CTr/TU"),
    ],
)
def test_the_first_hit(samples: Dataset, query: str, first: str) -> None:
    assert search(samples, query).hits[0].instrument.number == first


def test_d_with_a_stroke_is_found_without(samples: Dataset) -> None:
    titles = {hit.instrument.title for hit in search(samples, "de an xay dung").hits if not hit.sentence}
    assert titles == {"Xây dựng xã hội học tập giai đoạn 2021-2030"}


def test_exact_diacritics_come_first_and_say_so(samples: Dataset) -> None:
    hits = search(samples, "kế hoạch").hits
    assert all(hit.exact for hit in hits)
    assert not any(hit.exact for hit in search(samples, "ke hoach").hits)
    assert len(hits) == len(search(samples, "ke hoach").hits)


@pytest.mark.parametrize(
    "query", ["", "   ", "---", '"', "*", "không-có-từ-này", "a AND b", "NEAR(", "written:x"]
)
def test_what_matches_nothing(samples: Dataset, query: str) -> None:
    result = search(samples, query)
    assert (result.hits, result.total) == ((), 0)


def test_pages_fit_together(samples: Dataset) -> None:
    whole = search(samples, "kh ubnd")
    pages = [search(samples, "kh ubnd", offset=n, limit=1) for n in range(whole.total)]
    assert [hit.instrument.id for page in pages for hit in page.hits] == [
        hit.instrument.id for hit in whole.hits
    ]
    assert whole.total == 4


def test_a_short_mention_is_no_hit_beside_what_it_means(samples: Dataset) -> None:
    named = [hit.instrument for hit in search(samples, "29-NQ/TW").hits if not hit.sentence]
    assert [instrument.partial for instrument in named] == [False]
