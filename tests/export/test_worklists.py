"""Selections beside the exported questions: what their tables hold, and that they can be made again."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dataset import Dataset
from kg.export.formats import export
from kg.export.selection import Selection
from kg.export.worklists import draft_selection, edges_selection, problems_selection
from kg.questions.compare import compare
from kg.questions.draft import check_draft
from kg.questions.problems import problems
from tests.export.conftest import OTHER_PLAN, PLAN

DRAFT = (
    "KẾ HOẠCH\nThực hiện Quyết định số 9120/QĐ-TTg ngày 05/3/2024 của Thủ tướng Chính phủ\n"
    "Căn cứ Nghị định số 9034/2023/NĐ-CP ngày 12/5/2023 của Thủ tướng Chính phủ;\n"
)


@pytest.fixture(scope="module")
def made(dataset: Dataset) -> dict[str, Selection]:
    compared = compare(dataset, PLAN, OTHER_PLAN)
    report = check_draft(dataset, DRAFT, today=date(2024, 5, 1))
    return {
        "problems": problems_selection(dataset, "problems", problems(dataset).items),
        "edges": edges_selection(dataset, "So sánh", "compare", compared.only_first),
        "draft": draft_selection(dataset, report),
    }


def column(selection: Selection, name: str) -> list[object]:
    place = [one.name for one in selection.table.columns].index(name)
    return [row[place] for row in selection.table.rows]


@pytest.mark.parametrize("name", ["problems", "edges", "draft"])
def test_every_row_has_a_cell_for_every_column_and_the_stamp_names_the_question(
    dataset: Dataset, made: dict[str, Selection], name: str
) -> None:
    selection = made[name]

    assert selection.table.rows
    assert {len(row) for row in selection.table.rows} == {len(selection.table.columns)}
    assert selection.stamp.generation == dataset.generation
    assert selection.stamp.question


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx-table"])
@pytest.mark.parametrize("name", ["problems", "edges", "draft"])
def test_it_can_be_written(dataset: Dataset, made: dict[str, Selection], name: str, form: str) -> None:
    assert export(made[name], dataset, form)


def test_a_problem_stands_with_its_advice_and_its_sentence(made: dict[str, Selection]) -> None:
    assert all(column(made["problems"], "suggestion"))
    assert any("9034/2023/NĐ-CP" in str(text) for text in column(made["problems"], "evidence"))


def test_a_draft_is_reported_in_the_order_of_its_text(made: dict[str, Selection]) -> None:
    starts = [int(str(start)) for start in column(made["draft"], "start")]
    assert starts == sorted(starts)
    assert column(made["draft"], "status") == ["khớp", "khớp"]
    assert [bool(text) for text in column(made["draft"], "problem")] == [False, True]


def test_a_part_of_the_graph_names_the_instruments_that_were_picked_out(dataset: Dataset) -> None:
    compared = compare(dataset, PLAN, OTHER_PLAN)
    picked = (compared.first, compared.second)

    assert edges_selection(dataset, "Phần chọn", "among", (), picked).instruments == picked
