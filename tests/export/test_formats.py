"""Every format opens in the program it is meant for, keeps Vietnamese, and says the same as the table."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime

import docx
import networkx
import pytest

from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.export.formats import EXPORT_FORMS, export
from kg.export.questions import QUESTIONS, ExportQuestion, select
from kg.export.references import CSL_STYLE
from kg.export.selection import Selection
from tests.api.rdf import dataset_of, graph_of
from tests.export.conftest import DECISION, OTHER_PLAN, PLAN

QUERY = """SELECT ?plan ?number ?day (STRLEN(?number) AS ?letters) WHERE {
  ?plan dch:implements ?decision ; eli:id_local ?number ; eli:date_document ?day } ORDER BY ?plan ?number"""
ASKED: dict[str, ExportQuestion] = {
    "instruments": ExportQuestion("instruments"),
    "search": ExportQuestion("search", words="kế hoạch"),
    "comparison": ExportQuestion("comparison", (PLAN, OTHER_PLAN)),
    "problems": ExportQuestion("problems"),
    "sparql": ExportQuestion("sparql", query=QUERY),
}
ABOUT = {name: ASKED.get(name, ExportQuestion(name, (DECISION,))) for name in QUESTIONS}


@pytest.mark.parametrize("form", EXPORT_FORMS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_goes_into_every_format(dataset: Dataset, question: str, form: str) -> None:
    selection = select(dataset, ABOUT[question])

    assert selection.table.rows
    assert export(selection, dataset, form)


@pytest.mark.parametrize("form", EXPORT_FORMS)
def test_every_format_names_version_question_and_tool(
    dataset: Dataset, citations: Selection, form: str
) -> None:
    data = export(citations, dataset, form)
    if form in ("xlsx", "docx", "docx-table"):
        data = _unpacked(data)
    elif form == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
        data = parquet.read_schema(io.BytesIO(data)).metadata[b"stamp"]
    text = data.decode("utf-8").replace("&#10;", " ").replace("\\", "")

    assert "citations 38/KH-UBND@lang-son@2024" in text
    assert str(citations.stamp.generation) in text
    assert str(citations.stamp.made_at.year) in text


def _unpacked(data: bytes) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".xml"))


# CSV


def test_csv_equals_the_table_and_has_the_mark_of_utf_8(dataset: Dataset, citations: Selection) -> None:
    data = export(citations, dataset, "csv")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    listed = rows[1 : rows.index([])]

    assert data.startswith(b"\xef\xbb\xbf")
    assert rows[0][0] == "Loại văn bản (dẫn)"
    assert len(listed) == len(citations.table.rows)
    assert listed == [["" if value is None else str(value) for value in row] for row in citations.table.rows]


def test_csv_in_pandas(dataset: Dataset, citations: Selection) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.read_csv(io.BytesIO(export(citations, dataset, "csv")), encoding="utf-8-sig")

    assert len(frame.dropna(subset=["IRI (dẫn)"])) == len(citations.table.rows)


@pytest.mark.parametrize("start", [*"=+-@\t\r＝|%", " =", "\n+"])
def test_no_cell_of_csv_is_a_formula(hostile: Selection, dataset: Dataset, start: str) -> None:
    from dataclasses import replace

    from kg.export.selection import Column, Table

    table = Table((Column("a", f"{start}1+1", "a"),), ((f"{start}cmd|' /C calc'!A0",),))
    data = export(replace(hostile, table=table), dataset, "csv").decode("utf-8-sig")

    for row in list(csv.reader(io.StringIO(data, newline="")))[:2]:
        assert row[0].startswith("'")


# XLSX


def test_xlsx_has_types_links_filters_and_evidence(dataset: Dataset, citations: Selection) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    book = openpyxl.load_workbook(io.BytesIO(export(citations, dataset, "xlsx")))
    results, evidence, provenance = (book[name] for name in ("Kết quả", "Dẫn chứng", "Nguồn"))
    cells = list(results.iter_rows(min_row=2))

    assert (results.freeze_panes, bool(results.auto_filter.ref)) == ("A2", True)
    assert len(cells) == len(citations.table.rows)
    assert evidence.max_row == len(citations.evidence.rows) + 1
    for row, values in zip(cells, citations.table.rows, strict=True):
        for cell, value, column in zip(row, values, citations.table.columns, strict=True):
            if column.kind == "date" and value and len(str(value)) == 10:
                assert isinstance(cell.value, datetime)
                assert cell.value.date() == date.fromisoformat(str(value))
            elif value is None:
                assert cell.value is None
            else:
                assert cell.value == value
            assert column.kind != "link" or cell.hyperlink.target == value
    assert any("phiên bản" in str(row[0].value) for row in provenance.iter_rows())


def test_no_cell_of_xlsx_is_a_formula(dataset: Dataset, hostile: Selection) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    book = openpyxl.load_workbook(io.BytesIO(export(hostile, dataset, "xlsx")))

    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


# DOCX


def test_docx_lists_the_grounds_as_the_decree_sets_them(dataset: Dataset, citations: Selection) -> None:
    document = docx.Document(io.BytesIO(export(citations, dataset, "docx")))
    paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.text]

    assert len(paragraphs) == len(citations.instruments)
    assert all(paragraph.text.startswith("Căn cứ ") for paragraph in paragraphs)
    assert all(run.italic for paragraph in paragraphs for run in paragraph.runs)
    assert [paragraph.text[-1] for paragraph in paragraphs] == [";"] * (len(paragraphs) - 1) + ["."]
    assert any("Quyết định số 9120/QĐ-TTg ngày" in paragraph.text for paragraph in paragraphs)
    assert document.styles["Normal"].font.name == "Times New Roman"


def test_docx_as_a_table_has_the_rows(dataset: Dataset, citations: Selection) -> None:
    document = docx.Document(io.BytesIO(export(citations, dataset, "docx-table")))

    assert len(document.tables[0].rows) == len(citations.table.rows) + 1
    assert "9120/QĐ-TTg" in {cell.text for row in document.tables[0].rows for cell in row.cells}


# Text and references


def test_markdown_keeps_its_columns_and_runs_nothing(dataset: Dataset, hostile: Selection) -> None:
    lines = export(hostile, dataset, "md").decode().splitlines()
    table = [line for line in lines if line.startswith("|")]
    separators = {line.replace("\\|", "").count("|") for line in table}

    assert separators == {len(hostile.table.columns) + 1}
    assert "<script" not in "\n".join(lines).replace("\\<", "")


def test_csl_items_have_type_number_body_and_day(dataset: Dataset, citations: Selection) -> None:
    items = json.loads(export(citations, dataset, "csl"))
    decision = next(item for item in items if item.get("number") == DECISION)

    assert (decision["type"], decision["genre"]) == ("legislation", "Quyết định")
    assert decision["issued"]["date-parts"][0][0] == 2024
    assert len(items) == len(citations.instruments)


def test_the_csl_style_is_well_formed() -> None:
    from xml.etree import ElementTree

    root = ElementTree.parse(CSL_STYLE).getroot()

    assert root.tag == "{http://purl.org/net/xbiblio/csl}style"


def test_ris_has_a_record_for_each_instrument_and_one_field_a_line(
    dataset: Dataset, hostile: Selection
) -> None:
    text = export(hostile, dataset, "ris").decode()
    lines = [line for line in text.split("\r\n") if line]

    assert all(line[2:6] == "  - " for line in lines)
    assert sum(line.startswith("TY  - STAT") for line in lines) == len(hostile.instruments)
    assert sum(line.startswith("ER  -") for line in lines) == len(hostile.instruments)


def test_bibtex_keeps_its_braces_even(dataset: Dataset, hostile: Selection) -> None:
    text = export(hostile, dataset, "bib").decode()
    entries = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("%"))
    bare = entries.replace(r"\{", "").replace(r"\}", "")

    assert bare.count("{") == bare.count("}")
    assert entries.count("@misc{") == len(hostile.instruments)


# Graphs and frames


@pytest.mark.parametrize(
    ("form", "media_type"),
    [
        ("ttl", "text/turtle"),
        ("jsonld", "application/ld+json"),
        ("trig", "application/trig"),
        ("nq", "application/n-quads"),
    ],
)
def test_rdf_is_read_by_rdflib(dataset: Dataset, citations: Selection, form: str, media_type: str) -> None:
    data = export(citations, dataset, form)
    subjects = (
        {str(subject) for subject in graph_of(data, media_type).subjects()}
        if form == "ttl"
        else {str(subject) for subject, *_ in dataset_of(data, media_type).quads()}
    )

    assert {edge.target.iri for edge in citations.edges} <= subjects
    assert {evidence.citation for edge in citations.edges for evidence in edge.evidence} <= subjects


@pytest.mark.parametrize(("form", "read"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)])
def test_networkx_reads_networks(
    dataset: Dataset, citations: Selection, hostile: Selection, form: str, read: type
) -> None:
    for selection in (citations, hostile):
        graph = read(io.BytesIO(export(selection, dataset, form)))
        ends = {edge.source.iri for edge in selection.edges} | {edge.target.iri for edge in selection.edges}

        assert set(graph.nodes) == ends | {instrument.iri for instrument in selection.instruments}
        assert graph.number_of_edges() == len(
            {(edge.source.iri, edge.relation, edge.target.iri) for edge in selection.edges}
        )


def test_parquet_keeps_types(dataset: Dataset, citations: Selection) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    table = parquet.read_table(io.BytesIO(export(citations, dataset, "parquet")))

    assert table.num_rows == len(citations.table.rows)
    assert table.column("target_number").to_pylist() == [
        row[[column.name for column in citations.table.columns].index("target_number")]
        for row in citations.table.rows
    ]
    assert str(table.schema.field("source_date").type) == "date32[day]"


def test_a_format_that_is_not_there_is_said(dataset: Dataset, citations: Selection) -> None:
    with pytest.raises(BadRequest, match="xlsx"):
        export(citations, dataset, "pdf")


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (ExportQuestion("implementations", (PLAN, DECISION)), "one instrument"),
        (ExportQuestion("coverage"), "one instrument or more"),
        (ExportQuestion("comparison", (PLAN,)), "two instruments"),
        (ExportQuestion("search"), "words"),
        (ExportQuestion("sparql"), "SPARQL"),
    ],
)
def test_a_question_without_what_it_is_about_is_not_asked(
    dataset: Dataset, asked: ExportQuestion, reason: str
) -> None:
    with pytest.raises(BadRequest, match=reason):
        select(dataset, asked)


def test_the_stamp_says_the_question_so_that_it_can_be_asked_again() -> None:
    asked = ExportQuestion("chain", (DECISION,), direction="up", relations=("implements", "based_on"))

    assert str(asked) == "chain 9120/QĐ-TTg direction=up relations=implements,based_on"
