"""The gold we write ourselves: compiled files are current, and every span quotes its text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.gold import compile as compiler

HERE = Path(__file__).resolve().parent
SPLITS = ("dev", "holdout")


def entries(split: str) -> list[dict[str, Any]]:
    return json.loads((HERE / f"gold-{split}.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def raw_text(split: str, name: str) -> str:
    with (HERE / split / name).open(encoding="utf-8", newline="") as file:
        return file.read()


DOCUMENTS = [pytest.param(split, entry, id=entry["file"]) for split in SPLITS for entry in entries(split)]


def test_compiled_files_are_current() -> None:
    stale = [
        path.relative_to(HERE).as_posix()
        for path, text in compiler.compiled().items()
        if not compiler.current(path, text)
    ]
    assert stale == [], "run: python -m tests.gold.compile"


@pytest.mark.parametrize(("split", "entry"), DOCUMENTS)
def test_every_span_quotes_its_text(split: str, entry: dict[str, Any]) -> None:
    text = raw_text(split, entry["file"])
    for record in entry["citations"] + entry["not_citations"]:
        assert text[record["start"] : record["end"]] == record["text"]
        assert record["text"] == record["text"].strip()


@pytest.mark.parametrize(("split", "entry"), DOCUMENTS)
def test_no_mark_is_left_in_the_text(split: str, entry: dict[str, Any]) -> None:
    text = raw_text(split, entry["file"])
    assert "{{" not in text
    assert "}}" not in text


@pytest.mark.parametrize(("split", "entry"), DOCUMENTS)
def test_edges_hang_on_citations_of_the_document(split: str, entry: dict[str, Any]) -> None:
    ids = [c["id"] for c in entry["citations"]]
    assert len(set(ids)) == len(ids)
    for citation in entry["citations"]:
        assert citation["from"] in {"self", *ids} - {citation["id"]}


@pytest.mark.parametrize(("split", "entry"), DOCUMENTS)
def test_a_mention_of_one_instrument_never_contradicts_another(split: str, entry: dict[str, Any]) -> None:
    seen: dict[tuple[str, str, str | None], str] = {}
    for citation in entry["citations"]:
        if "number" in citation and "date" in citation:
            key = (citation["type"], citation["number"], citation.get("issuer"))
            assert seen.setdefault(key, citation["date"]) == citation["date"]


@pytest.mark.parametrize(
    ("marked", "text", "fields"),
    [
        (
            "theo {{Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ|cites; pin=5.2.a}}.",
            "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
            {
                "type": "Nghị định",
                "number": "30/2020/NĐ-CP",
                "date": "2020-03-05",
                "issuer": "Chính phủ",
                "pinpoint": {"article": "5", "clause": "2", "point": "a"},
            },
        ),
        (
            "Căn cứ {{Luật Giáo dục năm 2019|based_on}};",
            "Luật Giáo dục năm 2019",
            {"kind": "law", "title": "Luật Giáo dục", "year": 2019, "issuer": "Quốc hội"},
        ),
        (
            "thực hiện {{Đề án “Xây dựng xã hội học tập”|implements; named}}",
            "Đề án “Xây dựng xã hội học tập”",
            {"kind": "named", "type": "Đề án", "title": "Xây dựng xã hội học tập"},
        ),
        (
            "{{Quyết định số 12/QÐ-TTg|cites}}",
            "Quyết định số 12/QÐ-TTg",
            {"number": "12/QĐ-TTg", "issuer": "Thủ tướng Chính phủ"},
        ),
    ],
)
def test_fields_are_read_off_the_span(tmp_path: Path, marked: str, text: str, fields: dict[str, Any]) -> None:
    source = tmp_path / "x01-sample.txt"
    source.write_text(f"file: x.txt\n---\n{marked}", encoding="utf-8")
    _, entry = compiler.compile_source(source)
    record = entry["citations"][0]
    assert record["text"] == text
    assert {k: record.get(k) for k in fields} == fields


def test_line_ends_and_decomposed_letters_move_the_offsets(tmp_path: Path) -> None:
    source = tmp_path / "x01-sample.txt"
    source.write_text(
        "file: x.txt\nrender: crlf nfd\n---\nMột\nhai {{Luật Giáo dục|cites}}", encoding="utf-8"
    )
    text, entry = compiler.compile_source(source)
    record = entry["citations"][0]
    assert "\r\n" in text
    assert text[record["start"] : record["end"]] == record["text"] != "Luật Giáo dục"


@pytest.mark.parametrize(
    "marked", ["{{Luật Giáo dục}}", "{{Luật Giáo dục|cites", "{{Luật Giáo dục|cites<nowhere}}"]
)
def test_a_broken_mark_is_named(tmp_path: Path, marked: str) -> None:
    source = tmp_path / "x01-sample.txt"
    source.write_text(f"file: x.txt\n---\n{marked}", encoding="utf-8")
    with pytest.raises((compiler.SourceError, ValueError)):
        compiler.compile_source(source)
