"""A small corpus with metadata and relations, for tests of what is given beside what is read."""

from __future__ import annotations

import json
from pathlib import Path

from kg.ingest import ingest
from kg.ingest.inputs import corpus_parts

CORPUS = "văn bản mẫu"
PLAN = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: {number}/KH-UBND
Lạng Sơn, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Giáo dục thể chất

Thực hiện Quyết định số 2457/QĐ-BGDĐT ngày 23 tháng 8 năm 2023 của Bộ trưởng Bộ Giáo dục và Đào tạo.
"""
DECISION = {
    "id": "3", "so_ky_hieu": "2457/QĐ-BGDĐT", "loai_van_ban": "Quyết định",
    "co_quan_ban_hanh": "Bộ Giáo dục và Đào tạo", "ngay_ban_hanh": "2023-08-23",
}  # fmt: skip
RELATIONS = [
    {"doc_id": "1", "other_doc_id": "3", "relationship": "Văn bản căn cứ"},
    {"doc_id": "1", "other_doc_id": "2", "relationship": "Nhãn lạ"},
    {"doc_id": "2", "other_doc_id": "1", "relationship": "Văn bản bị thay thế"},
]


def _rows(path: Path, *values: dict[str, str]) -> None:
    path.write_text("".join(json.dumps(value) + "\n" for value in values), encoding="utf-8")


def load(folder: Path, store: Path) -> None:
    """Two plans from a corpus, the second misdated by it, and one plan that is loaded as a file."""
    corpus = folder / CORPUS
    corpus.mkdir()
    _rows(
        corpus / "content.jsonl",
        *(
            {"id": str(number), "content_html": f"<pre>{PLAN.format(number=number)}</pre>"}
            for number in (1, 2)
        ),
    )
    _rows(
        corpus / "metadata.jsonl",
        {"id": "1", "so_ky_hieu": "1/KH-UBND", "ngay_ban_hanh": "2024-03-12"},
        {"id": "2", "so_ky_hieu": "2/KH-UBND", "ngay_ban_hanh": "2024-03-13"},
        DECISION,
    )
    _rows(corpus / "relationships.jsonl", *RELATIONS)
    (folder / "3.txt").write_text(PLAN.format(number=3), encoding="utf-8")
    parts = corpus_parts(corpus, preset="vietnamese-legal-documents")
    assert not ingest([*parts, folder / "3.txt"], store, workers=0).skipped
