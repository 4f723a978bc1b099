"""What the reading of a sentence passes on: a mention's frame, the words before it, what governs outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from extractors.mention import Mention
from extractors.models import Relation

CHANGES = frozenset(("amends", "replaces", "repeals", "suspends", "corrects"))
"""Relations that change what the other instrument says or whether it is in force."""

FARTHEST = 200
"""So many mentions of a sentence are looked back through for what a later one repeats or changes."""

STATUTES = frozenset(("Luật", "Bộ luật", "Pháp lệnh"))
"""Types that amend each other: "Bộ luật … được sửa đổi bởi Luật số …"."""


def family(mention: Mention) -> str:
    """The mention's type, one for all statutes: acts stand beside, and change, their like."""
    return "law" if mention.kind == "law" or mention.type in STATUTES else mention.type


@dataclass(frozen=True, slots=True)
class Frame:
    """What a mention says: its relation, what it hangs on (None: the document), and the rule that told.

    With `inverse` the edge runs from the mention to `source`.
    """

    relation: Relation
    source: Mention | None = None
    inverse: bool = False
    rule: str = ""

    def beside(self, rule: str) -> Frame:
        """The frame of a mention that says the same."""
        return Frame(self.relation, self.source, self.inverse, rule)


@dataclass(frozen=True, slots=True)
class Gap:
    """The words before a mention, up to the mention before it; `low` is `text` in lower case."""

    text: str
    low: str

    @staticmethod
    def of(text: str) -> Gap:
        return Gap(text, text.lower())


@dataclass(slots=True)
class Base:
    """What governs mentions that have no cue in their own sentence: a heading, a list's opening line, a mark.

    `climb` looks for a list's opening line, `opening` is where that line stands. `passive` is the mention
    that the list amends ("A được sửa đổi, bổ sung bởi:"). `row` is the act whose number stands in the table's
    cell before, when this may be the cell with its title. `consolidated` says that the document is a văn bản
    hợp nhất, where "Điều này được bổ sung theo …" is said of the document; `type` is the document's type,
    `in_title` that the sentence is its title, `form` that the passage is a specimen form with dotted blanks.
    """

    relation: Relation | None = None
    rule: str = ""
    opening: tuple[int, int] | None = None
    climb: Callable[[], Base] | None = None
    passive: Mention | None = None
    row: Mention | None = None
    consolidated: bool = False
    type: str | None = None
    in_title: bool = False
    form: bool = False

    def govern(self) -> Relation | None:
        """The relation that governs from outside; a list's opening line is climbed to only when asked for."""
        if self.climb is not None:
            found = self.climb()
            self.relation, self.rule, self.opening = found.relation, found.rule, found.opening
            self.climb = None
        return self.relation


@dataclass(slots=True)
class Sentence:
    """A sentence while it is read: its start, what governs it, the mentions read so far, their frames."""

    text: str
    start: int
    base: Base
    order: list[Mention] = field(default_factory=list)
    frames: dict[int, Frame] = field(default_factory=dict)

    def last(self, fits: Callable[[Mention], bool]) -> Mention | None:
        """The nearest mention read before that fits."""
        return next((m for m in islice(reversed(self.order), FARTHEST) if fits(m)), None)

    @property
    def previous(self) -> Mention | None:
        """The mention read last."""
        return self.order[-1] if self.order else None

    def frame(self, mention: Mention) -> Frame:
        """The frame of a mention of this sentence that has been read."""
        return self.frames[id(mention)]

    def has(self, mention: Mention | None) -> bool:
        """Whether the mention has been read in this sentence."""
        return id(mention) in self.frames
