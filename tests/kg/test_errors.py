"""Errors speak to a person, in both languages, and keep their facts."""

from __future__ import annotations

import pickle

import pytest

from kg.errors import (
    Ambiguous,
    BadRequest,
    KgError,
    NoDataset,
    NotFound,
    QueryBusy,
    QueryRejected,
    QueryTimeout,
    StoreBusy,
    StoreError,
)
from kg.models import InstrumentRef

ERRORS: list[KgError] = [
    NotFound(what="1/KH"),
    StoreError(path="kho", reason="đĩa đầy"),
    QueryBusy(),
    Ambiguous("38/KH-UBND", (InstrumentRef("a", "a"),)),
    Ambiguous("5/KH-UBND", (InstrumentRef("a", "a"),), 1_323),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.code)
def test_errors_cross_to_another_process(error: KgError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert copy.message("vi") == error.message("vi")
    assert getattr(copy, "candidates", ()) == getattr(error, "candidates", ())


@pytest.mark.parametrize(
    ("error", "vi", "en"),
    [
        (NotFound(what="1/KH"), "Không tìm thấy “1/KH”", "answers to “1/KH”"),
        (NoDataset(what="kho"), "Thư mục kho chưa có dữ liệu", "no dataset in kho"),
        (StoreError(path="kho", reason="đĩa đầy"), "Không dùng được kho dữ liệu kho: đĩa đầy", "kho"),
        (StoreBusy(path="kho", reason="-"), "đang được một tiến trình khác ghi", "Another process"),
        (QueryRejected(reason="SERVICE"), "không được chấp nhận: SERVICE", "not accepted: SERVICE"),
        (QueryTimeout(seconds=5), "không xong trong 5 giây", "within 5 s"),
        (BadRequest(what="x", reason="y"), "“x” không hợp lệ: y", "“x” is not valid: y"),
    ],
)
def test_messages(error: KgError, vi: str, en: str) -> None:
    assert vi in error.message("vi")
    assert en in error.message("en")
    assert str(error) == error.message("en")


def test_an_ambiguity_carries_its_candidates() -> None:
    candidates = (InstrumentRef("a", "a"), InstrumentRef("b", "b"))
    error = Ambiguous("38/KH-UBND", candidates)
    assert error.candidates == candidates
    assert error.total == 2
    assert "Có 2 văn bản trùng với “38/KH-UBND”" in error.message("vi")
    assert "Còn" not in error.message("vi")


def test_an_ambiguity_says_how_many_it_does_not_list() -> None:
    error = Ambiguous("5/KH-UBND", (InstrumentRef("a", "a"),) * 100, 1_323)
    assert "Có 1.323 văn bản" in error.message("vi")
    assert "Còn 1.223 văn bản khác mang số này: thêm cơ quan ban hành hoặc năm" in error.message("vi")
    assert "1,223 more have this number: add the issuing body or the year" in error.message("en")
