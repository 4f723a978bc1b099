"""`danchieu agreement` over a corpus, and between two annotators."""

from __future__ import annotations

import json
from pathlib import Path

from api.exits import Exit
from tests.api.conftest import Run

ROW = {
    "id": "7",
    "so_ky_hieu": "56/KH-UBND",
    "ngay_ban_hanh": "13/03/2024",
    "noi_dung": "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\nSố: 56/KH-UBND\nLạng Sơn, ngày 12 tháng 3 năm 2024\n\n"
    "KẾ HOẠCH\nGiáo dục thể chất\n\nCăn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;\n",
}


def test_a_corpus_is_held_against_its_texts(run: Run, tmp_path: Path) -> None:
    corpus, store = tmp_path / "kho văn bản.jsonl", tmp_path / "kho"
    corpus.write_text(json.dumps(ROW, ensure_ascii=False) + "\n", encoding="utf-8")
    assert run("ingest", "--corpus", corpus, "--jobs", "1", "--store", store).code == Exit.OK
    shown = run("agreement", "--store", store)
    assert shown.code == Exit.OK
    assert "2024-03-13" in shown.out
    assert "2024-03-12" in shown.out
    answer = json.loads(run("agreement", "--store", store, "--format", "json", "--limit", "0").out)
    assert answer["fields"]["date"] == {"differ": 1}
    assert answer["fields"]["number"] == {"agree": 1}
    assert (answer["field_differences"], answer["truncated"]) == ([], True)


def test_a_store_without_corpora_says_so(run: Run, store: Path) -> None:
    assert "--corpus" in run("agreement", "--store", store).out


def test_one_annotation_alone_is_not_enough(run: Run, tmp_path: Path) -> None:
    one = tmp_path / "a.json"
    one.write_text("[]", encoding="utf-8")
    outcome = run("agreement", one)
    assert outcome.code == Exit.USAGE
    assert "cả hai" in outcome.err
