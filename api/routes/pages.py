"""The pages for people: each asks `kg` and hands the answer to `viz`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from api.page_answer import address_of, page_answer
from api.page_export import Format, exported
from api.reader import language
from api.routes import (
    pages_chain,
    pages_coverage,
    pages_data,
    pages_draft,
    pages_graph,
    pages_pairs,
    pages_work,
)
from api.routes.parameters import LONGEST_TEXT, Asked, Limit, Offset
from kg.dataset import Dataset
from kg.export.questions import ExportQuestion
from kg.export.worklists import problems_selection
from kg.models import EvidenceSide, InstrumentRef
from kg.questions.documents import document, documents
from kg.questions.effect import effect
from kg.questions.explain import explain
from kg.questions.implementations import implementations
from kg.questions.instrument import citations, instrument, instruments
from kg.questions.lookup import candidates
from kg.questions.problems import problems
from kg.questions.search import search
from kg.questions.stats import stats
from viz import site
from viz.about import About
from viz.address import ADDRESSES
from viz.problem_pages import ENDED, problems_page

router = APIRouter(include_in_schema=False)
for part in (
    pages_chain, pages_coverage, pages_data, pages_draft, pages_graph, pages_pairs, pages_work,
):  # fmt: skip
    router.include_router(part.router)

_EXPORTED_PROBLEMS = 10_000
_PROBLEMS = 20
"""So many problems stand on an instrument's page."""


@router.get(ADDRESSES.home)
def home(request: Request, dataset: Asked) -> Response:
    """Search box and the state of the dataset."""
    return page_answer(request, site.home_page(stats(dataset), language(request), address_of(request)))


@router.get(ADDRESSES.search)
def find(
    request: Request,
    dataset: Asked,
    q: Annotated[str, Query(max_length=LONGEST_TEXT)] = "",
    offset: Offset = 0,
    limit: Limit = 20,
) -> Response:
    """What matches; where one instrument alone is meant, its page at once."""
    if not q.strip():
        return RedirectResponse(ADDRESSES.home, 303)
    meant = candidates(dataset, q.strip())
    if len(meant) == 1:
        return RedirectResponse(ADDRESSES.instrument(meant[0]), 303)
    result = search(dataset, q, offset=offset, limit=limit)
    if result.total == 1 and result.hits:
        return RedirectResponse(ADDRESSES.instrument(result.hits[0].instrument), 303)
    return page_answer(request, site.search_page(result, language(request), address_of(request)))


@router.get(ADDRESSES.browse)
def browse(
    request: Request,
    dataset: Asked,
    type: Annotated[str, Query(max_length=LONGEST_TEXT)] = "",
    issuer: Annotated[str, Query(max_length=LONGEST_TEXT)] = "",
    year: Annotated[str, Query(pattern=r"^(\d{4})?$")] = "",
    with_text: bool = False,
    offset: Offset = 0,
    limit: Limit = 50,
    form: Format = "",
) -> Response:
    """The instruments known in full, by type, body and year."""
    if form:
        listed = ExportQuestion(
            "instruments", type=type or None, issuer=issuer.strip() or None, year=int(year) if year else None
        )
        return exported(request, dataset, listed, form)
    found = instruments(
        dataset, type=type or None, issuer=issuer.strip() or None, year=int(year) if year else None,
        with_text=with_text, offset=offset, limit=limit,
    )  # fmt: skip
    asked = {"type": type, "issuer": issuer, "year": year, "with_text": with_text}
    return page_answer(request, site.browse_page(found, asked, language(request), address_of(request)))


@router.get(ADDRESSES.instrument_prefix + "{id:path}")
def one_instrument(request: Request, dataset: Asked, id: str, form: Format = "") -> Response:
    """One instrument: implementers first, then both sides of its citations, then its text."""
    if form:
        return exported(request, dataset, ExportQuestion("citations", (id,)), form)
    detail = instrument(dataset, id)
    implementers = implementations(dataset, detail.instrument.iri)
    view = document(dataset, detail.documents[0].hash) if detail.documents else None
    text = site.instrument_page(
        detail, implementers, language(request), address_of(request),
        view=view, about=_about(dataset, detail.instrument),
    )  # fmt: skip
    return page_answer(request, text)


def _about(dataset: Dataset, found: InstrumentRef) -> About:
    """What else is known: of an instrument its effect today, of a mention in part what it may stand for."""
    if found.partial:
        mentions = explain(dataset, found.iri).mentions
        return About(explanation=mentions[0] if mentions else None)
    return About(
        effect=effect(dataset, found.iri, date.today()),
        problems=problems(dataset, instrument=found.iri, limit=_PROBLEMS).items,
    )


@router.get(ADDRESSES.problems)
def problem_list(
    request: Request,
    dataset: Asked,
    kind: Annotated[str, Query(max_length=100)] = "",
    severity: Literal["", "error", "warning", "info"] = "",
    offset: Offset = 0,
    limit: Limit = 50,
    form: Format = "",
) -> Response:
    """Problems as a work list; the kind `ended` stands for all that rests on something no longer in force."""
    kinds = ENDED if kind == "ended" else (kind,) if kind else ()
    severities = (severity,) if severity else ()
    if form:
        every = problems(dataset, kinds=kinds, severities=severities, limit=_EXPORTED_PROBLEMS).items
        question = f"problems kind={kind or 'any'} severity={severity or 'any'}"
        return exported(request, dataset, problems_selection(dataset, question, every), form)
    found = problems(dataset, kinds=kinds, severities=severities, offset=offset, limit=limit)
    asked = {"kind": kind, "severity": severity}
    return page_answer(request, problems_page(found, asked, language(request), address_of(request)))


@router.get(ADDRESSES.citations_prefix + "{id:path}")
def all_citations(
    request: Request,
    dataset: Asked,
    id: str,
    side: EvidenceSide = "out",
    offset: Offset = 0,
    limit: Limit = 50,
    form: Format = "",
) -> Response:
    """All citations on one side, a page at a time."""
    if form:
        return exported(request, dataset, ExportQuestion("citations", (id,), side=side), form)
    detail = instrument(dataset, id, limit=1)
    found = citations(dataset, detail.instrument.iri, side=side, offset=offset, limit=limit)
    return page_answer(
        request, site.citations_page(detail.instrument, found, side, language(request), address_of(request))
    )


@router.get(ADDRESSES.documents)
def all_documents(request: Request, dataset: Asked, offset: Offset = 0, limit: Limit = 100) -> Response:
    """The source documents."""
    found = documents(dataset, offset=offset, limit=limit + 1)
    return page_answer(
        request, site.documents_page(found, offset, limit, language(request), address_of(request))
    )


@router.get(ADDRESSES.document_prefix + "{hash:path}")
def one_document(request: Request, dataset: Asked, hash: str, form: Format = "") -> Response:
    """A source document with its citations marked; as a file, what its instrument cites."""
    view = document(dataset, hash)
    if form and view.instrument:
        return exported(request, dataset, ExportQuestion("citations", (view.instrument.iri,)), form)
    return page_answer(request, site.document_page(view, language(request), address_of(request)))


@router.get(ADDRESSES.api)
def api_description(request: Request) -> Response:
    """The API for people, without a script."""
    return page_answer(request, site.api_page(request.app.openapi(), language(request), address_of(request)))
