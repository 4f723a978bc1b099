"""The command: what search, implements, chain and query answer, in which form."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from api.exits import Exit
from tests.api.conftest import DECISION, DECISION_ID, SAMPLES, Run

LANG_SON = "ubnd-tinh-lang-son/ke-hoach/2024/38-kh-ubnd"


@pytest.mark.parametrize("words", [["9120"], ["9120/qđ-ttg"], ["9120", "QD", "TTg"], ["quyet dinh", "912"]])
def test_search_finds_a_number_however_it_is_typed(run: Run, store: Path, words: list[str]) -> None:
    outcome = run("search", *words, "--store", store)

    assert outcome.code == Exit.OK
    assert "1. Quyết định 9120/QĐ-TTg · Thủ tướng Chính phủ" in outcome.out


def test_search_shows_the_sentence_that_has_the_words(run: Run, store: Path) -> None:
    words = ["triển", "khai", "thực", "hiện", "quyết", "định", "9120"]
    hits = json.loads(run("search", *words, "--store", store, "--format", "json").out)["hits"]
    sentences = [hit["sentence"] for hit in hits if hit["sentence"]]

    assert sentences
    for sentence in sentences:
        assert all(word in sentence["text"].lower() for word in words)
        assert sentence["text"].splitlines()[0] in run("search", *words, "--store", store).out


def test_search_that_finds_nothing_says_so(run: Run, store: Path) -> None:
    outcome = run("search", "không-có-từ-này", "--store", store)

    assert outcome.code == Exit.NOT_FOUND
    assert "không-có-từ-này" in outcome.out


def test_implements_names_each_implementer_with_the_sentence(run: Run, store: Path) -> None:
    outcome = run("implements", DECISION, "--store", store)

    assert outcome.code == Exit.OK
    assert "Kế hoạch 38/KH-UBND · Ủy ban nhân dân tỉnh Đồng Nai · 24/05/2024" in outcome.out
    assert "08-dong-nai-38-kh-ubnd.txt" in outcome.out


def test_implements_as_json_follows_the_contract(run: Run, store: Path) -> None:
    outcome = run("implements", DECISION, "--store", store, "--format", "json")
    answer = json.loads(outcome.out)

    assert answer["query"]["id"] == DECISION_ID
    for result in answer["results"]:
        assert result["relation"] == "implements"
        assert result["target"]["id"] == DECISION_ID
        assert {"iri", "type", "number", "issuer", "date", "title"} <= set(result["source"])
        for evidence in result["evidence"]:
            assert {"document", "start", "end", "text"} <= set(evidence)
            text = (SAMPLES / evidence["file"]).read_text(encoding="utf-8")
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]


@pytest.mark.parametrize(
    "asked",
    [DECISION, "9120/qd-ttg", DECISION_ID, f"http://localhost:8000/id/{DECISION_ID}", f"{DECISION}@@2024"],
)
def test_an_instrument_can_be_named_in_several_ways(run: Run, store: Path, asked: str) -> None:
    answer = json.loads(run("implements", asked, "--store", store, "--format", "json").out)

    assert answer["query"]["id"] == DECISION_ID


def test_a_number_that_two_provinces_share_gives_the_candidates(run: Run, store: Path) -> None:
    outcome = run("implements", "38/KH-UBND", "--store", store)

    assert outcome.code == Exit.AMBIGUOUS
    assert LANG_SON in outcome.out
    assert "ubnd-tinh-dong-nai/ke-hoach/2024/38-kh-ubnd" in outcome.out
    assert "Có 2 văn bản" in outcome.err


def test_candidates_come_as_json_too_and_one_of_them_answers(run: Run, store: Path) -> None:
    outcome = run("implements", "38/KH-UBND", "--store", store, "--format", "json", "--lang", "en")
    listed = json.loads(outcome.out)

    assert outcome.code == Exit.AMBIGUOUS
    assert listed["error"] == "ambiguous"
    assert listed["total"] == len(listed["candidates"])
    chosen = next(candidate["id"] for candidate in listed["candidates"] if "lang-son" in candidate["id"])
    assert run("implements", chosen, "--store", store).code == Exit.OK
    assert run("implements", "38/KH-UBND@lang-son@2024", "--store", store).code == Exit.OK


def test_a_number_that_nobody_bears_is_not_found(run: Run, store: Path) -> None:
    outcome = run("chain", "1/XX-YYYY", "--store", store, "--format", "json")

    assert outcome.code == Exit.NOT_FOUND
    assert json.loads(outcome.out)["results"] == []
    assert "1/XX-YYYY" in outcome.err


def test_nobody_in_the_store_is_said_with_what_it_does_not_mean(run: Run, store: Path) -> None:
    outcome = run("implements", "9415/QĐ-BVHTTDL@@2024", "--store", store)
    none = run("implements", "55/KH-UBND", "--store", store)

    assert outcome.code == none.code == Exit.OK
    assert "không có nghĩa là không có ai thực hiện" in none.out


def ends(out: str) -> set[tuple[str, str]]:
    return {(edge["source"]["number"], edge["target"]["number"]) for edge in json.loads(out)["results"]}


def test_a_chain_goes_three_steps_down_and_back_up(run: Run, store: Path) -> None:
    down = ends(run("chain", "957-NQ/TW", "--store", store, "--format", "json").out)
    up = ends(run("chain", "912/KH-SVHTTDL", "--direction", "up", "--store", store, "--format", "json").out)
    steps = {(DECISION, "957-NQ/TW"), ("38/KH-UBND", DECISION), ("912/KH-SVHTTDL", "38/KH-UBND")}

    assert steps <= down
    assert steps <= up


def test_a_chain_stops_at_the_depth_asked_for_and_follows_the_relation_asked_for(
    run: Run, store: Path
) -> None:
    one = json.loads(run("chain", "957-NQ/TW", "--depth", "1", "--store", store, "--format", "json").out)
    amended = run("chain", "9034/2023/NĐ-CP", "--relation", "amends", "--store", store, "--format", "json")

    assert {edge["depth"] for edge in one["results"]} == {1}
    assert ends(amended.out) == {("9077/2024/NĐ-CP", "9034/2023/NĐ-CP")}


def test_a_chain_is_drawn_as_a_tree(run: Run, store: Path) -> None:
    outcome = run("chain", "957-NQ/TW", "--store", store, "--lang", "en")

    assert "├── ← implements Chương trình hành động 77-CTr/TU" in outcome.out
    assert "│   └── ← implements Kế hoạch 142/KH-UBND" in outcome.out


QUERY = "SELECT ?number WHERE { ?i eli:id_local ?number } ORDER BY ?number LIMIT 2"


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_sparql_is_answered_in_each_form(run: Run, store: Path, form: str) -> None:
    outcome = run("query", QUERY, "--store", store, "--format", form)

    assert outcome.code == Exit.OK
    if form == "csv":
        assert [len(row) for row in csv.reader(outcome.out.splitlines())] == [1, 1, 1]
    elif form == "json":
        assert len(json.loads(outcome.out)["results"]["bindings"]) == 2
    else:
        assert "number" in outcome.out


@pytest.mark.parametrize("query", ["SELECT", "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }"])
def test_a_query_that_cannot_run_is_a_usage_error(run: Run, store: Path, query: str) -> None:
    assert run("query", query, "--store", store).code == Exit.USAGE


def test_a_cut_answer_says_so(run: Run, store: Path) -> None:
    outcome = run("query", "SELECT * { ?s ?p ?o }", "--limit", "3", "--store", store, "--format", "csv")

    assert len(outcome.out.splitlines()) == 4
    assert "Kết quả bị cắt" in outcome.err
