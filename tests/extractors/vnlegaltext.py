"""VNLegalText's validation set as a check of recall and typing that nobody here made.

Its sentences are word-segmented (blanks around punctuation); some still hold raw `<L rel="none">` tags. The
tags are taken out and the labels' offsets moved along. A label is recalled by a citation that covers at least
half of the union of both; its type is right where the citation's type word is the label's.

    python -m tests.extractors.vnlegaltext      print the figures and every label that is missed or mistyped
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.models import Citation
from extractors.pipeline import extract

SOURCE = Path(__file__).resolve().parents[3] / "shared" / "thirdparty" / "vnlegaltext-val.json"
WRONG_LABELS = Path(__file__).with_name("vnlegaltext-wrong-labels.csv")
TYPES = {
    "L": "Luật",
    "BL": "Bộ luật",
    "PL": "Pháp lệnh",
    "HP": "Hiến pháp",
    "NĐ": "Nghị định",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
}
TAG = re.compile(r"</?(?:TTLT|TT|NĐ|NQ|QĐ|BL|PL|HP|L)(?:\s+rel=\"\w*\")?>\s?")


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled citation: the sentence's index, the span in the text without tags, and its type word.

    `raw` is the span in the sentence as it was published.
    """

    index: int
    start: int
    end: int
    type: str
    raw: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without tags, with its labels."""

    index: int
    text: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A label and the citation that recalls it, if one does."""

    sentence: Sentence
    label: Label
    citation: Citation | None

    @property
    def text(self) -> str:
        return self.sentence.text[self.label.start : self.label.end]

    @property
    def typed(self) -> bool:
        return self.citation is not None and self.citation.type == self.label.type


def untagged(text: str) -> tuple[str, list[int]]:
    """The text without tags, and for each raw offset (and the end) where it stands in it."""
    kept: list[str] = []
    places: list[int] = []
    at = size = 0
    for tag in TAG.finditer(text):
        kept.append(text[at : tag.start()])
        places.extend(range(size, size + tag.start() - at))
        size += tag.start() - at
        places.extend([size] * (tag.end() - tag.start()))
        at = tag.end()
    kept.append(text[at:])
    places.extend(range(size, size + len(text) - at + 1))
    return "".join(kept), places


def sentences(source: Path = SOURCE) -> Iterator[Sentence]:
    """Every sentence of the set with all its labels (some citations are labelled twice, with other ends)."""
    for index, record in enumerate(json.loads(source.read_text(encoding="utf-8"))):
        text, places = untagged(record["text"])
        labels = (
            Label(index, places[start], places[end], TYPES[short], (start, end))
            for start, end, short in record["spans"]
        )
        yield Sentence(index, text, tuple(labels))


def covers(label: Label, citation: Citation) -> float:
    """The share of the union of both spans that they have in common."""
    both = min(label.end, citation.end) - max(label.start, citation.start)
    return both / (max(label.end, citation.end) - min(label.start, citation.start))


def judge(sentence: Sentence, citations: Iterable[Citation]) -> Iterator[Outcome]:
    """The best citation for each label; of equal ones, one of the label's type."""
    found = tuple(citations)
    for label in sentence.labels:
        near = [c for c in found if covers(label, c) >= 0.5]
        best = max(near, key=lambda c: (c.type == label.type, covers(label, c)), default=None)
        yield Outcome(sentence, label, best)


def outcomes(source: Path = SOURCE) -> list[Outcome]:
    """Every label of the set with what the extractor makes of it."""
    return [o for s in sentences(source) for o in judge(s, extract(s.text).citations)]


def wrong_labels() -> dict[tuple[int, int, int], str]:
    """The labels found to be wrong by hand: (sentence, raw start, raw end) → reason."""
    with WRONG_LABELS.open(encoding="utf-8", newline="") as file:
        return {
            (int(row["index"]), int(row["start"]), int(row["end"])): row["reason"]
            for row in csv.DictReader(file)
        }


def shares(judged: Iterable[Outcome]) -> tuple[int, float, float]:
    """How many labels, the share that is recalled, and the share of those whose type is right."""
    every = list(judged)
    recalled = [o for o in every if o.citation]
    return len(every), len(recalled) / len(every), sum(o.typed for o in recalled) / len(recalled)


def sound(judged: Iterable[Outcome]) -> list[Outcome]:
    """The outcomes of the labels that are not named as wrong."""
    named = wrong_labels()
    return [o for o in judged if (o.label.index, *o.label.raw) not in named]


def main() -> None:
    every = outcomes()
    for name, judged in (("as published", every), ("without the wrong labels", sound(every))):
        print("{}: {} labels, recall {:.4f}, type {:.4f}".format(name, *shares(judged)))
    for outcome in sound(every):
        if not outcome.typed:
            label = outcome.label
            what = "missed" if outcome.citation is None else f"read as {outcome.citation.type}"
            print(label.index, label.raw, label.type, what, repr(outcome.text), sep=" | ")


if __name__ == "__main__":
    main()
