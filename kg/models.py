"""The values that questions answer with: plain immutable records, used alike by CLI, HTTP and pages.

Every record turns into JSON with `dataclasses.asdict`. IRIs are full IRIs; `id` is the path after `id/` that
the API takes. Dates are ISO strings ("2023-08-23"), None where nothing states them. Offsets are code points
into the raw text of the source document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extractors.models import Relation

Direction = Literal["up", "down"]
"""`down` goes towards those who carry an instrument out (who cites it), `up` towards what it rests on."""

EvidenceSide = Literal["out", "in"]
"""`out`: what the instrument cites; `in`: what cites it."""


@dataclass(frozen=True, slots=True)
class InstrumentRef:
    """One instrument, as much as the graph knows of it.

    `partial` marks a node that is known only in part and therefore scoped to the document that names it.
    """

    iri: str
    id: str
    type: str | None = None
    number: str | None = None
    issuer: str | None = None
    date: str | None = None
    year: int | None = None
    title: str | None = None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class SourceRef:
    """One source document: its IRI, content hash, file name and media type.

    `text_quality` is set where its letters are doubtful, from 0 to 1.
    """

    iri: str
    hash: str
    file: str
    media_type: str = "text/plain"
    text_quality: float | None = None


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """Why the graph says so: the sentence `text` at [`start`, `end`) of the source document `document` (IRI).

    `file` is that document's file name, `citation` the IRI of the citation record, `quote` the mention
    itself, `confidence` from 0 to 1, `method` the names of the rules that made the record, separated by
    spaces. `text_quality` is set where the document's letters are doubtful, from 0 to 1; the confidence is
    lowered by it.
    """

    document: str
    start: int
    end: int
    text: str
    file: str = ""
    citation: str = ""
    quote: str = ""
    quote_start: int = 0
    quote_end: int = 0
    confidence: float = 1.0
    method: str = ""
    text_quality: float | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` stands in `relation` to `target`, with all the evidence for it.

    `confidence` is that of the best evidence; `depth` is the distance from the instrument that was asked for
    (1 for its direct neighbours); `human` tells that a person confirmed or made the edge.
    """

    source: InstrumentRef
    relation: Relation
    target: InstrumentRef
    evidence: tuple[EvidenceRef, ...]
    confidence: float = 1.0
    depth: int = 1
    human: bool = False


@dataclass(frozen=True, slots=True)
class ChainResult:
    """The edges reached from `query`, nearest first, each once; cycles end where they close."""

    query: InstrumentRef
    direction: Direction
    relations: tuple[Relation, ...]
    results: tuple[Edge, ...]
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class ImplementationResult:
    """Who implements `query`, each by one edge with its evidence."""

    query: InstrumentRef
    results: tuple[Edge, ...]
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class CitationRow:
    """One mention: who cites what, where, in which words.

    `pinpoint` is the place inside the cited instrument ("article=5,clause=2"), `place` the place in the
    citing document ("II.2.đ"), `issuer_as_written` the text's words where they differ from the canonical
    body.
    """

    iri: str
    source: InstrumentRef
    relation: Relation
    target: InstrumentRef
    evidence: EvidenceRef
    kind: str
    inverse: bool = False
    pinpoint: str | None = None
    place: str | None = None
    issuer_as_written: str | None = None


@dataclass(frozen=True, slots=True)
class CitationPage:
    """A page of citation rows, `total` over all pages."""

    rows: tuple[CitationRow, ...]
    total: int
    offset: int
    limit: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One stated value of an instrument's property, and how many documents state it.

    `documents` (IRIs, in order) are all of them, or some where `total` is more.
    """

    property: str
    value: str
    documents: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class StatementRow:
    """That a document (IRI) states this value of an instrument's property."""

    property: str
    value: str
    document: str


@dataclass(frozen=True, slots=True)
class StatementPage:
    """A page of who states what of an instrument, `total` over all pages."""

    rows: tuple[StatementRow, ...]
    total: int
    offset: int
    limit: int


@dataclass(frozen=True, slots=True)
class InstrumentDetail:
    """All about one instrument: its texts in the store, every value stated of it, and what cites what."""

    instrument: InstrumentRef
    documents: tuple[SourceRef, ...]
    reported_by: tuple[SourceRef, ...]
    statements: tuple[Statement, ...]
    same_as: tuple[InstrumentRef, ...]
    cites: CitationPage
    cited_by: CitationPage


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """A page of a list of instruments, `total` over all pages."""

    items: tuple[InstrumentRef, ...]
    total: int
    offset: int
    limit: int


@dataclass(frozen=True, slots=True)
class SentenceRef:
    """A sentence of a source document (its IRI and file name), and where it stands in the raw text."""

    document: str
    start: int
    end: int
    text: str
    file: str


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An instrument that matches; a higher `score` is better, `exact` where the diacritics agree too.

    `sentence` is set where the words stand not in its names but in a sentence of its text.
    """

    instrument: InstrumentRef
    score: float
    exact: bool
    sentence: SentenceRef | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits for `query`, best first; `total` counts all matches."""

    query: str
    hits: tuple[SearchHit, ...]
    total: int
    offset: int
    limit: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked range of a document's text: one citation and the instrument it names."""

    start: int
    end: int
    citation: str
    relation: Relation
    kind: str
    instrument: InstrumentRef
    confidence: float
    evidence_start: int
    evidence_end: int


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A source document's raw text with its citations marked, in the order of the text."""

    document: SourceRef
    instrument: InstrumentRef | None
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class DatasetStats:
    """Counts over the whole dataset. `relations` and `types` are (name, count), most frequent first."""

    documents: int
    instruments: int
    partial_instruments: int
    citations: int
    quads: int
    relations: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]
    generation: int
    store_bytes: int
    text_bytes: int


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A document that was loaded: its file, the hash in its IRI, its citations and the quads they made.

    `number` is its own số ký hiệu, where its head has one. `reader` names the module that read it, `quality`
    is how far its letters can be trusted (0 to 1), `pages` is known of some formats. `problems` counts what
    was found wrong in it, None where nobody looked. `notes` are Vietnamese, `notes_en` English.
    """

    file: str
    hash: str
    number: str | None
    citations: int
    quads: int
    reader: str = ""
    quality: float = 1.0
    pages: int | None = None
    problems: int | None = None
    notes: tuple[str, ...] = ()
    notes_en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file, or a member of one, that could not be loaded, and why: a stable `code`, and words to a person.

    `reason` is Vietnamese, `reason_en` English.
    """

    file: str
    code: str
    reason: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What one ingest did: loaded, found unchanged, removed (gone or replaced by new content), skipped."""

    loaded: tuple[LoadedFile, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[SkippedFile, ...] = ()
    seconds: float = field(default=0.0, compare=False)
