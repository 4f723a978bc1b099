"""A spaCy component that marks the citations of a document.

    import spacy
    nlp = spacy.blank("vi")            # needs pyvi; spacy.blank("xx") needs nothing
    nlp.add_pipe("danchieu_citations")
    doc = nlp("Căn cứ Nghị định số 80/2017/NĐ-CP ngày 17/7/2017 của Chính phủ.")
    doc.spans["citations"][0]._.citation["number"]     # "80/2017/NĐ-CP"

Tokens are only where spans are shown: Vietnamese segmenters cut "30/2020/NĐ-CP" into pieces, so citations are
found on the text itself and `span._.citation` keeps their exact character offsets. The span group is aligned
to the tokens that hold them. All of it is plain data, so that it is stored with the Doc.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.gold import to_gold
from extractors.pipeline import extract

SPANS_KEY = "citations"
RECORDS_KEY = "danchieu_citations"
"""Where the records lie in `Doc.user_data`; `span._.citation` looks its own up there by character range."""


def _record(span: Span) -> dict[str, Any] | None:
    records: dict[str, dict[str, Any]] = span.doc.user_data.get(RECORDS_KEY, {})
    return records.get(span.id_)


def _head(doc: Doc) -> dict[str, Any] | None:
    head: dict[str, Any] | None = doc.user_data.get(f"{RECORDS_KEY}_head")
    return head


def register_extensions() -> None:
    """Make `span._.citation` and `doc._.citation_head` known to spaCy; again and again does no harm."""
    if not Span.has_extension("citation"):
        Span.set_extension("citation", getter=_record)
    if not Doc.has_extension("citation_head"):
        Doc.set_extension("citation_head", getter=_head)


class CitationMarker:
    """Sets `doc.spans[spans_key]` to the citations of a Doc: labels are types, ids those of the annotations.

    A citation inside another (a law in an amending law's title) has a span of its own.
    """

    def __init__(self, name: str, spans_key: str) -> None:
        self.name = name
        self.spans_key = spans_key
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        found = to_gold(extract(doc.text), "")
        doc.user_data[f"{RECORDS_KEY}_head"] = found["document"]
        doc.user_data[RECORDS_KEY] = {record["id"]: record for record in found["citations"]}
        spans = []
        for record in found["citations"]:
            span = doc.char_span(
                record["start"],
                record["end"],
                label=record["type"],
                span_id=record["id"],
                alignment_mode="expand",
            )
            if span is not None:
                spans.append(span)
        doc.spans[self.spans_key] = spans
        return doc


def drawing(doc: Doc, spans_key: str = SPANS_KEY) -> dict[str, Any]:
    """The citations of a Doc for `displacy.render(…, style="ent", manual=True)`, at their exact characters.

    The label of each is its relation. displaCy draws no mark inside another: of nested citations the outer
    one is drawn.
    """
    marks: list[dict[str, Any]] = []
    for record in sorted((span._.citation for span in doc.spans[spans_key]), key=_from_outside):
        if not marks or record["start"] >= marks[-1]["end"]:
            marks.append({"start": record["start"], "end": record["end"], "label": record["relation"]})
    return {"text": doc.text, "ents": marks, "title": None}


def _from_outside(record: dict[str, Any]) -> tuple[int, int]:
    return record["start"], -record["end"]


register_extensions()


@Language.factory("danchieu_citations", default_config={"spans_key": SPANS_KEY}, assigns=["doc.spans"])
def make_component(nlp: Language, name: str, spans_key: str) -> CitationMarker:
    """The factory behind `nlp.add_pipe("danchieu_citations")` (entry point `spacy_factories`)."""
    return CitationMarker(name, spans_key)
