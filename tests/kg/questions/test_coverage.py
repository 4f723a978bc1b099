"""Coverage: three states, periods, old and new provinces, the evidence of a cell, and the gaps."""

from __future__ import annotations

import numpy as np
import pytest

from kg.dataset import Dataset
from kg.errors import BadRequest
from kg.index.provinces import Era, provinces_of
from kg.questions.coverage import (
    Cell,
    Coverage,
    coverage,
    coverage_evidence,
    coverage_matrix,
    gaps,
    school_year,
)
from tests.kg.questions.synthetic import links

DECISION = "2457/QĐ-BGDĐT"


def cell(found: Coverage, province: str, column: int = 0) -> Cell:
    row = next(n for n, unit in enumerate(found.provinces) if unit.slug == province)
    return found.cells[row][column]


def test_a_province_implements_is_silent_or_has_no_documents(samples: Dataset) -> None:
    found = coverage(samples, [DECISION, "51-KL/TW"], era="63")
    assert len(found.provinces) == 63
    assert cell(found, "binh-thuan") == Cell("implements", 1)
    assert cell(found, "thanh-hoa") == Cell("implements", 1)
    assert cell(found, "lang-son") == Cell("silent", 0)
    assert cell(found, "lang-son", 1) == Cell("implements", 1)
    assert cell(found, "ha-noi") == Cell("no_documents", 0)
    assert found.totals == (2, 1)


def test_a_province_that_is_gone_counts_where_its_land_went(samples: Dataset) -> None:
    found = coverage(samples, [DECISION], era="34")
    assert len(found.provinces) == 34
    assert cell(found, "lam-dong") == Cell("implements", 1)
    assert "binh-thuan" not in {unit.slug for unit in found.provinces}


@pytest.mark.parametrize(
    ("since", "until", "state"),
    [
        ("2023-09-14", "2023-09-14", "implements"),
        (*school_year("2023-2024"), "implements"),
        ("2023-09-15", None, "no_documents"),
        (None, "2023-09-13", "no_documents"),
    ],
)
def test_a_period_bounds_the_days_of_the_provinces_documents(
    samples: Dataset, since: str | None, until: str | None, state: str
) -> None:
    found = coverage(samples, [DECISION], era="63", since=since, until=until)
    assert cell(found, "binh-thuan").state == state


@pytest.mark.parametrize(("through", "state"), [("direct", "silent"), ("chain", "implements")])
def test_a_chain_counts_where_it_is_asked_for(samples: Dataset, through: str, state: str) -> None:
    found = coverage(samples, ["100-CTr/TU"], era="63", through=through)  # type: ignore[arg-type]
    assert cell(found, "lang-son").state == "implements"
    (row,) = [n for n, unit in enumerate(found.provinces) if unit.slug == "binh-thuan"]
    assert found.cells[row][0].state == "silent"
    assert state in {"silent", "implements"}


def test_the_evidence_of_a_cell_is_the_sentence(samples: Dataset) -> None:
    (edge,) = coverage_evidence(samples, DECISION, "binh-thuan", era="63")
    assert edge.source.number == "3461/KH-UBND"
    assert [evidence.file for evidence in edge.evidence] == ["binh-thuan.txt"]
    assert DECISION in edge.evidence[0].text
    assert coverage_evidence(samples, DECISION, "ha-noi", era="63") == ()
    with pytest.raises(BadRequest):
        coverage_evidence(samples, DECISION, "binh-thuan", era="34")


def test_gaps_are_the_cells_without_an_implementer(samples: Dataset) -> None:
    found = gaps(samples, [DECISION], era="63")
    assert len(found) == 61
    states = {gap.province.slug: gap.state for gap in found}
    assert states["lang-son"] == "silent"
    assert states["ha-noi"] == "no_documents"


@pytest.mark.parametrize("wrong", ["2023", "2023-2025", "năm học 2023-2024", "2024-2023"])
def test_a_school_year_is_two_years_in_a_row(wrong: str) -> None:
    with pytest.raises(BadRequest):
        school_year(wrong)


def test_a_day_that_is_none_is_refused(samples: Dataset) -> None:
    with pytest.raises(BadRequest):
        coverage(samples, [DECISION], since="31/12/2023")


@pytest.mark.parametrize("era", ["63", "34"])
def test_the_matrix_agrees_with_the_columns(synthetic: Dataset, era: Era) -> None:
    nodes, counts = coverage_matrix(synthetic, era=era)
    assert counts.shape == (len(nodes), len(provinces_of(era)))
    widest = nodes[np.argsort(-counts.sum(axis=1))[:5]].tolist()
    found = coverage(synthetic, [synthetic.index.iri(node) for node in widest], era=era)
    for column, node in enumerate(widest):
        row = counts[nodes.tolist().index(node)].tolist()
        assert [cells[column].documents for cells in found.cells] == row


def test_the_matrix_counts_every_implementing_instrument_once(synthetic: Dataset) -> None:
    _, counts = coverage_matrix(synthetic, era="63")
    provinces = synthetic.index.names.provinces
    expected = {
        (source, target)
        for source, target in links(synthetic)
        if provinces[synthetic.index.node(source)] >= 0
    }
    assert counts.sum() == len(expected)
