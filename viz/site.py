"""The pages of the site: each function takes an answer of `kg` and gives a whole page as a string."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from extractors.models import Relation
from kg.models import (
    CitationPage,
    DocumentView,
    ImplementationResult,
    InstrumentDetail,
    InstrumentRef,
    SourceRef,
)
from kg.questions.scheme import RelationRows
from viz.about import NOTHING_MORE, About, in_language
from viz.language import Language
from viz.reading import reading
from viz.render import neighbours, render
from viz.views import Side, groups, scheme_groups


def instrument_page(
    detail: InstrumentDetail,
    implementers: ImplementationResult,
    language: Language,
    address: str,
    *,
    scheme: Sequence[RelationRows] = (),
    view: DocumentView | None = None,
    about: About = NOTHING_MORE,
) -> str:
    """One instrument: who implements it first of all, then what it cites and what cites it, then its text."""
    cited_by = [group for group in scheme_groups(scheme, "in") if group.relation != "implements"]
    return render(
        "instrument.html", language, address, island="document" if view else None,
        detail=detail, implementers=implementers, cites=scheme_groups(scheme, "out"), cited_by=cited_by,
        implementing=about.implementing or len(implementers.results),
        disagreements=about.disagreements, view=view, reading=reading(view) if view else None,
        effect=about.effect, problems=about.problems, explanation=about.explanation, given=about.given,
        reason_words=lambda words: in_language(words, language),
    )  # fmt: skip


def citations_page(
    instrument: InstrumentRef,
    page: CitationPage,
    side: Side,
    relation: Relation | None,
    language: Language,
    address: str,
) -> str:
    """The citations on one side of an instrument, of one relation or of all, a page at a time."""
    return render(
        "citations.html", language, address,
        instrument=instrument, page=page, side=side, relation=relation, groups=groups(page.rows, side),
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


def error_page(
    status: int,
    message: str,
    language: Language,
    address: str = "/",
    *,
    candidates: Sequence[InstrumentRef | SourceRef] = (),
) -> str:
    """What went wrong, in words, and what to choose from where more than one fits."""
    instruments = [one for one in candidates if isinstance(one, InstrumentRef)]
    documents = [one for one in candidates if isinstance(one, SourceRef)]
    return render(
        "error.html", language, address,
        status=status, message=message, instruments=instruments, documents=documents,
    )  # fmt: skip


def _pages(result: CitationPage, address: str) -> dict[str, str]:
    return neighbours(address, result.offset, result.limit, more=result.offset + result.limit < result.total)
