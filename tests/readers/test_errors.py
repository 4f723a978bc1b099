"""Every reason has words in both languages that say what is wrong and what to do."""

from __future__ import annotations

import pickle
import string

import pytest

from extractors.readers import Reason, UnreadableFile
from extractors.readers.errors import wordings


@pytest.mark.parametrize("reason", list(Reason))
def test_each_reason_is_worded(reason: Reason) -> None:
    words = wordings()[reason]
    for vi, en in ((words.message_vi, words.message_en), (words.advice_vi, words.advice_en)):
        assert vi
        assert en
        fields = [{field for _, field, _, _ in string.Formatter().parse(text) if field} for text in (vi, en)]
        assert fields[0] == fields[1]


def test_details_stand_in_the_message() -> None:
    error = UnreadableFile(Reason.TOO_MANY_PAGES, pages=12_000, limit=5_000)
    assert error.message("vi") == "Tệp có 12000 trang, vượt giới hạn 5000 trang."
    assert error.message("en") == "The file has 12000 pages, more than the limit of 5000."
    assert error.advice("en") == "Split the file or raise the page limit."


def test_errors_cross_processes() -> None:
    error = UnreadableFile(Reason.ENCRYPTED, format="PDF")
    again = pickle.loads(pickle.dumps(error))
    assert (again.reason, again.message()) == (error.reason, error.message())
