"""The blocks of an RTF document as they grow: paragraphs, cells and notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.readers.blocks import CELL_LINE_BREAK, Block, Run

_BULLETS = frozenset("•·▪◦●○■□➢✓")
_AUTOMATIC = frozenset({"", "\u0002"})


@dataclass(slots=True)
class RtfBlocks:
    """Collects runs into blocks; a note is put aside while it lasts and leaves its mark in the text."""

    done: list[Block] = field(default_factory=list)
    footnotes: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    outer_runs: list[list[Run]] = field(default_factory=list)
    in_table: bool = False
    tables: int = 0
    row: int = 0
    column: int = 0
    level: int | None = None
    labelled: bool = False
    marks: int = 0

    def all(self) -> list[Block]:
        """The body, then the notes."""
        return [*self.done, *self.footnotes]

    def add(self, text: str, font: str | None) -> None:
        self.runs.append(Run(text, font))

    def add_label(self, text: str, font: str | None) -> None:
        """A list number as other formats write it: a blank after it, a hyphen for any bullet."""
        self.labelled = True
        text = text.replace("\t", " ")
        self.add("".join("-" if _is_bullet(letter) else letter for letter in text), font)

    def reset_paragraph(self) -> None:
        self.in_table = False
        self.level = None

    def begin_row(self) -> None:
        if self.column:
            return
        if not self.done or self.done[-1].table is None:
            self.tables += 1
            self.row = 0
        self.row += 1

    def end_row(self) -> None:
        self.column = 0

    def end_cell(self) -> None:
        self.in_table = True
        if self.row == 0:
            self.begin_row()
        self.end_paragraph()
        self.column += 1

    def end_paragraph(self) -> None:
        """Makes a block of the runs gathered so far, if they hold any text."""
        runs, self.runs = self.runs, []
        labelled, self.labelled = self.labelled, False
        if not any(run.text.strip() for run in runs):
            return
        block = Block(runs=runs)
        if self.outer_runs:
            block.kind = "footnote"
            self.footnotes.append(block)
            return
        if self.in_table:
            block.kind = "table_cell"
            block.table, block.row, block.column = max(1, self.tables), max(1, self.row), self.column + 1
        elif self.level is not None:
            block.kind, block.level = "heading", self.level
        elif labelled:
            block.kind = "list_item"
        self.done.append(block)

    def begin_footnote(self) -> None:
        """The mark goes into the text, the note to the end."""
        self.marks += 1
        if self.runs and self.runs[-1].text.strip() in _AUTOMATIC:
            self.runs.pop()
        self.runs.append(Run(f"[{self.marks}]"))
        self.outer_runs.append(self.runs)
        self.runs = [Run(f"[{self.marks}] ")]

    def end_footnote(self) -> None:
        self.end_paragraph()
        self.runs = self.outer_runs.pop() if self.outer_runs else []
        mark = f"[{self.marks}]"
        own = [block for block in self.footnotes if block.mark is None]
        for number, block in enumerate(own):
            block.mark = mark
            block.glue = CELL_LINE_BREAK if number else None


def _is_bullet(letter: str) -> bool:
    return letter in _BULLETS or "\ue000" <= letter < "\uf900"
