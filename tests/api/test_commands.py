"""The commands that ask, check and keep up a store: each answers as a table and as JSON."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from api.choices import ERAS, FORMATS, QUESTIONS, THROUGH
from api.exits import Exit
from kg.export import questions
from kg.export.formats import EXPORT_FORMS
from kg.index.provinces import Era
from kg.questions.scope import Through
from tests.api.conftest import DECISION, SAMPLES, Run

LANG_SON = "38/KH-UBND@lang-son@2024"
DONG_NAI = "38/KH-UBND@dong-nai@2024"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["coverage", DECISION], "Lạng Sơn"),
        (["coverage", DECISION, "957-NQ/TW", "--era", "63", "--through", "chain"], "Lạng Sơn"),
        (["gaps", DECISION, "--since", "2024-01-01", "--until", "2024-12-31"], "Hà Nội"),
        (["impact", "957-NQ/TW"], "9120/QĐ-TTg"),
        (["timeline", DECISION], "38/KH-UBND"),
        (["compare", LANG_SON, DONG_NAI], "9120/QĐ-TTg"),
        (["status", DECISION, "--on", "2024-06-01"], "2024-06-01"),
        (["explain", DECISION], "9120/QĐ-TTg"),
        (["problems"], "Mức"),
        (["stats"], "documents"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_question_is_answered_as_a_table_and_as_json(
    run: Run, store: Path, arguments: list[str], said: str
) -> None:
    table = run(*arguments, "--store", store)
    data = run(*arguments, "--store", store, "--format", "json")

    assert (table.code, data.code) == (Exit.OK, Exit.OK), table.err
    assert said in table.out
    assert json.loads(data.out)


def test_the_samples_keep_to_the_shapes(run: Run, store: Path) -> None:
    outcome = run("validate", "--store", store)

    assert outcome.code == Exit.OK, outcome.out


@pytest.mark.parametrize("day", ["2024-13-01", "gần đây"])
def test_a_day_that_is_none_is_a_usage_error(run: Run, store: Path, day: str) -> None:
    assert run("coverage", DECISION, "--since", day, "--store", store).code == Exit.USAGE


def test_the_choices_of_the_command_line_are_those_of_kg() -> None:
    from typing import get_args

    assert (questions.QUESTIONS, tuple(EXPORT_FORMS)) == (QUESTIONS, FORMATS)
    assert (set(ERAS), set(THROUGH)) == (set(get_args(Era)), set(get_args(Through)))


def test_an_answer_is_written_to_a_file(run: Run, store: Path, tmp_path: Path) -> None:
    path = tmp_path / "văn bản.csv"
    outcome = run("export", "implementations", DECISION, "--format", "csv", "-o", path, "--store", store)
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))

    assert outcome.code == Exit.OK
    assert path.name in outcome.out
    assert any("Ủy ban nhân dân tỉnh Lạng Sơn" in row for row in rows)


def test_named_queries_are_listed_and_asked_with_their_parameters(run: Run, store: Path) -> None:
    import ontology

    listed = run("query", "--store", store)
    assert all(query.name[:20] in listed.out for query in ontology.queries())

    for query in ontology.queries():
        params = [
            part
            for parameter in query.parameters
            for part in ("--param", f"{parameter.name}={parameter.example}")
        ]
        outcome = run("query", "--name", query.name, *params, "--store", store, "--format", "json")
        assert outcome.code == Exit.OK, f"{query.name}: {outcome.err}"
        assert json.loads(outcome.out)


@pytest.mark.parametrize(
    "arguments",
    [["--name", "khong-co"], ["--name", "who-implements", "--param", "x"], ["--param", "a=b", "--name", "x"]],
)
def test_a_named_query_that_is_not_there_is_said(run: Run, store: Path, arguments: list[str]) -> None:
    outcome = run("query", *arguments, "--store", store)

    assert outcome.code == Exit.USAGE
    assert outcome.err


def test_a_store_is_backed_up_restored_derived_anew_and_says_the_same(
    run: Run, store: Path, tmp_path: Path
) -> None:
    assert run("backup", tmp_path / "sao", "--store", store).code == Exit.OK
    assert run("restore", tmp_path / "sao", "--store", tmp_path / "kho").code == Exit.OK
    assert run("rebuild-index", "--store", tmp_path / "kho").code == Exit.OK
    assert run("recompute", "--store", tmp_path / "kho").code == Exit.OK
    same = run("diff", store, tmp_path / "kho", "--format", "json")

    assert same.code == Exit.OK
    assert not any(count for _, count in json.loads(same.out)["counts"])


def test_what_people_settled_is_gold_for_eval(run: Run, tmp_path: Path) -> None:
    kho, gold = tmp_path / "kho", tmp_path / "gold.json"
    run("ingest", SAMPLES / "07-lang-son-38-kh-ubnd.txt", "--store", kho)
    edge = json.loads(run("implements", DECISION, "--store", kho, "--format", "json").out)["results"][0]
    run("review", edge["evidence"][0]["citation"], "confirmed", "--author", "A", "--store", kho)
    gold.write_text(run("gold", "--store", kho).out, encoding="utf-8")
    figures = json.loads(run("eval", gold, SAMPLES, "--format", "json").out)

    assert (figures["gold"], figures["predicted"], figures["lenient_f1"]) == (1, 1, 1.0)


def test_a_verdict_is_given_and_taken_back(run: Run, tmp_path: Path) -> None:
    kho = tmp_path / "kho"
    run("ingest", SAMPLES / "07-lang-son-38-kh-ubnd.txt", "--store", kho)
    edge = json.loads(run("implements", DECISION, "--store", kho, "--format", "json").out)["results"][0]
    citation = edge["evidence"][0]["citation"]
    given = run("review", citation, "rejected", "--author", "A", "--store", kho, "--format", "json")
    after = json.loads(run("implements", DECISION, "--store", kho, "--format", "json").out)["results"]
    review = json.loads(given.out)["iri"]

    assert given.code == Exit.OK
    assert citation not in {row["citation"] for edge in after for row in edge["evidence"]}
    assert run("review", review, "withdrawn", "--author", "A", "--store", kho).code == Exit.OK


def test_an_extraction_is_measured_and_two_annotations_compared(run: Run, tmp_path: Path) -> None:
    file = SAMPLES / "07-lang-son-38-kh-ubnd.txt"
    gold = tmp_path / "gold.json"
    gold.write_text(run("extract", file, "--format", "gold").out, encoding="utf-8")
    measured = run("eval", gold, SAMPLES, "--format", "json")
    agreed = run("agreement", gold, gold)
    missing = run("eval", gold, SAMPLES / "08-dong-nai-38-kh-ubnd.txt")

    assert measured.code == agreed.code == Exit.OK, measured.err
    assert json.loads(measured.out)
    assert "f1" in agreed.out.casefold()
    assert missing.code == Exit.SKIPPED
    assert run("agreement", file, gold).code == Exit.USAGE


def test_a_synthetic_store_is_made(run: Run, tmp_path: Path) -> None:
    outcome = run("bench-data", "--documents", "60", "--store", tmp_path / "đo", "--format", "json")

    assert json.loads(outcome.out)["documents"] == 60
    assert run("stats", "--store", tmp_path / "đo").code == Exit.OK
