"""The pages of the site: each function takes an answer of `kg` and gives a whole page as a string."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg.models import (
    CitationPage,
    DatasetStats,
    DocumentView,
    ImplementationResult,
    InstrumentDetail,
    InstrumentPage,
    InstrumentRef,
    SearchResult,
    SourceRef,
)
from ontology import document_types
from viz.about import NOTHING_MORE, About, in_language
from viz.language import Language
from viz.reading import reading
from viz.render import neighbours, render
from viz.views import Side, disagreements, groups


def home_page(stats: DatasetStats, language: Language, address: str = "/") -> str:
    """Search box and the state of the dataset."""
    return render("home.html", language, address, stats=stats)


def search_page(result: SearchResult, language: Language, address: str) -> str:
    """Instruments that match, best first, with the pages before and after."""
    return render("search.html", language, address, result=result, pages=_pages(result, address))


def browse_page(page: InstrumentPage, asked: Mapping[str, object], language: Language, address: str) -> str:
    """The instruments of one type, body or year, a page at a time."""
    return render(
        "browse.html", language, address, page=page, asked=asked,
        types=sorted({kind.name for kind in document_types()}),
        pages=neighbours(address, page.offset, page.limit, more=page.offset + page.limit < page.total),
    )  # fmt: skip


def instrument_page(
    detail: InstrumentDetail,
    implementers: ImplementationResult,
    language: Language,
    address: str,
    *,
    view: DocumentView | None = None,
    about: About = NOTHING_MORE,
) -> str:
    """One instrument: who implements it first of all, then what it cites and what cites it, then its text."""
    cited_by = [group for group in groups(detail.cited_by.rows, "in") if group.relation != "implements"]
    return render(
        "instrument.html", language, address, island="document" if view else None,
        detail=detail, implementers=implementers, cites=groups(detail.cites.rows, "out"), cited_by=cited_by,
        disagreements=disagreements(detail.statements), view=view, reading=reading(view) if view else None,
        effect=about.effect, problems=about.problems, explanation=about.explanation,
        reason_words=lambda words: in_language(words, language),
    )  # fmt: skip


def citations_page(
    instrument: InstrumentRef, page: CitationPage, side: Side, language: Language, address: str
) -> str:
    """All citations on one side of an instrument, a page at a time."""
    return render(
        "citations.html", language, address,
        instrument=instrument, page=page, side=side, groups=groups(page.rows, side),
        pages=_pages(page, address),
    )  # fmt: skip


def document_page(view: DocumentView, language: Language, address: str) -> str:
    """A source document's text with its citations marked, its outline, and the instruments it names."""
    return render(
        "document.html", language, address, island="document", view=view, reading=reading(view)
    )  # fmt: skip


def documents_page(
    documents: Sequence[SourceRef], offset: int, limit: int, language: Language, address: str
) -> str:
    """The source documents of the dataset, a page at a time."""
    more = len(documents) > limit
    return render(
        "documents.html", language, address, documents=documents[:limit],
        pages=neighbours(address, offset, limit, more=more),
    )  # fmt: skip


def api_page(schema: Mapping[str, Any], language: Language, address: str) -> str:
    """The API's description as a plain page that needs no network and no script."""
    return render("api.html", language, address, schema=schema)


def error_page(status: int, message: str, language: Language, address: str = "/") -> str:
    """What went wrong, in words."""
    return render("error.html", language, address, status=status, message=message)


def _pages(result: SearchResult | CitationPage, address: str) -> dict[str, str]:
    return neighbours(address, result.offset, result.limit, more=result.offset + result.limit < result.total)
