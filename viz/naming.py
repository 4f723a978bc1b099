"""How an instrument is named to a person, the same in a table, on a page and in a picture."""

from __future__ import annotations

from kg.models import InstrumentRef
from viz.language import Messages
from viz.pages import vietnamese_date
from viz.text import plain


def short_name(instrument: InstrumentRef, say: Messages) -> str:
    """Type and number, or the title where there is no number. Example: `Kế hoạch 3461/KH-UBND`."""
    kind = instrument.type or say("pages.name.document")
    if instrument.number:
        return plain(f"{kind} {instrument.number}")
    if instrument.title:
        title = instrument.title
        return plain(title if title.casefold().startswith(kind.casefold()) else f"{kind} {title}")
    if instrument.issuer:
        return plain(say("pages.name.unnumbered", kind=kind, issuer=instrument.issuer))
    return plain(kind)


def facts(instrument: InstrumentRef) -> str:
    """Issuer and date, as far as known and not in the name. Example: `Tỉnh ủy Lạng Sơn · 23/01/2014`."""
    named = not (instrument.number or instrument.title)
    day = vietnamese_date(instrument.date) or (str(instrument.year) if instrument.year else "")
    return " · ".join(plain(part) for part in ("" if named else instrument.issuer or "", day) if part)


def full_name(instrument: InstrumentRef, say: Messages) -> str:
    """Short name and facts on one line."""
    return " · ".join(part for part in (short_name(instrument, say), facts(instrument)) if part)


def property_name(iri: str, say: Messages) -> str:
    """What a property of an instrument is called; one that has no name here goes by its local name."""
    local = iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    key = f"pages.property.{local}"
    return say(key) if say.has(key) else local
