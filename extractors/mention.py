"""A citation while it is being read: what the stages of the pipeline fill in, one after another."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.models import Kind, Pinpoint, Relation


@dataclass(slots=True, eq=False)
class Mention:
    """One mention in `SourceText.flow`; the pipeline turns it into an immutable `Citation` at the end.

    `outer` is the mention whose name this one stands in (a law inside an amending law's title), `source` the
    one it hangs on (None: the document itself). `lead` is where its pinpoint begins, `start` if it has none.
    """

    start: int
    end: int
    kind: Kind
    type: str
    number: str | None = None
    signs: tuple[str, ...] = ()
    date: str | None = None
    year: int | None = None
    issuer: str | None = None
    issuer_as_written: str | None = None
    term: str | None = None
    title: str | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    items_scope: bool = False
    lead: int = -1
    outer: Mention | None = None
    relation: Relation = "cites"
    source: Mention | None = None
    inverse: bool = False
    sentence: tuple[int, int] = (0, 0)
    opening: tuple[int, int] | None = None
    """The line that opens the list whose item this is, where that line says the relation."""
    place: str | None = None
    confidence: float = 0.95
    rules: list[str] = field(default_factory=list)
    typed: bool = True
    """Whether the type word stands right before the number (False: read from the symbol)."""
    quoted: bool = False
    """Whether the mention stands in the new text that an amending act puts into another."""
    issuer_implied: bool = False
    """Whether the issuer comes from the number alone and not from words."""

    @property
    def left(self) -> int:
        """Where the mention begins, its pinpoint counted in."""
        return self.start if self.lead < 0 else self.lead

    @property
    def known_year(self) -> int | None:
        """The year of the instrument as far as the mention says it."""
        return int(self.date[:4]) if self.date else self.year
