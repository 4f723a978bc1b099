"""Competency queries: each is documented in both languages, takes checked values and runs on a store."""

import re

import pytest

from kg import sparql
from kg.dataset import Dataset
from ontology import CompetencyQuery, Parameter, ParameterError, bind_query, find_query, queries


def _ask(dataset: Dataset, name: str, **values: str) -> list[dict[str, str | None]]:
    result = sparql.run(dataset, bind_query(find_query(name), values))
    return [
        {variable: cell.value if cell else None for variable, cell in zip(result.variables, row, strict=True)}
        for row in result.rows
    ]


def test_there_are_at_least_twenty() -> None:
    assert len(queries()) >= 20


@pytest.mark.parametrize("found", queries(), ids=lambda found: found.name)
def test_a_query_is_documented_and_its_parameters_stand_in_its_text(found: CompetencyQuery) -> None:
    assert re.fullmatch(r"[a-z0-9-]+", found.name)
    for text in (found.title_vi, found.title_en, found.explanation_vi, found.explanation_en):
        assert text
    assert set(re.findall(r"\$(\w+)", found.text)) == {parameter.name for parameter in found.parameters}


@pytest.mark.parametrize("found", queries(), ids=lambda found: found.name)
def test_a_query_runs_with_its_examples(dataset: Dataset, found: CompetencyQuery) -> None:
    text = bind_query(found, {parameter.name: parameter.example for parameter in found.parameters})
    result = sparql.run(dataset, text)
    assert result.form == "select"
    assert result.variables


def test_who_implements_a_decision(dataset: Dataset) -> None:
    rows = _ask(dataset, "who-implements", number="2457/QĐ-BGDĐT")
    assert {row["issuer"] for row in rows} == {
        "Ủy ban nhân dân tỉnh Bình Thuận",
        "Ủy ban nhân dân tỉnh Thanh Hóa",
    }
    assert all("2457/QĐ-BGDĐT" in (row["sentence"] or "") for row in rows)


def test_the_chain_below_a_resolution_goes_through_what_is_not_in_the_store(dataset: Dataset) -> None:
    numbers = {row["planNumber"] for row in _ask(dataset, "full-chain-down", number="29-NQ/TW")}
    assert {"100-CTr/TU", "96/KH-UBND", "156/KH-UBND"} <= numbers


def test_the_chain_above_a_plan(dataset: Dataset) -> None:
    numbers = {row["targetNumber"] for row in _ask(dataset, "full-chain-up", number="156/KH-UBND")}
    assert {"51-KL/TW", "96/KH-UBND", "100-CTr/TU", "29-NQ/TW"} <= numbers


def test_two_provinces_cite_one_decision(dataset: Dataset) -> None:
    rows = _ask(dataset, "cited-by-provinces", least="1")
    assert all(int(row["provinces"] or 0) >= 1 for row in rows)
    assert "29-NQ/TW" in {row["targetNumber"] for row in rows}


def test_a_province_without_a_plan_is_told(dataset: Dataset) -> None:
    provinces = {row["province"] for row in _ask(dataset, "provinces-without-plan", number="2457/QĐ-BGDĐT")}
    assert "Lạng Sơn" in provinces
    assert "Bình Thuận" not in provinces


def test_one_number_of_two_provinces_is_two_instruments(dataset: Dataset) -> None:
    rows = {row["number"]: row for row in _ask(dataset, "shared-numbers")}
    assert int(rows["96/KH-UBND"]["instruments"] or 0) == 2
    assert "38/KH-UBND" in rows


def test_a_scheme_cited_by_name_is_listed(dataset: Dataset) -> None:
    titles = {row["title"] for row in _ask(dataset, "named-programmes")}
    assert "Xây dựng xã hội học tập giai đoạn 2021-2030" in titles


NUMBER = Parameter("number", "text", "số", "number", "29-NQ/TW")
EVERY = tuple(
    Parameter(kind, kind, kind, kind, example)  # type: ignore[arg-type]
    for kind, example in (("text", "x"), ("integer", "1"), ("decimal", "0.5"), ("date", "2025-07-01"),
                          ("iri", "http://localhost:8000/id/x"))
)  # fmt: skip


def _query(*parameters: Parameter) -> CompetencyQuery:
    text = " ".join(f"${parameter.name}" for parameter in parameters)
    return CompetencyQuery("q", "a", "a", "b", "b", parameters, text)


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("text", "29-NQ/TW", '"29-NQ/TW"'),
        ("text", 'a"b\\c\nd', '"a\\"b\\\\c\\nd"'),
        ("text", "$text \\1", '"$text \\\\1"'),
        ("integer", "20", "20"),
        ("decimal", "0.5", "0.5"),
        ("decimal", "1", "1.0"),
        ("date", "2025-07-01", '"2025-07-01"^^xsd:date'),
        ("iri", "http://localhost:8000/id/x", "<http://localhost:8000/id/x>"),
    ],
)
def test_a_value_is_written_for_its_kind(kind: str, value: str, term: str) -> None:
    (parameter,) = [parameter for parameter in EVERY if parameter.kind == kind]
    assert bind_query(_query(parameter), {kind: value}) == term


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "-1"),
        ("integer", "ba"),
        ("decimal", "NaN"),
        ("date", "1/7/2025"),
        ("iri", "x> } #"),
        ("iri", "x"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(kind: str, value: str) -> None:
    (parameter,) = [parameter for parameter in EVERY if parameter.kind == kind]
    with pytest.raises(ParameterError, match="an example is"):
        bind_query(_query(parameter), {kind: value})


def test_a_missing_value_is_named_with_an_example() -> None:
    with pytest.raises(ParameterError, match=r"q needs number, e\.g\. 29-NQ/TW"):
        bind_query(_query(NUMBER), {})


def test_an_unknown_parameter_is_named() -> None:
    with pytest.raises(ParameterError, match="q has no parameter nubmer"):
        bind_query(_query(NUMBER), {"nubmer": "x"})


def test_an_unknown_query_names_those_there_are() -> None:
    with pytest.raises(KeyError, match="who-implements"):
        find_query("who-knows")
