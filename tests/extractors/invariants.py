"""What holds of every extraction, whatever the text."""

from __future__ import annotations

from extractors.models import SELF, Extraction

FAR = 7_000
"""How far (characters) a citation in a footnote may stand from the sentence that bears its mark, and more."""


def check(extraction: Extraction) -> None:
    """Spans quote the text, ids are unique, sources exist and are others, confidence is a share."""
    text = extraction.text
    ids = {c.id for c in extraction.citations}
    assert len(ids) == len(extraction.citations)
    for citation in extraction.citations:
        assert 0 <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end] == citation.text
        assert citation.source in {SELF, *ids} - {citation.id}
        assert 0 < citation.confidence <= 1
        assert citation.rules
        evidence = citation.evidence
        assert 0 <= evidence.start < evidence.end <= len(text)
        assert evidence.text
        within = evidence.start <= citation.start and citation.end <= evidence.end
        assert within or (citation.place or "").startswith("chú thích")
