"""Patterns made of lists of phrases."""

from __future__ import annotations

import re

import pytest

import ontology
from extractors.phrases import by_first_letter, spaced, words_of


@pytest.mark.parametrize("text", ["Kế hoạch", "Kế\nhoạch", "Kế  hoạch"])
def test_any_blank_may_stand_between_the_words(text: str) -> None:
    assert re.fullmatch(spaced("Kế hoạch"), text)


def test_marks_in_a_phrase_mean_themselves() -> None:
    assert re.fullmatch(spaced("t.p."), "t.p.")
    assert not re.fullmatch(spaced("t.p."), "taps")


@pytest.mark.parametrize("phrase", ["Quy chế", "Quy định", "Kế hoạch"])
def test_a_pattern_of_phrases_matches_each_of_them(phrase: str) -> None:
    assert re.fullmatch(by_first_letter(["Quy định", "Kế hoạch", "Quy chế"]), phrase)


def test_the_longest_of_two_phrases_is_taken() -> None:
    match = re.match(words_of("unit"), "thị trấn")
    assert match is not None
    assert match[0] == "thị trấn"


@pytest.mark.parametrize("word", ontology.words("officer"), ids=lambda word: word.word)
def test_every_word_of_a_role_is_matched(word: ontology.Word) -> None:
    assert re.fullmatch(words_of("officer"), word.word)
