"""Which of the things that are said of an instrument stands."""

from __future__ import annotations

import numpy as np
import pytest

from kg.index.votes import votes

WORDS = dict(enumerate(["A", "B", "BB", "C", "Ă"]))
Said = list[tuple[str, bool]]


@pytest.mark.parametrize(
    ("said", "longest", "best", "most_said"),
    [
        ([("C", False)], False, "C", {"C"}),
        ([("C", False), ("A", False), ("C", False)], False, "C", {"C"}),
        # As often: the first in order, or the longest and then the first.
        ([("B", False), ("A", False), ("Ă", False)], False, "A", {"A", "B", "Ă"}),
        ([("A", False), ("BB", False)], True, "BB", {"A", "BB"}),
        ([("C", False), ("B", False)], True, "B", {"B", "C"}),
        ([("BB", False), ("A", False), ("A", False)], True, "A", {"A"}),
        # The instrument's own text is right, however many say otherwise.
        ([("A", False), ("A", False), ("C", True)], False, "C", {"C"}),
        ([("A", False), ("A", True), ("C", True), ("A", False)], False, "A", {"A", "C"}),
    ],
)
def test_what_is_said_of_an_instrument(said: Said, longest: bool, best: str, most_said: set[str]) -> None:
    numbers = {word: number for number, word in WORDS.items()}
    # Another instrument on each side, of which other things are said.
    rows = [(0, "C", True), *((1, word, own) for word, own in said), (2, "B", False)]
    nodes, values, own = (np.array(column) for column in zip(*rows, strict=True))
    values = np.array([numbers[str(value)] for value in values])
    found = votes(nodes, values, np.ones(len(rows), dtype=np.int32), own, WORDS, longest=longest)
    assert best_of(*found.best) == {0: ["C"], 1: [best], 2: ["B"]}
    assert {node: set(words) for node, words in best_of(*found.most_said).items()} == {
        0: {"C"},
        1: most_said,
        2: {"B"},
    }


def test_what_was_counted_before_counts_so_often() -> None:
    nodes, values = np.array([1, 1, 1, 1]), np.array([0, 3, 0, 1])
    found = votes(nodes, values, np.array([2, 4, 3, 1]), np.zeros(4, dtype=bool), WORDS)
    assert (best_of(*found.best), found.counts.tolist()) == ({1: ["A"]}, [5, 4, 1])


def test_nothing_is_said() -> None:
    nothing = np.array([], dtype=np.int64)
    found = votes(nothing, nothing, nothing, nothing.astype(bool), {})
    assert best_of(*found.best) == best_of(*found.most_said) == {}


def best_of(nodes: np.ndarray, values: np.ndarray) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for node, value in zip(nodes.tolist(), values.tolist(), strict=True):
        found.setdefault(node, []).append(WORDS[value])
    return found
