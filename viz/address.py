"""Where each page lives, the one place that spells the site's addresses."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlencode

from kg.models import EvidenceRef, InstrumentRef


class Addresses:
    """The addresses of pages: Vietnamese without diacritics, so that people can read and send them."""

    home: Final = "/"
    search: Final = "/tra-cuu"
    documents: Final = "/tep-nguon"
    api: Final = "/api"
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

    def citations(self, instrument: InstrumentRef, side: str) -> str:
        """All citations on one side of an instrument."""
        return f"{self.citations_prefix}{quoted(instrument.id)}?{urlencode({'side': side})}"

    def document(self, iri_or_hash: str) -> str:
        """The page of one source document, by its hash or by its IRI, which ends in the hash."""
        return self.document_prefix + quoted(iri_or_hash.rstrip("/").rsplit("/", 1)[-1])

    def evidence(self, evidence: EvidenceRef) -> str:
        """The place of an evidence sentence inside its document's page."""
        return f"{self.document(evidence.document)}#o{evidence.start}"

    def search_for(self, query: str) -> str:
        """The answers to a search."""
        return f"{self.search}?{urlencode({'q': query})}"


def quoted(identifier: str) -> str:
    """An id or a hash as a part of an address; slashes stay."""
    return quote(identifier, safe="/-._~")


ADDRESSES = Addresses()
