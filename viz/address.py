"""Where each page lives, the one place that spells the site's addresses."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlencode

from kg.models import EvidenceRef, InstrumentRef, SentenceRef


class Addresses:
    """The addresses of pages: Vietnamese without diacritics, so that people can read and send them."""

    home: Final = "/"
    search: Final = "/tra-cuu"
    browse: Final = "/van-ban"
    coverage: Final = "/do-phu"
    chains: Final = "/chuoi"
    path: Final = "/duong-noi"
    problems: Final = "/van-de"
    comparison: Final = "/so-sanh"
    timelines: Final = "/dong-thoi-gian"
    explorers: Final = "/kham-pha"
    sparql: Final = "/truy-van"
    region: Final = "/vung-chon"
    draft: Final = "/kiem-tra"
    review: Final = "/ra-soat"
    upload: Final = "/nap"
    documents: Final = "/tep-nguon"
    api: Final = "/api"
    menu: Final = (
        (home, "search"), (coverage, "coverage"), (chains, "chain"), (problems, "problems"),
        (comparison, "compare"), (timelines, "timeline"), (explorers, "explore"), (draft, "draft"),
        (review, "review"), (upload, "upload"), (sparql, "sparql"), (documents, "documents"),
    )  # fmt: skip
    """The pages of the menu in their order: address and the name of its message."""
    endpoint: Final = "/api/v1/sparql"
    void: Final = "/.well-known/void"
    upload_endpoint: Final = "/api/v1/documents"
    jobs_endpoint: Final = "/api/v1/jobs/"
    suggestions: Final = "/du-lieu/goi-y"
    card_prefix: Final = "/du-lieu/the/"
    around_prefix: Final = "/du-lieu/quanh/"
    timeline_prefix: Final = "/dong-thoi-gian/"
    explorer_prefix: Final = "/kham-pha/"
    instrument_prefix: Final = "/van-ban/"
    chain_prefix: Final = "/chuoi/"
    picture_prefix: Final = "/hinh/"
    citations_prefix: Final = "/dan-chieu/"
    document_prefix: Final = "/tep-nguon/"

    def instrument(self, instrument: InstrumentRef) -> str:
        """The page of one instrument."""
        return self.instrument_prefix + quoted(instrument.id)

    def chain(self, instrument: InstrumentRef, direction: str = "down") -> str:
        """The page of the chain from one instrument."""
        return f"{self.chain_prefix}{quoted(instrument.id)}?{urlencode({'direction': direction})}"

    def picture(self, instrument: InstrumentRef) -> str:
        """The picture of what lies around one instrument."""
        return self.picture_prefix + quoted(instrument.id)

    def citations(self, instrument: InstrumentRef, side: str, relation: str = "") -> str:
        """All citations on one side of an instrument, or those of one relation."""
        asked = {"side": side} | ({"relation": relation} if relation else {})
        return f"{self.citations_prefix}{quoted(instrument.id)}?{urlencode(asked)}"

    def document(self, iri_or_hash: str) -> str:
        """The page of one source document, by its hash or by its IRI, which ends in the hash."""
        return self.document_prefix + quoted(iri_or_hash.rstrip("/").rsplit("/", 1)[-1])

    def evidence(self, evidence: EvidenceRef) -> str:
        """The place of an evidence sentence inside its document's page."""
        return f"{self.document(evidence.document)}#o{evidence.start}"

    def sentence(self, sentence: SentenceRef) -> str:
        """The place of a sentence that was found by its words."""
        return f"{self.document(sentence.document)}#o{sentence.start}"

    def timeline(self, instrument: InstrumentRef) -> str:
        """When an instrument was answered by those who carry it out."""
        return self.timeline_prefix + quoted(instrument.id)

    def explorer(self, instrument: InstrumentRef) -> str:
        """The graph around one instrument, to walk in."""
        return self.explorer_prefix + quoted(instrument.id)

    def coverage_of(self, instrument: InstrumentRef) -> str:
        """Which provinces carry one instrument out."""
        return f"{self.coverage}?{urlencode({'instrument': instrument.id})}"

    def card(self, instrument: InstrumentRef) -> str:
        """What the hover card of one instrument shows."""
        return self.card_prefix + quoted(instrument.id)

    def browse_by(self, **facets: object) -> str:
        """The instruments of one type, body or year."""
        return f"{self.browse}?{urlencode({name: value for name, value in facets.items() if value})}"

    def search_for(self, query: str) -> str:
        """The answers to a search."""
        return f"{self.search}?{urlencode({'q': query})}"


def quoted(identifier: str) -> str:
    """An id or a hash as a part of an address; slashes stay."""
    return quote(identifier, safe="/-._~")


ADDRESSES = Addresses()
