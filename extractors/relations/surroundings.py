"""What governs a passage from outside: a list's opening line, the item before it, a footnote's mark."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors import sentences
from extractors.cues import last_cue
from extractors.mention import Mention
from extractors.models import Relation
from extractors.paragraphs import paragraph_end, paragraph_start
from extractors.relations.frames import Base
from extractors.relations.list_openings import ITEM, Seen, headed_base, list_base, note_base
from extractors.structure import Footnote, Structure

# "Điều 5", "Chương I", "II. ", "QUYẾT ĐỊNH:": a heading.
HEADS = re.compile(r"\s*(?:\*\*)?(?:Điều\s+\d|Chương\s|Mục\s|[IVX]+\.\s|QUYẾT\s|[A-ZĐ]{4,}\s)")

# "Căn cứ", "Theo", "Điều 2", "QUYẾT ĐỊNH": what follows is no item of the list above.
LIST_OVER = re.compile(r"\s*(?:Căn\s+cứ|Theo|Xét|Điều\s|Chương\s|[A-ZĐ]{3,})")

# "được sửa đổi, bổ sung một số điều bởi các Nghị định:": the line opens a list of amending acts.
PASSIVE_OPENING = re.compile(r"được\s+sửa\s+đổi,?\s*bổ\s+sung[^.;:]{0,80}(?:bởi|tại|theo)[^.;:]{0,40}:\Z")

# ".....", "……", "… …": the blanks of a form.
BLANKS = re.compile(r"\.\.\.\.\.|…\s*…")

# "; ", ": ": where a clause ends before a footnote's mark.
CLAUSE_END = re.compile(r"[;:]\s")

# "12 ", "3. ", "| ": what may stand before an act's number in the row of a table.
ROW_NUMBER = re.compile(r"[\s|]*(?:\d{1,3}\.?)?[\s|]*")

FORMS_FROM = 0.3
"""Specimen forms stand in annexes: they are looked for behind this share of the text."""
AROUND_A_FORM = 500
"""How far (characters) around a passage the blanks of its form may stand."""
BEFORE = 400
"""How much (characters) of what precedes a passage may open it."""
PASSIVE_LIST = 1500
"""How long (characters) a list of amending acts may be."""
PASSIVE_LINE = 700
"""How far (characters) before the passive that opens a list its subject may stand."""
NEXT_ITEM = 1200
"""How far (characters) an item may stand from the one it continues."""
NOT_OF_A_NOTE = frozenset(("promulgates", "approves", "amends", "details", "guides", "based_on"))
"""Relations that the sentence with a footnote's mark does not lend to the note."""


@dataclass(slots=True)
class Surroundings:
    """A document while its passages are walked through.

    `governed` keeps what each passage said of itself, by its start, in order: the next item of a list
    continues it.
    """

    text: str
    structure: Structure
    mentions: list[Mention]
    type: str | None
    has_forms: bool
    governed: dict[int, Relation | None] = field(default_factory=dict)
    seen: Seen = field(default_factory=dict)

    def base(self, start: int, end: int, note: Footnote | None, first: int, in_title: bool) -> Base:
        """What governs the passage `text[start:end]`, whose first mention is `mentions[first]`."""
        base = self._in_note(note, start) if note else self._body_base(start, first)
        base.consolidated = self.type == "Văn bản hợp nhất"
        base.type, base.in_title = self.type, in_title
        base.form = self._in_form(start, end)
        base.row = self._row(start, first)
        return base

    def _row(self, start: int, first: int) -> Mention | None:
        """The mention that fills the paragraph right above: in a table, the cell before the title's."""
        if first == 0:
            return None
        above = self.mentions[first - 1]
        if self.text[above.end : start].strip():
            return None
        begin = paragraph_start(self.text, above.start)
        return above if ROW_NUMBER.fullmatch(self.text, begin, above.left) else None

    def evidence(self, note: Footnote | None, start: int, end: int) -> tuple[int, int]:
        """The sentence that carries the statement: the one itself, for a note the one that bears its mark."""
        if note is None or note.mark is None:
            return start, end
        return self._marked(note.mark)

    def _marked(self, mark: int) -> tuple[int, int]:
        begin, stop = paragraph_start(self.text, mark), paragraph_end(self.text, mark)
        parts = sentences.split(self.text, begin, stop, [])
        return next((part for part in parts if part[0] <= mark < part[1] + 1), (begin, stop))

    def _note_base(self, note: Footnote) -> Base:
        """A list in a footnote takes the relation of the sentence that carries the footnote's mark."""
        plain = Base("cites", "footnote")
        if note.mark is None:
            return plain
        begin, stop = self._marked(note.mark)
        if HEADS.match(self.text, begin) or self.text[begin:stop].isupper():
            return plain
        cue = last_cue(CLAUSE_END.split(self.text[begin : note.mark].lower())[-1])
        if cue is None or cue.relation in NOT_OF_A_NOTE:
            return plain
        return Base(cue.relation, f"footnote:{cue.phrase}")

    def _in_note(self, note: Footnote, start: int) -> Base:
        """What governs in a note: the line that opens the list an item stands in, or the note's mark."""
        if ITEM.match(self.text, start):
            base = list_base(self.text, start, self.seen)
            if base.relation and base.opening and base.opening[1] > note.start:
                return base
        opened = note_base(self.text, note.start, start)
        return opened or self._note_base(note)

    def _body_base(self, start: int, first: int) -> Base:
        before = self.text[max(0, start - BEFORE) : start].rstrip()
        amended = self._amended_by_list(start, first) or self._amended_by_line(before, start, first)
        if amended:
            return Base(passive=amended)
        if not ITEM.match(self.text, start):
            if not before.endswith((";", ":")):
                return headed_base(self.text, start)
            if before.endswith(";") and self.governed and not HEADS.match(self.text, start):
                return self._continued(start)
        return Base(climb=lambda: list_base(self.text, start, self.seen))

    def _amended_by_list(self, start: int, first: int) -> Mention | None:
        """What the list of amending acts amends in whose midst the passage stands."""
        near = self.mentions[max(0, first - 8) : first]
        item = next((m for m in reversed(near) if m.rules[-1] == "passive-list"), None)
        if item is None or start - item.end >= PASSIVE_LIST or LIST_OVER.match(self.text, start):
            return None
        return item.source

    def _amended_by_line(self, before: str, start: int, first: int) -> Mention | None:
        """What the line right above amends, if it opens a list of amending acts."""
        if first == 0 or not before.endswith(":"):
            return None
        opening = PASSIVE_OPENING.search(before)
        last = self.mentions[first - 1]
        if opening is None or start - len(before) + opening.start() - last.end >= PASSIVE_LINE:
            return None
        before_it = (self.mentions[index] for index in range(first - 1, -1, -1))
        return next((m for m in before_it if m.source is None), last)

    def _continued(self, start: int) -> Base:
        last = next(reversed(self.governed))
        return Base(self.governed[last], "list") if start - last < NEXT_ITEM else Base()

    def _in_form(self, start: int, end: int) -> bool:
        return (
            self.has_forms
            and start > len(self.text) * FORMS_FROM
            and "ăn cứ" in self.text[start : start + 40]
            and BLANKS.search(self.text, max(0, start - AROUND_A_FORM), end + AROUND_A_FORM) is not None
        )
