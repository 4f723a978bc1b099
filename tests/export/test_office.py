"""LibreOffice opens what is made for offices, and finds in it what was on the screen."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import docx
import pytest

from kg.dataset import Dataset
from kg.export.formats import EXPORT_FORMS, export
from kg.export.naming import citation_line
from kg.export.questions import ExportQuestion, select
from kg.export.selection import Column, Selection, Value
from tests.export.conftest import DECISION, OTHER_PLAN, PLAN

LIBRARIES = {"xlsx": "libsclo.so", "docx": "libswlo.so", "docx-table": "libswlo.so"}
"""What of LibreOffice opens which format."""
SPREADSHEETS = {
    "citations": ExportQuestion("citations", (PLAN,)),
    "comparison": ExportQuestion("comparison", (PLAN, OTHER_PLAN)),
    "problems": ExportQuestion("problems"),
    "timeline": ExportQuestion("timeline", (DECISION,)),
    "sparql": ExportQuestion(
        "sparql", query="SELECT ?i ?n (7 AS ?one) { ?i eli:id_local ?n } ORDER BY ?i ?n"
    ),
}


def office(form: str) -> str:
    """The command, or a skip that says what is missing."""
    command = shutil.which("soffice")
    if command is None or not (Path(command).resolve().parent / LIBRARIES[form]).exists():
        pytest.skip(f"LibreOffice with {LIBRARIES[form]} is not installed")
    return command


def saved_again(files: dict[str, bytes], form: str, folder: Path) -> dict[str, bytes]:
    """The files after LibreOffice opened each and saved it anew in its format."""
    ending = EXPORT_FORMS[form].extension
    for name, data in files.items():
        (folder / f"{name}.{ending}").write_bytes(data)
    command = [
        office(form), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--convert-to", ending, "--outdir", str(folder / "saved"), *(f"{name}.{ending}" for name in files),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=240, cwd=folder)
    return {name: (folder / "saved" / f"{name}.{ending}").read_bytes() for name in files}


def test_the_cells_of_a_workbook_are_those_of_the_list(dataset: Dataset, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    selections = {name: select(dataset, asked) for name, asked in SPREADSHEETS.items()}
    made = {name: export(selection, dataset, "xlsx") for name, selection in selections.items()}

    for name, data in saved_again(made, "xlsx", tmp_path).items():
        book, table = openpyxl.load_workbook(io.BytesIO(data)), selections[name].table
        first, *rows = book["Kết quả"].iter_rows(values_only=True)
        assert list(first) == [column.heading("vi") for column in table.columns]
        assert [
            tuple(map(shown, row, table.columns)) for row in table.rows
        ] == [tuple(map(plain, row)) for row in rows]  # fmt: skip


def shown(value: Value, column: Column) -> object:
    """A value as a spreadsheet holds it."""
    if column.kind == "date" and value and len(str(value)) == 10:
        return date.fromisoformat(str(value))
    return value


def plain(cell: object) -> object:
    return cell.date() if isinstance(cell, datetime) else cell


def test_the_lines_of_a_list_of_grounds_are_its_instruments(
    dataset: Dataset, citations: Selection, tmp_path: Path
) -> None:
    made = {"grounds": export(citations, dataset, "docx")}
    document = docx.Document(io.BytesIO(saved_again(made, "docx", tmp_path)["grounds"]))
    lines = [paragraph.text for paragraph in document.paragraphs if paragraph.text]

    assert [line[:-1] for line in lines] == [
        f"Căn cứ {citation_line(instrument)}" for instrument in citations.instruments
    ]


def test_the_rows_of_a_table_are_those_of_the_list(
    dataset: Dataset, citations: Selection, tmp_path: Path
) -> None:
    made = {"table": export(citations, dataset, "docx-table")}
    (table,) = docx.Document(io.BytesIO(saved_again(made, "docx-table", tmp_path)["table"])).tables
    headings, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    names = {column.heading("vi"): column.name for column in citations.table.columns}
    places = [column.name for column in citations.table.columns]

    assert {"target_number", "target_title", "evidence"} <= {names[heading] for heading in headings}
    for heading, *cells in zip(headings, *rows, strict=True):
        place = places.index(names[heading])
        if citations.table.columns[place].kind == "text":
            assert cells == [row[place] or "" for row in citations.table.rows]


@pytest.mark.parametrize("form", LIBRARIES)
def test_texts_that_mean_harm_open_too(
    dataset: Dataset, hostile: Selection, tmp_path: Path, form: str
) -> None:
    assert saved_again({"hostile": export(hostile, dataset, form)}, form, tmp_path)
