"""A document's headings and footnotes for its page, in raw offsets."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.furniture import find_furniture
from extractors.models import Section
from extractors.pipeline import read_flow
from extractors.structure import read_structure
from extractors.text import plain_text

LONGEST = 400_000
"""A longer text is shown without outline and footnotes, so that its page comes at once."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number, where it starts, and where its mark stands in the body, if that was found."""

    number: int
    start: int
    mark: int | None


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings and footnotes of one text, each in the order of the text."""

    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()


def outline(text: str) -> Outline:
    """Headings and footnotes as extraction reads them."""
    if len(text) > LONGEST:
        return Outline()
    plain = plain_text(text)
    source = read_flow(plain, find_furniture(plain.flow))
    structure = read_structure(source.flow, source.notes_from)
    notes = tuple(
        Note(
            note.number,
            source.raw_offset(note.start),
            None if note.mark is None else source.raw_offset(note.mark),
        )
        for note in structure.footnotes
    )
    return Outline(structure.outline(source), notes)
