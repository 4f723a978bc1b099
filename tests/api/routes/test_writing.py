"""What comes over HTTP: read and forgotten, or loaded and reviewed by whoever bears the token."""

from __future__ import annotations

import json
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.uploads import safe_name
from kg.ingest import ingest
from tests.api.conftest import DECISION, SAMPLES

TOKEN = "mot-ma-truy-cap-kha-dai"
BEARER = {"authorization": f"Bearer {TOKEN}"}
LANG_SON = SAMPLES / "07-lang-son-38-kh-ubnd.txt"
DONG_NAI = SAMPLES / "08-dong-nai-38-kh-ubnd.txt"


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[TestClient]:
    """A server of its own, with a token, over one document."""
    ingest([LANG_SON], tmp_path / "kho")
    settings = Settings(store=tmp_path / "kho", token=TOKEN, upload_bytes=1_000_000, upload_files=3)  # type: ignore[arg-type]
    with TestClient(create_app(settings), follow_redirects=False, raise_server_exceptions=False) as made:
        yield made


def test_a_text_is_read_and_not_stored(client: TestClient) -> None:
    before = client.get("/api/v1/statistics").json()
    text = LANG_SON.read_text(encoding="utf-8")
    answer = client.post("/api/v1/extract", json={"text": text, "name": "thử"}).json()
    gold = client.post("/api/v1/extract?form=gold", json={"text": text}).json()

    assert answer[0]["head"]["number"] == gold[0]["document"]["number"] == "38/KH-UBND"
    assert DECISION in {citation.get("number") for citation in gold[0]["citations"]}
    assert client.get("/api/v1/statistics").json() == before


def test_files_are_read_and_the_broken_one_is_named(client: TestClient) -> None:
    files = [
        ("files", ("../../kế hoạch.txt", LANG_SON.read_bytes())),
        ("files", ("hỏng.docx", b"PK\x03\x04 not a zip")),
    ]
    answer = client.post("/api/v1/extract/files", files=files).json()

    assert [document["file"] for document in answer["documents"]] == ["kế hoạch.txt"]
    assert [fault["file"] for fault in answer["skipped"]] == ["hỏng.docx"]
    assert answer["skipped"][0]["reason"]


def test_a_bomb_is_skipped_with_its_reason(client: TestClient) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w>" + b" " * 300_000_000 + b"</w>")
        archive.writestr("[Content_Types].xml", b"<Types/>")
    answer = client.post("/api/v1/extract/files", files={"files": ("bom.docx", packed.getvalue())})

    assert answer.status_code == 200
    assert answer.json()["documents"] == []
    assert answer.json()["skipped"][0]["file"] == "bom.docx"


def test_a_draft_is_checked(client: TestClient) -> None:
    answer = client.post(
        "/api/v1/drafts", json={"text": f"Thực hiện Quyết định số {DECISION} của Thủ tướng Chính phủ."}
    )

    assert answer.status_code == 200
    assert answer.json()["citations"]


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("POST", "/api/v1/documents"),
        ("DELETE", "/api/v1/documents/0123456789abcdef"),
        ("POST", "/api/v1/reviews"),
        ("DELETE", "/api/v1/reviews?review=x"),
    ],
)
def test_writing_needs_the_token_of_a_server_that_has_one(
    client: TestClient, writable: TestClient, method: str, address: str
) -> None:
    wrong = {"authorization": "Bearer wrong"}

    assert client.request(method, address, headers=BEARER).status_code == 403
    assert writable.request(method, address).status_code == 401
    assert writable.request(method, address, headers=wrong).status_code == 401
    assert writable.request(method, address, headers=wrong).headers["www-authenticate"] == "Bearer"


def finished(client: TestClient, job: str) -> dict:  # type: ignore[type-arg]
    for _ in range(200):
        answer = client.get(f"/api/v1/jobs/{job}").json()
        if answer["state"] != "running":
            return answer  # type: ignore[no-any-return]
        time.sleep(0.1)
    raise AssertionError("the job did not end")


def test_documents_are_added_by_a_job_that_tells_its_progress(writable: TestClient) -> None:
    files = {"files": ("đồng nai.txt", DONG_NAI.read_bytes())}
    begun = writable.post("/api/v1/documents", files=files, headers=BEARER)
    job = begun.json()["id"]
    events = writable.get(f"/api/v1/jobs/{job}/events").text
    ended = finished(writable, job)

    assert begun.status_code == 202
    assert ended["state"] == "done", ended
    assert [file["number"] for file in ended["report"]["loaded"]] == ["38/KH-UBND"]
    assert events.rstrip().split("\n\n")[-1].startswith("event: done")
    assert json.loads(events.rstrip().rsplit("data: ", 1)[1])["state"] == "done"
    time.sleep(1.1)
    assert writable.get("/api/v1/statistics").json()["documents"] == 2

    hash_ = ended["report"]["loaded"][0]["hash"]
    removed = writable.delete(f"/api/v1/documents/{hash_}", headers=BEARER)
    assert removed.json()["removed"] == ["đồng nai.txt"]


@pytest.mark.parametrize(
    "files",
    [
        [("files", (f"{number}.txt", b"x")) for number in range(4)],
        [("files", ("groß.txt", b"x" * 1_000_001))],
        [("files", (f"{number}.txt", b"x" * 600_000)) for number in range(2)],
    ],
    ids=["too many", "too large", "too large together"],
)
def test_an_upload_has_its_limits(writable: TestClient, files: list) -> None:  # type: ignore[type-arg]
    answer = writable.post("/api/v1/documents", files=files, headers=BEARER)

    assert answer.status_code == 413


def test_a_body_that_does_not_say_its_length_is_not_read(client: TestClient) -> None:
    pieces = (b"x" * 10 for _ in range(3))
    answer = client.post("/api/v1/extract", content=pieces, headers={"content-type": "application/json"})

    assert answer.status_code == 411
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_verdict_is_written_shown_and_taken_back(writable: TestClient) -> None:
    rows = writable.get("/api/v1/citations/38/KH-UBND").json()["rows"]
    given = {"target": rows[0]["iri"], "verdict": "confirmed", "author": "Nguyễn Văn A", "reason": "đã đọc"}
    written = writable.post("/api/v1/reviews", json=given, headers=BEARER)
    time.sleep(1.1)
    listed = writable.get("/api/v1/reviews").json()

    assert written.status_code == 201
    assert [(review["author"], review["verdict"]) for review in listed] == [("Nguyễn Văn A", "confirmed")]
    taken = writable.delete("/api/v1/reviews", params={"review": written.json()["iri"]}, headers=BEARER)
    time.sleep(1.1)
    assert taken.status_code == 204
    assert writable.get("/api/v1/reviews").json() == []


@pytest.mark.parametrize("job", ["0123456789abcdef", "../dataset", "%2e%2e%2fdataset", "x"])
def test_a_job_that_is_not_there_is_no_file_that_is(client: TestClient, job: str) -> None:
    assert client.get(f"/api/v1/jobs/{job}").status_code == 404
    assert client.get(f"/api/v1/jobs/{job}/events").status_code == 404


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Kế hoạch số 1.docx", "Kế hoạch số 1.docx"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("a:b|c?.txt", "a_b_c_.txt"),
        ("..", "document"),
        ("", "document"),
        (None, "document"),
        (".htaccess", "htaccess"),
        ("con.txt", "_con.txt"),
        ("a\x00\nb.txt", "a_b.txt"),
        ("x" * 300 + ".docx", "x" * 96 + ".docx"),
    ],
)
def test_a_file_name_is_only_a_name(name: str | None, kept: str) -> None:
    assert safe_name(name) == kept
