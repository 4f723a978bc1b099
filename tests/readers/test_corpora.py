"""Corpora as streams of documents, in the layouts of the public sets and in an office's own tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractors.readers import Document, Reason, Skipped, UnreadableFile, corpus_tables, read
from extractors.readers.corpora import ColumnMap, Corpus, GivenRelation, open_corpus
from extractors.readers.corpus_columns import given_relations, plain_date, plain_value
from extractors.readers.corpus_tables import Block

pa = pytest.importorskip("pyarrow", reason="the extra `corpora` is not installed")


def parquet(path: Path, rows: int | None = None, **columns: list[object]) -> Path:
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table(columns), path, row_group_size=rows)
    return path


def read_all(corpus: Corpus, blocks: list[Block] | None = None) -> list[Document]:
    found = list(corpus.documents(blocks))
    assert all(isinstance(item, Document) for item in found)
    return [item for item in found if isinstance(item, Document)]


@pytest.fixture
def legal_documents(tmp_path: Path) -> Path:
    """Three tables in the layout of th1nhng0/vietnamese-legal-documents."""
    parquet(
        tmp_path / "metadata.parquet",
        id=[101, 102],
        title=["Kế hoạch mẫu", "Nghị định mẫu"],
        so_ky_hieu=["12/KH-UBND", "24/2021/NĐ-CP"],
        ngay_ban_hanh=["14/09/2023", None],
        loai_van_ban=["Kế hoạch", "Nghị định"],
        co_quan_ban_hanh=["UBND tỉnh Sông Mây", "Chính phủ"],
        tinh_trang_hieu_luc=["Còn hiệu lực", "Còn hiệu lực"],
    )
    parquet(
        tmp_path / "content.parquet",
        id=["101", "102", "103"],
        content_html=["<div><p>Căn cứ Luật Giáo dục;</p><p>Điều 1.</p></div>", "<p>Điều 2.</p>", None],
    )
    parquet(
        tmp_path / "relationships.parquet",
        doc_id=[101, 101],
        other_doc_id=[102, 103],
        relationship=["Văn bản căn cứ", "Nhãn lạ"],
    )
    return tmp_path


def test_tables_apart_are_joined_by_id(legal_documents: Path) -> None:
    first, second, empty = open_corpus(legal_documents).documents()
    assert isinstance(first, Document)
    assert first.text == "Căn cứ Luật Giáo dục;\nĐiều 1."
    assert dict(first.metadata) == {
        "id": "101",
        "number": "12/KH-UBND",
        "type": "Kế hoạch",
        "issuer": "UBND tỉnh Sông Mây",
        "date": "2023-09-14",
        "title": "Kế hoạch mẫu",
        "status": "Còn hiệu lực",
    }
    assert isinstance(second, Document)
    assert "date" not in dict(second.metadata)
    assert isinstance(empty, Skipped)
    assert (empty.path, empty.error.reason) == ("content.parquet#103", Reason.NO_TEXT)


def test_given_relations_are_told_with_their_direction(legal_documents: Path) -> None:
    assert list(open_corpus(legal_documents).relations()) == [
        GivenRelation("101", "102", "Văn bản căn cứ", "based_on", False),
        GivenRelation("101", "103", "Nhãn lạ", None, False),
    ]
    assert given_relations()["văn bản hướng dẫn"] == ("guides", True)
    assert given_relations()["văn bản được hướng dẫn"] == ("guides", False)


def test_one_table_in_blocks(tmp_path: Path) -> None:
    path = parquet(
        tmp_path / "documents-00000-of-00001.parquet",
        rows=2,
        item_id=[f"vb{number}" for number in range(5)],
        doc_number=[[f"{number}/2020/TT-BGDĐT"] for number in range(5)],
        doc_type=["{'id': 'x', 'name': 'Thông tư', 'code': 'TT'}"] * 5,
        issuing_authority=["Bộ Giáo dục và Đào tạo"] * 5,
        issue_date=["2020-05-26"] * 5,
        markdown=[f"# THÔNG TƯ\n\nĐiều {number}." for number in range(5)],
        source_url=["https://vbpl.vn/x"] * 5,
    )
    corpus = open_corpus(path, preset="vbpl-vn")
    blocks = corpus.content.blocks()
    assert blocks == (Block(0, 0, 1, 2), Block(0, 1, 3, 2), Block(0, 2, 5, 1))
    name = "documents-00000-of-00001.parquet"
    assert [document.path for document in read_all(corpus, [blocks[1]])] == [f"{name}#vb2", f"{name}#vb3"]
    everything = [document for block in blocks for document in read_all(corpus, [block])]
    assert everything == read_all(corpus)
    assert dict(everything[0].metadata)["number"] == "0/2020/TT-BGDĐT"
    assert dict(everything[0].metadata)["type"] == "Thông tư"


def test_json_lines_with_a_bad_line(tmp_path: Path) -> None:
    path = tmp_path / "kho.jsonl"
    path.write_text(
        json.dumps({"so_hieu": "1/QĐ", "noi_dung": "Điều 1."}, ensure_ascii=False) + "\n{bad\n[1]\n\n"
        + json.dumps({"noi_dung": "Điều 2."}) + "\n",
        encoding="utf-8",
    )  # fmt: skip
    found = list(open_corpus(path).documents())
    assert [getattr(item, "text", None) for item in found] == ["Điều 1.", None, None, "Điều 2."]
    assert [item.path for item in found] == ["kho.jsonl#1", "kho.jsonl#2", "kho.jsonl#3", "kho.jsonl#5"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "kho.csv"
    rows = [["ma", "toan_van"], ["7", '"Điều 1.\nĐiều 2."']]
    path.write_text("\n".join(delimiter.join(row) for row in rows), encoding="utf-8-sig")
    (document,) = read_all(open_corpus(path))
    assert (document.text, document.name) == ("Điều 1.\nĐiều 2.", "kho.csv#7")


@pytest.mark.parametrize(
    ("name", "head", "row"),
    [
        ("kho.jsonl", "", '{{"ma": {0}, "toan_van": "Điều {0}."}}\n'),
        ("kho.csv", "\ufeffma,toan_van\n", '{0},"Điều\n{0}."\n'),
    ],
)
def test_text_tables_are_read_in_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, head: str, row: str
) -> None:
    monkeypatch.setattr(corpus_tables, "_BLOCK_ROWS", 3)
    path = tmp_path / name
    path.write_text(head + "".join(map(row.format, range(8))) + "\n", encoding="utf-8", newline="")
    corpus = open_corpus(path)
    blocks = corpus.content.blocks()
    assert [(block.number, block.rows) for block in blocks] == [(1, 3), (4, 3), (7, 3)]
    apart = [document for block in reversed(blocks) for document in read_all(corpus, [block])]
    assert sorted(document.path for document in apart) == [f"{name}#{number}" for number in range(8)]
    assert sorted(apart, key=lambda document: document.path) == read_all(corpus)


def test_columns_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "kho.jsonl"
    path.write_text('{"van_ban_day_du": "Điều 1.", "ky_hieu": "2/QĐ"}\n', encoding="utf-8")
    with pytest.raises(UnreadableFile) as caught:
        open_corpus(path)
    assert caught.value.reason is Reason.BAD_COLUMNS
    assert "van_ban_day_du" in caught.value.message()
    columns = ColumnMap.parse(["text=van_ban_day_du", "number=ky_hieu"])
    (document,) = read_all(open_corpus(path, columns))
    assert document.metadata == (("number", "2/QĐ"),)


def test_a_corpus_is_no_document(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", text=["x"])
    with pytest.raises(UnreadableFile) as caught:
        read(path)
    assert caught.value.reason is Reason.NEEDS_CORPUS


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (["a", None, "b"], "a; b"),
        ({"name": "Quyết định"}, "Quyết định"),
        ("{'id': 1, 'name': 'Luật'}", "Luật"),
        (3.0, "3"),
        ("  x", "  x"),
    ],
)
def test_cells_as_text(value: object, text: str) -> None:
    assert plain_value(value) == text


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("14/09/2023", "2023-09-14"),
        ("1-2-2020", "2020-02-01"),
        ("2020-05-26T00:00:00", "2020-05-26"),
        ("31/02/2020", ""),
        ("Đã biết", ""),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert plain_date(text) == iso
