"""Matching and figures: hand-made cases, and agreement with the scorer that came with the guide."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extractors.figures import Figures, Report
from extractors.matching import likeness, number_key, pair, places, same_instrument, title_key, year_of
from extractors.scoring import ScoringError, evaluate

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold is not beside the project")

Record = dict[str, Any]


def record(ident: str, start: int, text: str, **fields: Any) -> Record:
    base = {"id": ident, "start": start, "end": start + len(text), "text": text, "kind": "numbered"}
    return {**base, "type": "Quyết định", "relation": "implements", "from": "self", **fields}


def entry(*citations: Record, **more: Any) -> Record:
    return {"file": "a.txt", "document": {}, "citations": list(citations), "not_citations": [], **more}


def scored(gold: list[Record], predicted: list[Record], **more: Any) -> Report:
    return evaluate([entry(*gold, **more)], [entry(*predicted)])


NUMBERED = record("g1", 10, "Quyết định số 12/QĐ-TTg", number="12/QĐ-TTg", issuer="Thủ tướng Chính phủ")


@pytest.mark.parametrize(
    ("gold", "prediction", "same"),
    [
        ({"number": "05-CT/TW"}, {"number": "5-CT/TƯ"}, True),
        ({"number": "12/QĐ-TTg"}, {"number": "12/QÐ-TTg"}, True),
        ({"number": "12/QĐ-TTg"}, {"number": "13/QĐ-TTg"}, False),
        ({"number": "12/QĐ-TTg", "date": "2020-01-02"}, {"number": "12/QĐ-TTg", "year": 2021}, False),
        ({"number": "80/2017/NĐ-CP"}, {"number": "80/2017/NĐ-CP", "date": "2017-07-17"}, True),
        ({"kind": "law", "title": "Luật Giáo dục"}, {"title": "Luật Giáo dục 2019"}, True),
        ({"kind": "law", "title": "Luật Giáo dục"}, {"title": "Luật Giáo dục đại học"}, False),
        (
            {"kind": "law", "title": "Luật Giáo dục", "number": "43/2019/QH14"},
            {"title": "Luật Giáo dục"},
            True,
        ),
        ({"kind": "numbered", "number": "43/2019/QH14"}, {"title": "Luật Giáo dục"}, False),
        ({"kind": "named", "title": "Xây dựng xã hội học tập"}, {"title": "“Xây dựng xã hội học tập”"}, True),
        ({"kind": "named", "title": "Xây dựng xã hội học tập"}, {"title": "giảm nghèo bền vững"}, False),
        ({"kind": "named", "text": "Đề án 06"}, {"title": "Đề án 06"}, True),
    ],
)
def test_names_are_compared_as_instruments(gold: Record, prediction: Record, same: bool) -> None:
    assert same_instrument({"kind": "numbered", **gold}, prediction) is same


@pytest.mark.parametrize(
    ("number", "key"),
    [(" 051- KL/TW", "51-KL/TW"), ("51-KL/TƯ", "51-KL/TW"), ("12/QÐ-ttg", "12/QĐ-TTG"), (None, "")],
)
def test_number_keys(number: str | None, key: str) -> None:
    assert number_key(number) == key


def test_title_keys_drop_punctuation_and_write_out_short_forms() -> None:
    assert title_key("“Khoá XI” (TP Huế)") == "khóa xi thành phố huế"


def test_the_year_comes_from_date_year_or_number() -> None:
    assert year_of({"date": "2020-05-01", "year": 2019}) == "2020"
    assert year_of({"year": 2019}) == "2019"
    assert year_of({"number": "80/2017/NĐ-CP"}) == "2017"
    assert year_of({"number": "2021/KH-UBND"}) is None


def test_likeness_of_titles() -> None:
    assert likeness("a b c d", "a b c d") == 1.0
    assert likeness("a b", "c d") == 0.0
    assert likeness("", "") == 0.0


def test_places_are_bare_and_in_any_order() -> None:
    written = [{"section": "Mục 2"}, {"article": "Điều 5", "clause": "2", "point": ""}]
    assert places(written) == places([{"clause": "2", "article": "5"}, {"section": "2"}])
    assert places({"article": "5"}) != places({"article": "6"})
    assert places(None) == []


def test_an_exact_span_wins_over_a_larger_overlap() -> None:
    near = {**NUMBERED, "id": "p1", "start": 9}
    same = {**NUMBERED, "id": "p2"}
    assert pair([NUMBERED], [near, same]) == [(NUMBERED, same)]


def test_a_prediction_answers_only_one_gold_record() -> None:
    twin = {**NUMBERED, "id": "g2"}
    report = scored([NUMBERED, twin], [{**NUMBERED, "id": "p1"}])
    assert report.lenient == Figures(right=1, wrong=0, missing=1)


@pytest.mark.parametrize(
    ("shift", "lenient", "strict"),
    [(0, 1, 1), (4, 1, 0), (16, 0, 0)],
    ids=["same span", "half of the union", "too far"],
)
def test_strict_and_lenient(shift: int, lenient: int, strict: int) -> None:
    moved = {**NUMBERED, "id": "p", "start": NUMBERED["start"] + shift, "end": NUMBERED["end"]}
    report = scored([NUMBERED], [moved])
    assert (report.lenient.right, report.strict.right) == (lenient, strict)


def test_fields_count_only_where_the_gold_gives_them() -> None:
    report = scored([NUMBERED], [{**NUMBERED, "id": "p", "issuer": "Chính phủ", "date": "2020-01-01"}])
    assert report.fields["issuer"].value == 0.0
    assert report.fields["date"].value is None
    assert report.unsupported.value == 1.0
    assert report.full.value == 0.0
    assert [e.what for e in report.errors] == ["issuer"]


def test_accepted_readings_count_as_well() -> None:
    gold = {**NUMBERED, "accept": [{"relation": "cites"}, {"end": 20}]}
    report = scored([gold], [{**NUMBERED, "id": "p", "relation": "cites", "end": 20}])
    assert report.relation.value == 1.0
    assert report.strict.right == 1
    assert report.edges == Figures(right=1, wrong=0, missing=0)


def test_an_inverse_edge_runs_the_other_way() -> None:
    law = record("g2", 50, "Luật số 48/2014/QH13", number="48/2014/QH13", relation="amends", inverse=True)
    law["from"] = "g1"
    turned = {**law, "id": "p2", "from": "p1"}
    assert scored([NUMBERED, law], [{**NUMBERED, "id": "p1"}, turned]).edges.f1 == 1.0
    straight = {**turned, "inverse": False}
    assert scored([NUMBERED, law], [{**NUMBERED, "id": "p1"}, straight]).edges.right == 1


def test_optional_mentions_are_neither_right_nor_wrong() -> None:
    left_open = {**NUMBERED, "optional": True}
    assert scored([left_open], [{**NUMBERED, "id": "p"}]).lenient == Figures(0, 0, 0)
    assert scored([left_open], []).lenient == Figures(0, 0, 0)
    listed = scored([], [{**NUMBERED, "id": "p"}], optional=[{"start": 12, "end": 20}])
    assert listed.lenient == Figures(0, 0, 0)


def test_a_prediction_on_a_trap_is_named() -> None:
    trap = {"start": 0, "end": 15, "text": "Kế hoạch này", "why": "the document itself"}
    report = scored([], [{**NUMBERED, "id": "p"}], not_citations=[trap])
    assert report.traps == 1
    assert report.errors[0].what == "trap"


def test_sure_predictions() -> None:
    wrong = record("p2", 200, "Thông tư số 1/2020/TT-BNV", number="1/2020/TT-BNV", confidence=0.95)
    report = scored([NUMBERED], [{**NUMBERED, "id": "p1", "confidence": 0.9}, wrong])
    assert report.sure_right.value == 0.5
    assert report.right_sure.value == 1.0


def test_the_head_is_scored_where_the_gold_gives_it() -> None:
    gold = {**entry(), "document": {"type": "Quyết định", "number": "1/QĐ-TTg", "date": None}}
    wrong = {**entry(), "document": {"type": "QUYẾT ĐỊNH", "number": "2/QĐ-TTg"}}
    report = evaluate([gold], [wrong])
    assert (report.head.part, report.head.whole) == (1, 2)


def test_a_document_without_prediction_is_an_error() -> None:
    report = evaluate([entry(NUMBERED)], [])
    assert [e.what for e in report.errors] == ["no prediction", "missed"]


def test_nothing_to_score_is_no_division_by_zero() -> None:
    report = evaluate([], [])
    assert dict(report.rows())["lenient_f1"] == 1.0
    assert dict(report.rows())["relation_acc"] is None


@pytest.mark.parametrize("broken", [{"relation": "likes"}, {"from": "nowhere"}, {"id": None}])
def test_a_record_that_cannot_be_scored_is_named(broken: Record) -> None:
    with pytest.raises(ScoringError, match=r"a\.txt"):
        scored([NUMBERED], [{**NUMBERED, **broken}])


# Agreement with the scorer of the guide, on predictions that err in every way


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", SHARED / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def perturbed(gold: list[Record], seed: int) -> list[Record]:
    """Predictions made from the gold: some lost, some doubled, spans and fields changed."""
    rng = random.Random(seed)
    predicted = copy.deepcopy(gold)
    for document in predicted:
        kept = [c for c in document["citations"] if rng.random() > 0.1]
        ids = {c["id"] for c in kept}
        for n, citation in enumerate(kept):
            citation["confidence"] = rng.choice([0.5, 0.9, 0.95])
            if citation["from"] not in ids or rng.random() < 0.1:
                citation["from"] = "self"
            change = rng.choice(
                ["none", "start", "end", "relation", "date", "issuer", "number", "title", "inverse"]
            )
            if change == "start":
                citation["start"] += rng.randint(1, 30)
            elif change == "end":
                citation["end"] += rng.randint(-9, 60)
            elif change == "relation":
                citation["relation"] = rng.choice(["cites", "implements", "based_on", "amends"])
            elif change == "date":
                citation["date"] = rng.choice(["2019-01-01", None])
            elif change == "issuer":
                citation["issuer"] = "Chính phủ"
            elif change == "number":
                citation["number"] = rng.choice([None, "1/QĐ-TTg", f"0{citation.get('number')}"])
            elif change == "title":
                citation["title"] = (citation.get("title") or citation["text"]) + " thêm chữ"
            elif change == "inverse":
                citation["inverse"] = not citation.get("inverse")
            if rng.random() < 0.05:
                kept.append({**citation, "id": f"extra-{n}", "start": citation["start"] + rng.randint(0, 5)})
        for n, trap in enumerate(document["not_citations"]):
            if rng.random() < 0.1:
                kept.append({**trap, "id": f"trap-{n}", "relation": "cites", "from": "self"})
        document["citations"] = kept
    return predicted


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("name", ["seeds", "central"])
@pytest.mark.parametrize("seed", range(5))
def test_agrees_with_the_scorer_of_the_guide(name: str, seed: int) -> None:
    gold = json.loads((SHARED / f"{name}.json").read_text(encoding="utf-8"))
    predicted = perturbed(gold, seed)
    theirs = reference()
    n, kinds, errors = theirs.score(copy.deepcopy(gold), copy.deepcopy(predicted))
    expected = theirs.report(n, kinds)
    report = evaluate(gold, predicted)
    ours = report.as_dict()
    assert {k: v for k, v in ours.items() if k != "kinds"} == pytest.approx(
        {k: v for k, v in expected.items() if k != "kinds"}
    )
    assert {k: pytest.approx(v) for k, v in ours["kinds"].items()} == expected["kinds"]
    assert sorted(e.what for e in report.errors) == sorted(e[1] for e in errors)


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("name", ["seeds", "central"])
def test_the_gold_scores_itself_perfectly(name: str) -> None:
    gold = json.loads((SHARED / f"{name}.json").read_text(encoding="utf-8"))
    report = evaluate(gold, gold)
    assert report.lenient.f1 == report.strict.f1 == report.edges.f1 == 1.0
    assert report.errors == ()
