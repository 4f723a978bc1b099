"""Bibliographies: CSL-JSON (with a style of ours for Vietnamese instruments), RIS and BibTeX."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from kg.errors import Language
from kg.export.selection import Selection
from kg.export.tables import name_of
from kg.models import InstrumentRef

CSL_STYLE = Path(__file__).parent / "styles" / "van-ban-viet-nam.csl"
"""The CSL style by which reference managers set Vietnamese instruments as Vietnamese documents do."""

_BIBTEX_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#",
        "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip


def write_csl(selection: Selection, language: Language = "vi") -> bytes:
    """CSL-JSON, one item an instrument, type `legislation`; the stamp stands in each note."""
    note = selection.stamp.line(language)
    items = [_csl_item(instrument, note) for instrument in selection.instruments]
    return json.dumps(items, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _csl_item(instrument: InstrumentRef, note: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": instrument.id,
        "type": "legislation",
        "title": instrument.title or name_of(instrument),
        "genre": instrument.type,
        "number": instrument.number,
        "authority": instrument.issuer,
        "language": "vi",
        "URL": instrument.iri,
        "note": note,
    }
    if parts := _date_parts(instrument):
        item["issued"] = {"date-parts": [parts]}
    return {name: value for name, value in item.items() if value is not None}


def _date_parts(instrument: InstrumentRef) -> list[int]:
    if instrument.date and re.fullmatch(r"\d{4}(-\d{2}){0,2}", instrument.date):
        return [int(part) for part in instrument.date.split("-")]
    return [instrument.year] if instrument.year else []


def write_ris(selection: Selection, language: Language = "vi") -> bytes:
    """RIS, type STAT: title, number (M1), issuer (PB), day (DA) and year, address, and the stamp (N1)."""
    lines: list[str] = []
    for instrument in selection.instruments:
        parts = _date_parts(instrument)
        fields = (
            ("TY", "STAT"),
            ("TI", instrument.title or name_of(instrument)),
            ("M3", instrument.type),
            ("M1", instrument.number),
            ("PB", instrument.issuer),
            ("PY", str(parts[0]) if parts else None),
            ("DA", "/".join(f"{part:02d}" for part in parts) + "/" if len(parts) == 3 else None),
            ("LA", "vi"),
            ("ID", instrument.id),
            ("UR", instrument.iri),
            ("N1", selection.stamp.line(language)),
        )
        lines += [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
        lines += ["ER  - ", ""]
    return "\r\n".join(lines).encode("utf-8", "replace")


def write_bibtex(selection: Selection, language: Language = "vi") -> bytes:
    """BibTeX in UTF-8, entries of type `misc` with keys made of the ids; the stamp is a comment above."""
    out = [f"% {' '.join(line.split())}" for line in selection.stamp.lines(language)]
    for instrument in selection.instruments:
        parts = _date_parts(instrument)
        fields = {
            "title": instrument.title or name_of(instrument),
            "author": f"{{{instrument.issuer}}}" if instrument.issuer else None,
            "howpublished": " ".join(filter(None, (instrument.type, instrument.number))) or None,
            "number": instrument.number,
            "year": str(parts[0]) if parts else None,
            "date": instrument.date,
            "url": instrument.iri,
            "language": "vietnamese",
        }
        key = re.sub(r"[^a-z0-9-]+", ":", instrument.id)
        body = [f"  {name} = {{{_tex(name, value)}}}" for name, value in fields.items() if value]
        out.append(f"@misc{{{key},\n" + ",\n".join(body) + "\n}")
    return ("\n\n".join(out) + "\n").encode("utf-8", "replace")


def _tex(name: str, value: str) -> str:
    if name == "author":  # its braces are ours: the body is one name, not first and last names
        return "{" + _plain(value[1:-1]) + "}"
    return value if name == "url" else _plain(value)


def _plain(value: str) -> str:
    return " ".join(value.split()).translate(_BIBTEX_SPECIAL)
