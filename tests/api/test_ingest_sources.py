"""Everything that the command line can name as a source, and the reports of what became of it."""

from __future__ import annotations

import io
import json
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from api import ingest_report
from api.exits import Exit
from tests.api.conftest import Run

PLAN = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: {0}/KH-UBND
Lạng Sơn, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Triển khai chương trình

Thực hiện Quyết định số 2457/QĐ-BGDĐT ngày 23 tháng 8 năm 2023 của Bộ trưởng Bộ Giáo dục và Đào tạo.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A path with spaces and diacritics, as offices have them."""
    folder = tmp_path / "Văn bản đến, năm 2024"
    folder.mkdir()
    for number in (11, 12):
        (folder / f"kế hoạch số {number}.txt").write_text(PLAN.format(number), encoding="utf-8")
    (folder / "ghi chú.md").write_text(PLAN.format(13), encoding="utf-8")
    return folder


def loaded(run: Run, *arguments: object) -> list[str]:
    outcome = run("ingest", *arguments, "--format", "json")
    assert outcome.code in (Exit.OK, Exit.SKIPPED), outcome.err
    return sorted(str(file["number"]) for file in json.loads(outcome.out)["loaded"])


def test_patterns_days_and_jobs(run: Run, folder: Path, tmp_path: Path) -> None:
    assert loaded(run, folder, "--glob", "*.md", "--store", tmp_path / "a") == ["13/KH-UBND"]
    assert loaded(run, folder, "--since", "2999-01-01", "--store", tmp_path / "b") == []
    everything = ["11/KH-UBND", "12/KH-UBND", "13/KH-UBND"]
    assert (
        loaded(run, folder, "--since", "2000-01-01", "--jobs", "1", "--store", tmp_path / "c") == everything
    )


def test_standard_input(run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.format(15).encode("utf-8"))))
    store = tmp_path / "kho"
    assert loaded(run, "-", "--name", "từ ống dẫn", "--store", store) == ["15/KH-UBND"]
    answer = json.loads(run("implements", "2457/QĐ-BGDĐT", "--store", store, "--format", "json").out)
    assert [edge["evidence"][0]["file"] for edge in answer["results"]] == ["từ ống dẫn"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.format(15).encode("utf-8"))))
    assert loaded(run, "-", "--store", store) == []


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def site(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_addresses_and_lists_of_them(run: Run, site: str, tmp_path: Path) -> None:
    listed = tmp_path / "danh sách.txt"
    listed.write_text(f"# đợt 1\n{site}/kế hoạch số 11.txt\n{site}/mất.txt\n", encoding="utf-8")
    store = tmp_path / "kho"
    outcome = run(
        "ingest", "--urls", listed, f"{site}/kế hoạch số 12.txt", "--store", store, "--format", "json"
    )
    report = json.loads(outcome.out)
    assert outcome.code == Exit.SKIPPED
    assert [file["number"] for file in report["loaded"]] == ["12/KH-UBND", "11/KH-UBND"]
    assert [(skipped["file"], skipped["code"]) for skipped in report["skipped"]] == [
        (f"{site}/mất.txt", "not_found")
    ]
    again = json.loads(run("ingest", "--urls", listed, "--store", store, "--format", "json").out)
    assert (again["loaded"], len(again["unchanged"])) == ([], 1)


def test_shards_on_request(run: Run, folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra `corpora` is not installed")
    shards = tmp_path / "các phần"
    numbers = loaded(run, folder, "--shards", shards, "--jobs", "1", "--store", tmp_path / "kho")
    assert numbers == ["11/KH-UBND", "12/KH-UBND", "13/KH-UBND"]
    assert list(shards.glob("*.heads.parquet"))


def test_the_report_names_every_file(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "rỗng.txt").write_bytes(b"")
    (folder / "kế hoạch & phụ lục.txt").write_text(PLAN.format(14) + "ch\ufffd " * 30, encoding="utf-8")
    as_json, as_html = tmp_path / "báo cáo.json", tmp_path / "báo cáo.html"
    assert run("ingest", folder, "--store", tmp_path / "a", "--report", as_json).code == Exit.SKIPPED
    report = json.loads(as_json.read_text(encoding="utf-8"))
    files = {file["file"]: file for file in report["loaded"]}
    first = files["kế hoạch số 11.txt"]
    assert (first["reader"], first["quality"], first["citations"], first["problems"]) == ("plain", 1.0, 1, 0)
    doubtful = files["kế hoạch & phụ lục.txt"]
    assert doubtful["quality"] < 0.9
    assert doubtful["notes"]
    assert doubtful["notes_en"]
    assert [(skipped["file"], skipped["code"]) for skipped in report["skipped"]] == [("rỗng.txt", "empty")]
    run("ingest", folder, "--store", tmp_path / "b", "--report", as_html)
    page = as_html.read_text(encoding="utf-8")
    assert "kế hoạch &amp; phụ lục.txt" in page
    assert "<script" not in page
    assert "Tệp rỗng (0 byte)." in page
    assert all(number in page for number in ("11/KH-UBND", "12/KH-UBND", "13/KH-UBND", "14/KH-UBND"))
    run("ingest", folder, "--store", tmp_path / "c", "--report", as_html, "--lang", "en")
    assert "The file is empty (0 bytes)." in as_html.read_text(encoding="utf-8")


def test_watching_loads_what_is_there_and_what_comes(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups = [tuple(sorted(folder.glob("*.txt"))), tuple(folder.glob("*.md"))]

    def two_groups(*_: object, **__: object) -> Iterator[tuple[Path, ...]]:
        yield from groups
        raise KeyboardInterrupt

    monkeypatch.setattr(ingest_report, "settled_files", two_groups)
    outcome = run("ingest", folder, "--watch", "1", "--store", tmp_path / "kho")
    assert outcome.code == Exit.ABORTED
    assert [line for line in outcome.out.splitlines() if line.startswith("Nạp")] == [
        "Nạp 2, không đổi 0, bỏ qua 0; 2 dẫn chiếu.",
        "Nạp 1, không đổi 0, bỏ qua 0; 1 dẫn chiếu.",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Thiếu"),
        (("https://example.org/x", "--watch", "5"), "--watch"),
        (("--corpus", "{folder}"), "không có tệp"),
        (("{folder}", "--since", "hôm nay"), "--since"),
    ],
)
def test_what_cannot_be_asked(run: Run, folder: Path, arguments: tuple[str, ...], said: str) -> None:
    outcome = run("ingest", *(argument.format(folder=folder / "không có") for argument in arguments))
    assert outcome.code == Exit.USAGE
    assert said in outcome.err
