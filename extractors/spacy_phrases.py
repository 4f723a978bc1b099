"""A spaCy component that marks the names of bodies and the words that relate instruments.

    nlp = spacy.blank("xx")
    nlp.add_pipe("danchieu_phrases")
    doc = nlp("Căn cứ Nghị định số 80/2017/NĐ-CP của Chính phủ")
    [(span.text, span.label_) for span in doc.spans["cues"]]      # [("Căn cứ", "based_on")]
    [(span.text, span.kb_id_) for span in doc.spans["bodies"]]    # [("Chính phủ", "Chính phủ")]

It is for looking into texts and for training: the names and phrases of the tables, found on tokens by spaCy's
own PhraseMatcher, whatever the case. Citations come from `extractors.spacy`, which works on characters.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

import ontology
from ontology.cues import cues

BODIES_KEY, CUES_KEY = "bodies", "cues"


class PhraseMarker:
    """Sets `doc.spans["bodies"]` (label: kind, kb_id: full name) and `doc.spans["cues"]` (label: relation).

    Of phrases that overlap the longest is kept. Local bodies are in the tables by pattern and are found by
    their bare name: "Ủy ban nhân dân" without its province.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self._bodies = _matcher(nlp, _names_of_bodies())
        self._cues = _matcher(nlp, ((cue.phrase, cue.relation, "") for cue in cues()))

    def __call__(self, doc: Doc) -> Doc:
        for key, (matcher, meaning) in ((BODIES_KEY, self._bodies), (CUES_KEY, self._cues)):
            found = (
                Span(doc, start, end, label=meaning[match][0], kb_id=meaning[match][1])
                for match, start, end in matcher(doc)
            )
            doc.spans[key] = filter_spans(span for span in found if not _in_number(span))
        return doc


def _in_number(span: Span) -> bool:
    """Whether the words are a sign in a số ký hiệu: "CP" in "80/2017/NĐ-CP"."""
    before = span.doc.text[span.start_char - 1 : span.start_char] if span.start_char else ""
    return before in ("-", "/")


def _names_of_bodies() -> Iterable[tuple[str, str, str]]:
    """(name as written, kind, full name) of every body."""
    for body in ontology.bodies():
        for name in (body.name, *body.aliases):
            yield name, body.kind, body.name
    for pattern in ontology.body_patterns():
        bare = pattern.name.partition(" {")[0]
        for name in (bare, *pattern.aliases):
            yield name, pattern.kind, bare


def _matcher(
    nlp: Language, phrases: Iterable[tuple[str, str, str]]
) -> tuple[PhraseMatcher, dict[int, tuple[str, str]]]:
    """A matcher of the phrases, and by match what each means; of one phrase the first in the table counts."""
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    meaning: dict[int, tuple[str, str]] = {}
    for phrase, label, full in phrases:
        match = nlp.vocab.strings.add(phrase.lower())
        if match not in meaning:
            meaning[match] = (label, full)
            matcher.add(phrase.lower(), [nlp.make_doc(phrase)])
    return matcher, meaning


@Language.factory("danchieu_phrases", assigns=["doc.spans"])
def make_component(nlp: Language, name: str) -> PhraseMarker:
    """The factory behind `nlp.add_pipe("danchieu_phrases")` (entry point `spacy_factories`)."""
    return PhraseMarker(nlp, name)
