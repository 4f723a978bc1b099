"""The only place that makes IRIs, and reads them back.

    {base}id/{body}/{type}/{year or _}/{number}          an instrument known in full
    {base}id/doc/{hash}                                  a source document (hash of its bytes, 16 digits)
    {base}id/doc/{hash}/self                             what a document is, where its head is not enough
    {base}id/doc/{hash}/{body}/{type}/{year}/{name}      an instrument known in part, "_" for what is unknown
    {base}id/doc/{hash}/c/{start}-{end}[-n]              a citation, by the place of its mention
    {base}id/doc/{hash}/e/{start}-{end}                  the sentence that bears it out
    {base}id/doc/{hash}/f/{start}-{end}                  a clause on effect
    {base}id/doc/{hash}/…/candidate/{rank}               one reading of a node known in part
    {base}body/{slug}                                    a body
    {base}review/{stamp}                                 what a person said of a citation or a resolution
    {base}problem/{kind}/{digest}                        a problem found in the data
    {base}given/{digest}                                 a relation that a corpus states
    {base}run/{stamp}                                    one run of the tool
    {base}graph/doc/{hash}, {base}graph/{name}           named graphs

All of it is ASCII: lower-case letters, digits, "-" and "_" in slugs, so an IRI is the same with and without
percent-encoding. Joint issuers stand in one segment joined by "--", in alphabetical order.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.slugs import slug

DEFAULT_BASE = "http://localhost:8000/"
UNKNOWN = "_"
LONGEST_SLUG = 80

_HASH = re.compile(r"[0-9a-f]{16}")
# "ubnd-tinh-lang-son/ke-hoach/2019/38-kh-ubnd", after "doc/…/" where it is scoped to a document.
_PATH = re.compile(
    r"(?:doc/([0-9a-f]{16})/)?([a-z0-9_-]+)/([a-z0-9_-]+)/(?:([0-9]{4})|_)/([a-z0-9_-]+)", re.ASCII
)
_CITATION = re.compile(r"doc/[0-9a-f]{16}/c/\d+-\d+(?:-\d+)?")
_LEADING_NUMBER = re.compile(r"0*(\d+)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class InstrumentPath:
    """The parts of an instrument's IRI. `document` is the hash of the document it is scoped to, if it is."""

    body: str
    type: str
    year: int | None
    name: str
    document: str | None = None

    def __str__(self) -> str:
        parts = (self.body, self.type, str(self.year) if self.year else UNKNOWN, self.name)
        scope = f"doc/{self.document}/" if self.document else ""
        return scope + "/".join(parts)


@lru_cache(maxsize=65_536)
def number_slug(number: str) -> str:
    """A số ký hiệu as a segment; a number below ten is written with its zero.

    >>> number_slug("2457/QĐ-BGDĐT"), number_slug("5-NQ/TW")
    ('2457-qd-bgddt', '05-nq-tw')
    """
    plain = slug(number)
    match = _LEADING_NUMBER.fullmatch(plain)
    return f"{int(match[1]):02d}{match[2]}" if match else plain


def name_slug(name: str) -> str:
    """A title as a segment; a long one is cut and told apart by a hash of the whole."""
    plain = slug(name)
    if len(plain) <= LONGEST_SLUG:
        return plain or UNKNOWN
    digest = hashlib.sha256(plain.encode("ascii")).hexdigest()[:8]
    return f"{plain[:LONGEST_SLUG].rstrip('-')}-{digest}"


def short_hash(sha256: str) -> str:
    """The digits of a content hash that stand in IRIs: the first 16, enough for billions of documents."""
    return sha256[:16]


@dataclass(frozen=True, slots=True)
class Iris:
    """Makes and reads IRIs under one base, which ends with a slash."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not self.base.endswith("/"):
            object.__setattr__(self, "base", f"{self.base}/")

    def instrument(self, path: InstrumentPath) -> str:
        return f"{self.base}id/{path}"

    def document(self, hash_: str) -> str:
        return f"{self.base}id/doc/{hash_}"

    def self_of(self, hash_: str) -> str:
        """What the document is, where its head does not say enough for an identity."""
        return f"{self.base}id/doc/{hash_}/self"

    def citation(self, hash_: str, start: int, end: int, repeat: int = 0) -> str:
        """`repeat` counts earlier citations of the same span."""
        suffix = f"-{repeat}" if repeat else ""
        return f"{self.base}id/doc/{hash_}/c/{start}-{end}{suffix}"

    def evidence(self, hash_: str, start: int, end: int) -> str:
        return f"{self.base}id/doc/{hash_}/e/{start}-{end}"

    def effect_clause(self, hash_: str, start: int, end: int) -> str:
        return f"{self.base}id/doc/{hash_}/f/{start}-{end}"

    def is_citation(self, iri: str) -> bool:
        """Whether `iri` is that of a citation."""
        return _CITATION.fullmatch(self.id_of(iri)) is not None

    def review(self, stamp: str) -> str:
        return f"{self.base}review/{stamp}"

    def problem(self, kind: str, digest: str) -> str:
        return f"{self.base}problem/{kind}/{digest}"

    def candidate(self, node: str, rank: int) -> str:
        """The `rank`th reading of a node known in part."""
        return f"{node}/candidate/{rank}"

    def body(self, body_slug: str) -> str:
        return f"{self.base}body/{body_slug}"

    def given_relation(self, digest: str) -> str:
        """A relation that a corpus states between two instruments."""
        return f"{self.base}given/{digest}"

    def run(self, stamp: str) -> str:
        return f"{self.base}run/{stamp}"

    def document_graph(self, hash_: str) -> str:
        """The named graph that holds all that one document states, replaced whole."""
        return f"{self.base}graph/doc/{hash_}"

    def graph(self, name: str) -> str:
        """A named graph of the dataset as a whole: "runs", "resolution", "review", "problems"."""
        return f"{self.base}graph/{name}"

    def id_of(self, iri: str) -> str:
        """The path after `id/` that the API takes; an IRI from elsewhere is given back as it is."""
        return iri.removeprefix(f"{self.base}id/")

    def from_id(self, id_: str) -> str:
        """The full IRI of an id; a full IRI is given back as it is."""
        return id_ if id_.startswith(self.base) else f"{self.base}id/{id_}"

    def hash_of(self, iri: str) -> str | None:
        """The hash of the document that `iri` is, belongs to or is scoped to; None for all others."""
        for prefix in (f"{self.base}id/doc/", f"{self.base}graph/doc/"):
            if iri.startswith(prefix):
                hash_ = iri[len(prefix) :].split("/", 1)[0]
                return hash_ if _HASH.fullmatch(hash_) else None
        return None

    def span_of(self, iri: str) -> tuple[int, int]:
        """Where the citation or the sentence with this IRI stands in its document's text."""
        start, end = iri.rsplit("/", 1)[1].split("-")[:2]
        return int(start), int(end)

    def place_of(self, citation: str) -> tuple[int, int, int]:
        """Where the quote of the citation with this IRI stands, and which of its repeats it is."""
        start, end, *repeat = map(int, citation.rsplit("/", 1)[1].split("-"))
        return start, end, repeat[0] if repeat else 0

    def is_partial(self, iri: str) -> bool:
        """Whether `iri` is scoped to a document rather than known everywhere by the same name."""
        return iri.startswith(f"{self.base}id/doc/")

    def parse(self, iri: str) -> InstrumentPath | None:
        """The parts of an instrument's IRI (or id), None where it is no such thing.

        `str(parse(iri))` is the id again.
        """
        match = _PATH.fullmatch(self.id_of(iri))
        if match is None:
            return None
        document, body, type_, year, name = match.groups()
        return InstrumentPath(body, type_, int(year) if year else None, name, document)
