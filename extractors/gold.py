"""An extraction in the schema of the annotation guide, for scoring and for other programs."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from extractors.models import Citation, Extraction, Head, Pinpoint

HEAD_FIELDS = tuple(field.name for field in fields(Head))
PINPOINT_FIELDS = tuple(field.name for field in fields(Pinpoint))


def to_gold(extraction: Extraction, file_name: str) -> dict[str, Any]:
    """One object of the guide's list: `file`, `document`, `citations` with confidence and evidence."""
    head = extraction.head
    document = {name: getattr(head, name) for name in HEAD_FIELDS}
    kept = {
        key: value
        for key, value in document.items()
        if value is not None or key in ("type", "number", "issuer", "date")
    }
    return {"file": file_name, "document": kept, "citations": [_citation(c) for c in extraction.citations]}


def _citation(citation: Citation) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": citation.id,
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "kind": citation.kind,
        "type": citation.type,
    }
    for name in ("number", "date", "year", "issuer", "issuer_as_written", "term", "title"):
        value = getattr(citation, name)
        if value is not None:
            record[name] = value
    if citation.pinpoints:
        pins = [_pinpoint(p) for p in citation.pinpoints]
        record["pinpoint"] = pins[0] if len(pins) == 1 else pins
        if citation.pinpoint_scope:
            record["pinpoint_scope"] = citation.pinpoint_scope
    record["relation"] = citation.relation
    record["from"] = citation.source
    if citation.inverse:
        record["inverse"] = True
    if citation.place:
        record["place"] = citation.place
    evidence = citation.evidence
    record["evidence"] = {"start": evidence.start, "end": evidence.end, "text": evidence.text}
    record["confidence"] = citation.confidence
    record["rules"] = list(citation.rules)
    return record


def _pinpoint(pin: Pinpoint) -> dict[str, str]:
    return {name: value for name in PINPOINT_FIELDS if (value := getattr(pin, name)) is not None}
