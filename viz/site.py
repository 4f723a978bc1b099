"""The pages of the site: each function takes an answer of `kg` and gives a whole page as a string."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from kg.models import (
    ChainResult,
    CitationPage,
    DatasetStats,
    DocumentView,
    ImplementationResult,
    InstrumentDetail,
    InstrumentRef,
    SearchResult,
    SourceRef,
)
from ontology import relations_by_name
from viz.address import ADDRESSES
from viz.language import LANGUAGES, Language, messages
from viz.marked_text import cited, passages
from viz.naming import facts, full_name, property_name, short_name
from viz.pages import environment, number
from viz.relations import label
from viz.text import plain, quotation
from viz.views import Side, disagreements, groups, tree


def home_page(stats: DatasetStats, language: Language, address: str = "/") -> str:
    """Search box and the state of the dataset."""
    return _render("home.html", language, address, stats=stats)


def search_page(result: SearchResult, language: Language, address: str) -> str:
    """Instruments that match, best first, with the pages before and after."""
    return _render("search.html", language, address, result=result, pages=_pages(result, address))


def instrument_page(
    detail: InstrumentDetail, implementers: ImplementationResult, language: Language, address: str
) -> str:
    """One instrument: who implements it first of all, then what it cites and what cites it, with evidence."""
    cited_by = [group for group in groups(detail.cited_by.rows, "in") if group.relation != "implements"]
    return _render(
        "instrument.html", language, address,
        detail=detail, implementers=implementers, cites=groups(detail.cites.rows, "out"), cited_by=cited_by,
        disagreements=disagreements(detail.statements),
    )  # fmt: skip


def citations_page(
    instrument: InstrumentRef, page: CitationPage, side: Side, language: Language, address: str
) -> str:
    """All citations on one side of an instrument, a page at a time."""
    return _render(
        "citations.html", language, address,
        instrument=instrument, page=page, side=side, groups=groups(page.rows, side),
        pages=_pages(page, address),
    )  # fmt: skip


def document_page(view: DocumentView, language: Language, address: str) -> str:
    """A source document's text with its citations marked, and the instruments it names."""
    return _render(
        "document.html", language, address, view=view, passages=passages(view), cited=cited(view)
    )  # fmt: skip


def documents_page(
    documents: Sequence[SourceRef], offset: int, limit: int, language: Language, address: str
) -> str:
    """The source documents of the dataset, a page at a time."""
    more = len(documents) > limit
    return _render(
        "documents.html", language, address, documents=documents[:limit],
        pages=_neighbours(address, offset, limit, more=more),
    )  # fmt: skip


def chain_page(result: ChainResult, language: Language, address: str) -> str:
    """A chain as a tree with the evidence of every link, and its picture."""
    down = result.direction == "down"
    return _render(
        "chain.html", language, address,
        result=result, branches=tree(result.query, result.results, down), down=down,
        relations=list(relations_by_name()),
    )  # fmt: skip


def api_page(schema: Mapping[str, Any], language: Language, address: str) -> str:
    """The API's description as a plain page that needs no network and no script."""
    return _render("api.html", language, address, schema=schema)


def error_page(status: int, message: str, language: Language, address: str = "/") -> str:
    """What went wrong, in words."""
    return _render("error.html", language, address, status=status, message=message)


def _render(template: str, language: Language, address: str, **values: Any) -> str:
    say = messages(language)
    page = environment().get_template(template)
    return page.render(
        values,
        say=say,
        language=language,
        switches=[(other, with_parameters(address, lang=other)) for other in LANGUAGES],
        at=ADDRESSES,
        label=lambda relation, inverse=False: label(relation, language, inverse),
        property_name=lambda iri: property_name(iri, say),
        short_name=lambda instrument: short_name(instrument, say),
        full_name=lambda instrument: full_name(instrument, say),
        facts=facts,
        number=lambda value: number(value, language),
        plain=plain,
        quotation=quotation,
    )


def with_parameters(address: str, **changes: object) -> str:
    """An address with some of its query parameters changed; it stays inside the site."""
    parts = urlsplit(address)
    parameters = dict(parse_qsl(parts.query, keep_blank_values=True))
    parameters.update({name: str(value) for name, value in changes.items()})
    # Browsers read a backslash as a slash: quoted, it cannot lead to another host.
    path = quote(parts.path.lstrip("/"), safe="/%:@!$&'()*+,;=~")
    return f"/{path}?{urlencode(parameters)}"


def _pages(result: SearchResult | CitationPage, address: str) -> dict[str, str]:
    return _neighbours(address, result.offset, result.limit, more=result.offset + result.limit < result.total)


def _neighbours(address: str, offset: int, limit: int, more: bool) -> dict[str, str]:
    pages = {}
    if offset > 0:
        pages["previous"] = with_parameters(address, offset=max(0, offset - limit))
    if more:
        pages["next"] = with_parameters(address, offset=offset + limit)
    return pages
