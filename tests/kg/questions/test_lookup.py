"""Which instrument a person means."""

from __future__ import annotations

import numpy as np
import pytest

from kg.dataset import Dataset
from kg.errors import Ambiguous, NotFound
from kg.questions import lookup
from kg.questions.lookup import Candidates, candidates, find
from tests.kg.samples import plan_of_lang_son

DECISION = "bo-giao-duc-va-dao-tao/quyet-dinh/2023/2457-qd-bgddt"
LANG_SON_96 = "ubnd-tinh-lang-son/ke-hoach/2014/96-kh-ubnd"
BINH_THUAN_96 = "ubnd-tinh-binh-thuan/ke-hoach/2014/96-kh-ubnd"
RESOLUTION = "ban-chap-hanh-trung-uong/nghi-quyet/2013/29-nq-tw"


@pytest.mark.parametrize(
    ("wanted", "id_"),
    [
        ("2457/QĐ-BGDĐT", DECISION),
        ("2457/qd-bgddt", DECISION),
        (" 2457/QÐ-BGDÐT ", DECISION),
        (DECISION, DECISION),
        (f"http://localhost:8000/id/{DECISION}", DECISION),
        ("2457/QĐ-BGDĐT@2023", DECISION),
        ("96/KH-UBND@Lạng Sơn", LANG_SON_96),
        ("96/KH-UBND@lang-son@2014", LANG_SON_96),
        ("96/KH-UBND@Ủy ban nhân dân tỉnh Bình Thuận@2014", BINH_THUAN_96),
        ("96/KH-UBND@ubnd-tinh-binh-thuan", BINH_THUAN_96),
        ("29-NQ/TW", RESOLUTION),
        (f"doc/{plan_of_lang_son().hash}/_/nghi-quyet/_/29-nq-tw", RESOLUTION),
    ],
)
def test_one_instrument_answers(samples: Dataset, wanted: str, id_: str) -> None:
    assert find(samples, wanted).id == id_


@pytest.mark.parametrize(
    "wanted",
    ["9999/QĐ-BGDĐT", "", "2457/QĐ-BGDĐT@2022", "96/KH-UBND@Hà Nội", "a/b/2020/c", "http://localhost:8000/"],
)
def test_nothing_answers(samples: Dataset, wanted: str) -> None:
    with pytest.raises(NotFound):
        find(samples, wanted)


def test_a_number_of_two_provinces_is_ambiguous(samples: Dataset) -> None:
    with pytest.raises(Ambiguous) as ambiguous:
        find(samples, "96/KH-UBND")
    assert [getattr(ref, "id", None) for ref in ambiguous.value.candidates] == [BINH_THUAN_96, LANG_SON_96]


@pytest.mark.parametrize("wanted", ['x" } #', "1/KH\\u003e", "'); DROP ALL", "a/>}#", "a/<b", "a/{b}"])
def test_nothing_slips_into_the_query(samples: Dataset, wanted: str) -> None:
    assert candidates(samples, wanted) == Candidates((), 0)


def most_shared(dataset: Dataset) -> str:
    """The number that most instruments bear."""
    names = dataset.index.names
    numbers, counts = np.unique(names.numbers.take(np.arange(len(names.instruments))), return_counts=True)
    counts[numbers == ""] = 0
    return str(numbers[np.argmax(counts)])


def test_pages_of_candidates_give_each_of_them_once(synthetic: Dataset) -> None:
    number = most_shared(synthetic)
    everything = candidates(synthetic, number, limit=1_000)
    assert everything.total == len(everything.instruments) >= 3
    assert len({ref.iri for ref in everything.instruments}) == everything.total
    pages = [candidates(synthetic, number, offset=at, limit=2) for at in range(0, everything.total, 2)]
    assert tuple(ref for page in pages for ref in page.instruments) == everything.instruments
    assert {page.total for page in pages} == {everything.total}


def test_the_most_cited_come_first_and_equals_in_the_order_of_their_iris(synthetic: Dataset) -> None:
    found = candidates(synthetic, most_shared(synthetic), limit=1_000).instruments
    index = synthetic.index
    nodes = np.array([index.node(ref.iri) for ref in found])
    cited = index.edges.counts(nodes, "in").tolist()
    assert len(set(cited)) > 1
    ranks = [(-count, ref.iri) for count, ref in zip(cited, found, strict=True)]
    assert ranks == sorted(ranks)


def test_a_number_of_very_many_lists_the_first_and_says_how_many_there_are(
    synthetic: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookup, "LISTED", 2)
    number = most_shared(synthetic)
    with pytest.raises(Ambiguous) as ambiguous:
        find(synthetic, number)
    assert ambiguous.value.candidates == candidates(synthetic, number, limit=2).instruments
    assert ambiguous.value.total == candidates(synthetic, number).total


def test_each_candidate_is_found_by_its_body_and_year(synthetic: Dataset) -> None:
    number = most_shared(synthetic)
    for ref in candidates(synthetic, number).instruments:
        body = ref.id.partition("/")[0]
        found = candidates(synthetic, f"{number}@{body}@{ref.year}").instruments
        assert ref in found
        assert {(one.id.partition("/")[0], one.year) for one in found} == {(body, ref.year)}
