"""Recall and typing on VNLegalText's validation set, and the harness that measures them."""

from __future__ import annotations

import pytest

from extractors.models import Citation, Evidence
from tests.extractors import vnlegaltext
from tests.extractors.vnlegaltext import Label, Sentence, judge, untagged

RECALL = 0.985
TYPE = 0.99
needs_shared = pytest.mark.skipif(
    not vnlegaltext.SOURCE.is_file(), reason="the shared third-party sentences are not beside the project"
)


def citation(start: int, end: int, type_: str) -> Citation:
    return Citation(
        "c1", start, end, "", "law", type_, "cites", Evidence(start, end, ""), confidence=0.5, rules=()
    )


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('Luật sửa đổi <L rel="none"> Luật Giáo dục </L> .', "Luật sửa đổi Luật Giáo dục ."),
        ('<NĐ rel="DaC">Nghị định số 1</NĐ>', "Nghị định số 1"),
        ("a < b và c > d", "a < b và c > d"),
    ],
)
def test_tags_are_taken_out(raw: str, text: str) -> None:
    assert untagged(raw)[0] == text


def test_offsets_follow_the_text_when_tags_go() -> None:
    raw = 'sửa đổi <L rel="none"> Luật Giáo dục </L> .'
    text, places = untagged(raw)
    start, end = raw.index("Luật"), raw.index(" </L>")
    assert text[places[start] : places[end]] == "Luật Giáo dục"
    assert len(places) == len(raw) + 1
    assert places[len(raw)] == len(text)


@pytest.mark.parametrize(
    ("citations", "type_"),
    [
        ([citation(0, 10, "Luật")], "Luật"),
        ([citation(0, 5, "Luật")], "Luật"),
        ([citation(0, 4, "Luật")], None),
        ([citation(0, 10, "Bộ luật"), citation(0, 9, "Luật")], "Luật"),
        ([], None),
    ],
    ids=["same span", "half", "less than half", "the one of its type", "nothing"],
)
def test_a_label_is_recalled_by_half_of_the_union(citations: list[Citation], type_: str | None) -> None:
    sentence = Sentence(0, "x" * 20, (Label(0, 0, 10, "Luật", (0, 10)),))
    outcome = next(judge(sentence, citations))
    assert (outcome.citation.type if outcome.citation else None) == type_


@needs_shared
@pytest.mark.shared
def test_labels_are_recalled_and_typed() -> None:
    _, recall, typed = vnlegaltext.shares(vnlegaltext.sound(vnlegaltext.outcomes()))
    assert recall >= RECALL
    assert typed >= TYPE


@needs_shared
@pytest.mark.shared
def test_labels_called_wrong_are_labels_of_the_set() -> None:
    known = {(s.index, *label.raw) for s in vnlegaltext.sentences() for label in s.labels}
    assert vnlegaltext.wrong_labels().keys() <= known
    assert all(vnlegaltext.wrong_labels().values())
