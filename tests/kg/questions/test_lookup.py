"""Which instrument a person means."""

from __future__ import annotations

import pytest

from kg.dataset import Dataset
from kg.errors import Ambiguous, NotFound
from kg.questions.lookup import candidates, find
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
    assert candidates(samples, wanted) == ()
