"""The pages for people: each asks `kg` and hands the answer to `viz`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

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
    pages_search,
    pages_work,
)
from api.routes.parameters import Asked, Limit, Offset
from extractors.models import Relation
from kg.dataset import Dataset
from kg.export.questions import ExportQuestion
from kg.export.worklists import problems_selection
from kg.models import EvidenceSide, ImplementationResult
from kg.questions.disagreements import disagreements
from kg.questions.documents import document, documents
from kg.questions.effect import effect
from kg.questions.explain import explain
from kg.questions.given import given
from kg.questions.impact import impact
from kg.questions.implementations import implementations
from kg.questions.instrument import citations, instrument
from kg.questions.lookup import find
from kg.questions.problems import problems
from kg.questions.scheme import scheme
from kg.questions.scope import IMPLEMENTS
from viz import site
from viz.about import About
from viz.address import ADDRESSES
from viz.problem_pages import ENDED, problems_page

router = APIRouter(include_in_schema=False)
for part in (
    pages_chain, pages_coverage, pages_data, pages_draft, pages_graph, pages_pairs,
    pages_search, pages_work,
):  # fmt: skip
    router.include_router(part.router)

_EXPORTED_PROBLEMS = 10_000
_PROBLEMS = 20
_IMPLEMENTERS = 20
_OF_A_RELATION = 12
_GIVEN = 20
"""So many problems, implementers, citations of each relation and given ones stand on an instrument's page."""


@router.get(ADDRESSES.instrument_prefix + "{id:path}")
def one_instrument(
    request: Request,
    dataset: Asked,
    id: str,
    on: Annotated[date | Literal[""], Query(description="The day of effect.")] = "",
    form: Format = "",
) -> Response:
    """One instrument: implementers first, then both sides of its citations, then its text."""
    if form:
        return exported(request, dataset, ExportQuestion("citations", (id,)), form)
    detail = instrument(dataset, id, limit=1, statements=False)
    iri = detail.instrument.iri
    implementers = implementations(dataset, iri, limit=_IMPLEMENTERS)
    view = document(dataset, detail.documents[0].iri) if detail.documents else None
    text = site.instrument_page(
        detail, implementers, language(request), address_of(request),
        scheme=scheme(dataset, iri, limit=_OF_A_RELATION), view=view,
        about=_about(dataset, implementers, on or date.today()),
    )  # fmt: skip
    return page_answer(request, text)


def _about(dataset: Dataset, found: ImplementationResult, on: date) -> About:
    """What else is known: of an instrument its effect on a day, of a mention in part what it may mean."""
    iri = found.query.iri
    count = (
        impact(dataset, iri, relations=IMPLEMENTS, depth=1, limit=1).total
        if found.truncated
        else len(found.results)
    )
    beside = given(dataset, iri, limit=_GIVEN)
    if found.query.partial:
        mentions = explain(dataset, iri, limit=1).mentions
        return About(explanation=mentions[0] if mentions else None, implementing=count, given=beside)
    return About(
        effect=effect(dataset, iri, on),
        problems=problems(dataset, instrument=iri, limit=_PROBLEMS).items,
        implementing=count,
        disagreements=disagreements(dataset, iri),
        given=beside,
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
    relation: Relation | Literal[""] = "",
    offset: Offset = 0,
    limit: Limit = 50,
    form: Format = "",
) -> Response:
    """The citations on one side, of one relation or of all, a page at a time."""
    if form:
        relations = (relation,) if relation else ()
        return exported(
            request, dataset, ExportQuestion("citations", (id,), side=side, relations=relations), form
        )
    found = find(dataset, id)
    page = citations(
        dataset, found.iri, side=side, relation=relation or None, offset=offset, limit=limit
    )  # fmt: skip
    return page_answer(
        request,
        site.citations_page(found, page, side, relation or None, language(request), address_of(request)),
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
