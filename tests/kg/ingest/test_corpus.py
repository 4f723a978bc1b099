"""Corpora in the layouts of the public sets: their texts are read, what they state stands beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg import vocab
from kg.dataset import Dataset
from kg.export.nquads import nquads_lines
from kg.ingest import ingest
from kg.ingest.engines import Engine
from kg.ingest.inputs import CorpusPart, corpus_parts
from kg.ingest.sharded import Sharding, ingest_sharded
from kg.questions.agreement import Agreement, agreement

pa = pytest.importorskip("pyarrow", reason="the extra `corpora` is not installed")
pq = pytest.importorskip("pyarrow.parquet")

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: {number}
Lạng Sơn, ngày {day} tháng 3 năm 2024

KẾ HOẠCH
{title}

"""
GUIDED = (
    "Thực hiện Quyết định số 2457/QĐ-BGDĐT ngày 23 tháng 8 năm 2023 của Bộ trưởng Bộ Giáo dục và Đào tạo.\n"
)
REPLACED = (
    "Kế hoạch này thay thế Kế hoạch số 56/KH-UBND ngày 12 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh "
    "Lạng Sơn.\n"
)
FIRST = HEAD.format(number="56/KH-UBND", day=12, title="Giáo dục thể chất") + GUIDED
SECOND = HEAD.format(number="77/KH-UBND", day=20, title="Giáo dục thể chất, bản mới") + REPLACED
UBND = "UBND tỉnh Lạng Sơn"


def parquet(path: Path, **columns: list[object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table(columns), path, row_group_size=1)


def html(text: str) -> str:
    return "<div>" + "".join(f"<p>{line}</p>" for line in text.splitlines()) + "</div>"


@pytest.fixture
def legal_documents(tmp_path: Path) -> Path:
    """Tables of content, metadata and relationships, as th1nhng0/vietnamese-legal-documents has them.

    The metadata misdates the second plan and describes a decision whose text is not there. The corpus says
    that the new plan amends the old one, where the text says that it replaces it.
    """
    folder = tmp_path / "vietnamese-legal-documents"
    parquet(folder / "content.parquet", id=["1", "2"], content_html=[html(FIRST), html(SECOND)])
    parquet(
        folder / "metadata.parquet",
        id=[1, 2, 3],
        title=["Giáo dục thể chất", "Giáo dục thể chất, bản mới", "Chương trình mẫu"],
        so_ky_hieu=["56/KH-UBND", "77/KH-UBND", "2457/QĐ-BGDĐT"],
        ngay_ban_hanh=["12/03/2024", "21/03/2024", "23/08/2023"],
        loai_van_ban=["Kế hoạch", "Kế hoạch", "Quyết định"],
        co_quan_ban_hanh=[UBND, UBND, "Bộ Giáo dục và Đào tạo"],
    )
    parquet(
        folder / "relationships.parquet",
        doc_id=[1, 2, 3, 1],
        other_doc_id=[3, 1, 2, 99],
        relationship=["implements", "Văn bản bị sửa đổi", "Nhãn lạ", "Văn bản căn cứ"],
    )
    return folder


@pytest.fixture
def vbpl(tmp_path: Path) -> Path:
    """One table with texts and metadata, as tmquan/vbpl-vn has it."""
    path = tmp_path / "vbpl-vn" / "documents-00000-of-00001.parquet"
    parquet(
        path,
        item_id=["a", "b"],
        doc_number=["56/KH-UBND", "78/KH-UBND"],
        doc_type=["{'id': '1', 'name': 'Kế hoạch'}"] * 2,
        issuing_authority=[UBND, "Ủy ban nhân dân tỉnh Cao Bằng"],
        issue_date=["2024-03-12", None],
        title=["Giáo dục thể chất", "Giáo dục thể chất, bản mới"],
        markdown=[FIRST, SECOND],
    )
    return path.parent


def load(corpus: Path, store: Path, preset: str) -> tuple[CorpusPart, ...]:
    parts = corpus_parts(corpus, preset=preset)
    report = ingest(parts, store, workers=0)
    assert not report.skipped
    return parts


def compared(store: Path, limit: int = 100) -> Agreement:
    with Dataset.open(store) as dataset:
        return agreement(dataset, limit=limit)


def test_texts_are_read_and_metadata_stands_beside(legal_documents: Path, tmp_path: Path) -> None:
    parts = load(legal_documents, tmp_path / "kho", "vietnamese-legal-documents")
    assert len(parts) == 2
    with Dataset.open(tmp_path / "kho") as dataset:
        rows = list(
            dataset.store.select(
                f"SELECT DISTINCT ?id ?date ?number {{ ?d dch:givenId ?id ; {vocab.GIVEN['date']} ?date ; "
                "dch:givenCorpus 'vietnamese-legal-documents' . ?i dch:sourceDocument ?d ; "
                "eli:id_local ?number } ORDER BY ?id"
            )
        )
        said = [(row["id"].value, row["date"].value, row["number"].value) for row in rows]
    assert said == [("1", "2024-03-12", "56/KH-UBND"), ("2", "2024-03-21", "77/KH-UBND")]


def test_given_relations_are_marked_as_such(legal_documents: Path, tmp_path: Path) -> None:
    load(legal_documents, tmp_path / "kho", "vietnamese-legal-documents")
    with Dataset.open(tmp_path / "kho") as dataset:
        graph = dataset.iris.graph("given/vietnamese-legal-documents")
        rows = dataset.store.select(
            f"SELECT ?citing ?cited ?label {{ GRAPH <{graph}> {{ ?r a dch:GivenRelation ; "
            "dch:givenCiting ?citing ; dch:givenCited ?cited ; dch:givenLabel ?label } } ORDER BY ?label"
        )
        said = [tuple(dataset.iris.id_of(row[name].value) for name in ("citing", "cited")) for row in rows]
    plan = "ubnd-tinh-lang-son/ke-hoach/2024"
    decision = "bo-giao-duc-va-dao-tao/quyet-dinh/2023/2457-qd-bgddt"
    assert said == [
        (decision, f"{plan}/77-kh-ubnd"),
        (f"{plan}/77-kh-ubnd", f"{plan}/56-kh-ubnd"),
        (f"{plan}/56-kh-ubnd", decision),
    ]


def test_agreement_names_where_corpus_and_texts_differ(legal_documents: Path, tmp_path: Path) -> None:
    load(legal_documents, tmp_path / "kho", "vietnamese-legal-documents")
    found = compared(tmp_path / "kho")
    assert found.documents == 2
    assert {field: dict(counts) for field, counts in found.fields.items()} == {
        "number": {"agree": 2},
        "type": {"agree": 2},
        "issuer": {"agree": 2},
        "date": {"agree": 1, "differ": 1},
    }
    (date,) = found.field_differences
    assert (date.field, date.given, date.read) == ("date", "2024-03-21", "2024-03-20")
    assert dict(found.relations) == {"agree": 1, "differ": 1, "only_given": 1}
    by_verdict = {one.verdict: one for one in found.relation_differences}
    differs = by_verdict["differ"]
    assert (differs.citing.number, differs.cited.number) == ("77/KH-UBND", "56/KH-UBND")
    assert differs.given == (("amends", "Văn bản bị sửa đổi"),)
    assert [edge.relation for edge in differs.read] == ["replaces"]
    assert "Kế hoạch này thay thế Kế hoạch số 56/KH-UBND" in differs.read[0].evidence[0].text
    assert by_verdict["only_given"].given == ((None, "Nhãn lạ"),)
    assert not found.truncated
    assert compared(tmp_path / "kho", limit=1).truncated


def test_agreement_on_one_table(vbpl: Path, tmp_path: Path) -> None:
    load(vbpl, tmp_path / "kho", "vbpl-vn")
    found = compared(tmp_path / "kho")
    assert {(one.field, one.given, one.read) for one in found.field_differences} == {
        ("number", "78/KH-UBND", "77/KH-UBND"),
        ("issuer", "Ủy ban nhân dân tỉnh Cao Bằng", "Ủy ban nhân dân tỉnh Lạng Sơn"),
        ("date", None, "2024-03-20"),
    }
    assert dict(found.relations) == {}


def test_a_corpus_loaded_again_changes_nothing_and_a_new_relation_is_published(
    legal_documents: Path, tmp_path: Path
) -> None:
    store = tmp_path / "kho"
    load(legal_documents, store, "vietnamese-legal-documents")
    before = lines(store)
    load(legal_documents, store, "vietnamese-legal-documents")
    assert lines(store) == before
    parquet(
        legal_documents / "relationships.parquet", doc_id=[2], other_doc_id=[1], relationship=["replaces"]
    )
    load(legal_documents, store, "vietnamese-legal-documents")
    assert dict(compared(store).relations) == {"agree": 1}


def test_shards_of_a_corpus_give_the_same(legal_documents: Path, tmp_path: Path) -> None:
    parts = load(legal_documents, tmp_path / "kho", "vietnamese-legal-documents")
    ingest_sharded(parts, tmp_path / "theo phần", Sharding(Engine(workers=1), str(tmp_path / "shards")))
    assert lines(tmp_path / "theo phần") == lines(tmp_path / "kho")
    accounts = [json.loads(path.read_bytes()) for path in (tmp_path / "shards").glob("*.json")]
    assert [account["documents"] for account in accounts] == [1, 1]


def lines(store: Path) -> list[str]:
    with Dataset.open(store) as dataset:
        return list(nquads_lines(dataset.store, dataset.iris))
