"""Reading over HTTP is done in processes: the same answers, within a time, and one's end is no one else's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.extraction import extracted_from, read_all
from api.reading import Reading, ReadingTimeout
from api.settings import Settings
from extractors.readers import Reason, UnreadableFile
from kg.dataset import Dataset
from kg.questions.draft import check_draft
from tests.api.conftest import DECISION, SAMPLES

PLAN = SAMPLES / "07-lang-son-38-kh-ubnd.txt"
TEXT = f"Thực hiện Quyết định số {DECISION} của Thủ tướng Chính phủ."
DAY = date(2024, 6, 1)
AT_ONCE = 0.001


@pytest.fixture(scope="module")
def reading() -> Iterator[Reading]:
    made = Reading(seconds=240)
    yield made
    made.close()


def test_a_text_is_read_as_in_this_process(reading: Reading) -> None:
    assert reading.text("a", TEXT) == extracted_from("a", TEXT)


def test_files_are_read_as_in_this_process(reading: Reading, tmp_path: Path) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 not a zip")
    here, there = read_all([PLAN, broken]), reading.files([PLAN, broken])

    assert there[0] == here[0]
    assert [(path, error.reason) for path, error in there[1]] == [
        (path, error.reason) for path, error in here[1]
    ]


def test_a_draft_is_checked_as_in_this_process(reading: Reading, store: Path) -> None:
    with Dataset.open(store) as dataset:
        here = check_draft(dataset, TEXT, today=DAY)

    assert reading.draft(store, TEXT, DAY) == here
    assert here.citations


def test_the_text_of_a_file(reading: Reading, tmp_path: Path) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 not a zip")

    assert DECISION in reading.plain(PLAN)
    with pytest.raises(UnreadableFile):
        reading.plain(broken)


def test_what_takes_too_long_is_ended_and_told() -> None:
    hurried = Reading(AT_ONCE)
    with pytest.raises(ReadingTimeout, match=r"0\.001 s"):
        hurried.text("a", TEXT)
    extracted, skipped = hurried.files([PLAN, PLAN])

    assert extracted == []
    assert [error.reason for _, error in skipped] == [Reason.TOO_SLOW] * 2


def test_the_server_tells_who_asked(store: Path) -> None:
    with TestClient(create_app(Settings(store=store, reading_seconds=AT_ONCE))) as client:
        late = client.post("/api/v1/extract", json={"text": TEXT})
        files = client.post("/api/v1/extract/files", files={"files": ("a.txt", TEXT.encode())})

    assert (late.status_code, late.json()["code"]) == (503, "reading_timeout")
    assert int(late.headers["retry-after"]) > 0
    assert [fault["file"] for fault in files.json()["skipped"]] == ["a.txt"]
