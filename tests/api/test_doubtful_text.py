"""What is read from a text with doubtful letters says so, from the report to the evidence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from kg.dataset import Dataset
from kg.ingest import ingest
from kg.questions.documents import document
from kg.questions.implementations import implementations
from tests.api.conftest import Run

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 56/KH-UBND
Lạng Sơn, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Triển khai giáo dục thể chất trong trường học

"""
SENTENCE = (
    "Thực hiện Quyết định số 2457/QĐ-BGDĐT ngày 23 tháng 8 năm 2023 của Bộ trưởng Bộ Giáo dục và Đào tạo."
)
SPOILT = "Các đơn vị c\ufffdn cứ kế hoạch này để tổ ch\ufffdc th\ufffdc hi\ufffdn và báo cáo k\ufffdt quả.\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("van-ban")
    (folder / "bản quét.txt").write_text(f"{HEAD}{SENTENCE}\n{SPOILT}", encoding="utf-8")
    (folder / "bản gốc.txt").write_text(f"{HEAD}{SENTENCE}\n".replace("56/", "57/"), encoding="utf-8")
    report = ingest([folder], folder / "kg-data", workers=0)
    qualities = {file.file: (file.quality < 0.9, file.reader, len(file.notes_en)) for file in report.loaded}
    assert qualities == {"bản gốc.txt": (False, "plain", 0), "bản quét.txt": (True, "plain", 1)}
    return folder / "kg-data"


def test_evidence_from_it_is_less_certain_and_says_why(store: Path) -> None:
    with Dataset.open(store) as dataset:
        edges = implementations(dataset, "2457/QĐ-BGDĐT").results
        evidence = {edge.source.number: edge.evidence[0] for edge in edges}
        scan, original = evidence["56/KH-UBND"], evidence["57/KH-UBND"]
        assert original.text_quality is None
        assert scan.text_quality is not None
        assert scan.confidence == pytest.approx(original.confidence * scan.text_quality, abs=0.011)
        assert "doubtful_text" in scan.method.split()
        assert document(dataset, "bản quét.txt").document.text_quality == scan.text_quality
        assert document(dataset, "bản gốc.txt").document.text_quality is None


def test_the_terminal_says_so(store: Path, run: Run) -> None:
    # A tree breaks its lines where they end; what is said stays the same.
    words = re.findall(r"[\w%]+", run("implements", "2457/QĐ-BGDĐT", "--store", store).out)
    assert " ".join(words).count("chữ đáng ngờ") == 1
    assert "could not be decoded" in run("extract", store.parent / "bản quét.txt", "--lang", "en").out


def test_pages_say_so(store: Path) -> None:
    with TestClient(create_app(Settings(store=store))) as client, Dataset.open(store) as dataset:
        scan = document(dataset, "bản quét.txt").document.hash
        original = document(dataset, "bản gốc.txt").document.hash
        assert "Chữ trong tệp này đáng ngờ" in client.get(f"/tep-nguon/{scan}").text
        assert "đáng ngờ" not in client.get(f"/tep-nguon/{original}").text
        found = client.get("/van-ban/bo-giao-duc-va-dao-tao/quyet-dinh/2023/2457-qd-bgddt")
        assert found.text.count("chữ trong tệp đáng ngờ") == 1
