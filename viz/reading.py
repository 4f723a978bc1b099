"""A source document made ready to be read on a page: marked text, outline, footnotes, what it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.models import Relation, Section
from kg.models import DocumentView, InstrumentRef
from viz.marked_text import Passage, cited, passages
from viz.outline import Note, outline
from viz.relations import rank
from viz.text import plain

_NOTE_LENGTH = 90


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A footnote in the list beside the text."""

    number: int
    start: int
    mark: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that the text and its side column show.

    `stops` are the offsets that links lead to; `note_links` tell for the offset of a note's mark where the
    note is; `unresolved` counts mentions of what is known only in part.
    `classes` are further marks of a citation, by its IRI.
    """

    passages: tuple[Passage, ...]
    stops: frozenset[int]
    note_links: dict[int, int]
    sections: tuple[Section, ...]
    notes: tuple[NoteLine, ...]
    cited: tuple[InstrumentRef, ...]
    relations: tuple[tuple[Relation, int], ...]
    unresolved: int
    classes: Mapping[str, str] = field(default_factory=dict)


def reading(view: DocumentView, classes: Mapping[str, str] | None = None) -> Reading:
    """The document as its page shows it."""
    parts = outline(view.text)
    stops = {section.start for section in parts.sections} | {note.start for note in parts.notes}
    stops |= {note.mark for note in parts.notes if note.mark is not None}
    counts = Counter(mark.relation for mark in view.marks)
    return Reading(
        passages=passages(view, stops),
        stops=frozenset(stops),
        note_links={note.mark: note.start for note in parts.notes if note.mark is not None},
        sections=parts.sections,
        notes=tuple(_line(note, view.text) for note in parts.notes),
        cited=cited(view),
        relations=tuple(sorted(counts.items(), key=lambda item: rank(item[0]))),
        unresolved=sum(mark.instrument.partial for mark in view.marks),
        classes=classes or {},
    )


def _line(note: Note, text: str) -> NoteLine:
    words = plain(text[note.start : note.start + 2 * _NOTE_LENGTH].split("\n")[0])
    return NoteLine(note.number, note.start, note.mark, words[:_NOTE_LENGTH])
